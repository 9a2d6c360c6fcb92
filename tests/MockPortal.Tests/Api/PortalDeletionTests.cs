using System.Net;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.Tests.Api;

public sealed class PortalDeletionTests(PortalFactory factory)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deleted_portal_is_gone_with_everything_in_it()
    {
        var portal = await factory.CreatePortalAsync();
        var other = await factory.CreatePortalAsync();
        var before = await CountAsync(other.Id);
        await portal.WriteAsync(db =>
        {
            db.Calls.Add(HistoryRows.Call(portal.Id, 1));
            db.Engagements.Add(HistoryRows.Engagement(portal.Id, 7, 1));
            db.Messages.Add(HistoryRows.Message(portal.Id, 1, "READY"));
            db.Sessions.Add(new UserSession { PortalId = portal.Id, UserId = 1, State = "{}" });
            db.Faults.Add(new PortalFaults { PortalId = db.PortalId, Settings = "{}" });
        });

        var answer = await portal.Client.DeleteAsync(portal.Path(""), Cancelled);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await WaitUntilClearedAsync(portal.Id);
        Assert.Equal(new int[9], await CountAsync(portal.Id));
        Assert.Equal(before, await CountAsync(other.Id));
        (await portal.GetAsync("", HttpStatusCode.NotFound)).IsProblem(
            404,
            "Portal not found",
            $"There is no portal {portal.Id}. GET /api/portals lists the portals; POST /api/portals makes one.");
    }

    [Fact]
    public async Task A_portal_larger_than_one_piece_is_deleted_while_another_goes_on_writing()
    {
        const int count = 6_000;
        var portal = await factory.CreatePortalAsync();
        var other = await factory.CreatePortalAsync();
        await portal.WriteAsync(db =>
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.Messages.AddRange(Enumerable.Range(1, count).Select(i => HistoryRows.Message(portal.Id, i, "RESIZE_WIDGET")));
        });

        var answer = await portal.Client.DeleteAsync(portal.Path(""), Cancelled);
        var clearing = WaitUntilClearedAsync(portal.Id);
        var written = 0;
        do
        {
            written++;
            await other.WriteAsync(db => db.Messages.Add(HistoryRows.Message(other.Id, written, "READY")));
        }
        while (!clearing.IsCompleted);

        await clearing;
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(new int[9], await CountAsync(portal.Id));
        Assert.Equal(written, await other.ReadAsync(db => db.Messages.CountAsync(Cancelled)));
    }

    [Fact]
    public async Task The_default_portal_stays()
    {
        var answer = await factory.CreateClient().DeleteAsync("/api/portals/20260001", Cancelled);

        (await answer.ReadJsonAsync(HttpStatusCode.Conflict)).IsProblem(
            409,
            "Default portal",
            "Portal 20260001 is the default portal and stays. Make a portal of your own with POST /api/portals; that one you can delete.");
        await factory.CreateClient().GetJsonAsync("/api/portals/20260001");
    }

    [Fact]
    public async Task A_portal_is_deleted_once()
    {
        var portal = await factory.CreatePortalAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => portal.Client.DeleteAsync(portal.Path(""), Cancelled)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task The_id_of_a_deleted_portal_is_not_given_out_again()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.Client.DeleteAsync(portal.Path(""), Cancelled);

        var next = await factory.CreatePortalAsync();

        Assert.True(next.Id > portal.Id, $"{next.Id} came after {portal.Id}");
    }

    [Fact]
    public async Task A_foreign_web_page_cannot_delete_a_portal()
    {
        var portal = await factory.CreatePortalAsync();
        using var request = new HttpRequestMessage(HttpMethod.Delete, portal.Path(""));
        request.Headers.Add("Origin", "https://evil.example");

        var answer = await portal.Client.SendAsync(request, Cancelled);

        await answer.ReadJsonAsync(HttpStatusCode.Forbidden);
        await portal.GetAsync("");
    }

    /// <summary>The answer comes when the portal cannot be seen any more, which is before its rows are gone.</summary>
    private Task WaitUntilClearedAsync(long portalId) => Eventually.IsSoAsync(
        async () => !(await factory.ReadAsync(portalId, db => db.RetiredAsync(Cancelled))).Contains(portalId), "its rows are gone");

    private Task<int[]> CountAsync(long portalId) => factory.ReadAsync(portalId, async db => (int[])
    [
        await db.Owners.CountAsync(Cancelled),
        await db.Objects.CountAsync(Cancelled),
        await db.Associations.CountAsync(Cancelled),
        await db.Calls.CountAsync(Cancelled),
        await db.Engagements.CountAsync(Cancelled),
        await db.Messages.CountAsync(Cancelled),
        await db.Sessions.CountAsync(Cancelled),
        await db.Counters.CountAsync(Cancelled),
        await db.Faults.CountAsync(Cancelled),
    ]);
}
