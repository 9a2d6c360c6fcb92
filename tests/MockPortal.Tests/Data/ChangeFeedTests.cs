using Microsoft.Extensions.DependencyInjection;
using MockPortal.Data;
using MockPortal.Tests.Api;

namespace MockPortal.Tests.Data;

/// <summary>What happens in a portal, in one order, from the database.</summary>
public sealed class ChangeFeedTests(PortalFactory factory)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_and_changed_rows_stand_in_one_order()
    {
        var portal = await factory.CreatePortalAsync();
        await SayAsync(portal, "A");
        await portal.WriteAsync(db => db.Calls.Add(HistoryRows.Call(portal.Id, 1)));
        await SayAsync(portal, "B");
        await portal.WriteAsync(db => db.Engagements.Add(HistoryRows.Engagement(portal.Id, 70, 1)));
        await portal.WriteAsync(db => db.Calls.Single().State = "in-progress");

        Assert.Equal(["1 A", "3 B", "4 engagement 70", "5 call 1 in-progress"], await ReadAsync(portal, 0));
        Assert.Equal(["4 engagement 70", "5 call 1 in-progress"], await ReadAsync(portal, 3));
        Assert.Empty(await ReadAsync(portal, 5));
    }

    [Fact]
    public async Task The_engagement_moves_with_the_object_behind_it()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db =>
        {
            db.Objects.Add(new CrmObject { PortalId = portal.Id, ObjectTypeId = "0-48", Id = 70, Name = "", SearchText = "", CreatedAt = HistoryRows.Noon });
            db.Engagements.Add(HistoryRows.Engagement(portal.Id, 70, 1));
        });
        await SayAsync(portal, "A");
        await portal.WriteAsync(db => db.Objects.Single(item => item.ObjectTypeId == "0-48").Set([new("hs_call_body", "Hello")], HistoryRows.Noon));

        Assert.Equal(["2 A", "3 engagement 70"], await ReadAsync(portal, 0));
    }

    [Theory]
    [InlineData(ChangeKinds.Call, "", "", "", 0, "4 call 1 ringing")]
    [InlineData(ChangeKinds.All, "A", "", "", 0, "1 A", "3 A")]
    [InlineData(ChangeKinds.All, "", "host", "", 0, "2 B")]
    [InlineData(ChangeKinds.All, "", "", "s2", 0, "3 A")]
    [InlineData(ChangeKinds.All, "", "", "", 1, "2 B", "4 call 1 ringing", "5 engagement 70")]
    [InlineData(ChangeKinds.Call, "A", "", "", 0)]
    public async Task A_change_must_have_what_each_filter_asks_for(
        ChangeKinds kinds, string type, string direction, string surface, long call, params string[] expected)
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db =>
        {
            db.Messages.AddRange(
                HistoryRows.Message(portal.Id, 1, "A"),
                HistoryRows.Message(portal.Id, 2, "B", "host", callId: 1),
                HistoryRows.Message(portal.Id, 3, "A", surface: "s2"));
            db.Calls.Add(HistoryRows.Call(portal.Id, 1, row => row.State = "ringing"));
            db.Engagements.Add(HistoryRows.Engagement(portal.Id, 70, 1, row => row.CallId = 1));
        });

        Assert.Equal(expected, await ReadAsync(portal, 0, new ChangeFilter
        {
            Kinds = kinds,
            Types = Given(type),
            Directions = Given(direction),
            SurfaceIds = Given(surface),
            CallIds = call == 0 ? [] : [call],
        }));
    }

    [Fact]
    public async Task What_is_more_than_a_batch_comes_in_several_without_a_gap()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db =>
        {
            db.Messages.AddRange(Enumerable.Range(1, 1234).Select(number => HistoryRows.Message(portal.Id, number, "A")));
            db.Calls.AddRange(Enumerable.Range(1, 40).Select(number => HistoryRows.Call(portal.Id, number)));
        });
        var sequences = new List<long>();
        await foreach (var batch in Feed.FollowAsync(portal.Id, 0, new ChangeFilter(), idle: null, Cancelled))
        {
            sequences.AddRange(batch.Changes.Select(PositionOf));
            if (batch.Position == 1274)
                break;
        }

        Assert.Equal(Enumerable.Range(1, 1274).Select(number => (long)number), sequences);
    }

    [Fact]
    public async Task A_follower_hears_of_each_commit_and_of_idle_time()
    {
        var portal = await factory.CreatePortalAsync();
        await using var batches = Feed
            .FollowAsync(portal.Id, null, new ChangeFilter(), TimeSpan.FromMilliseconds(50), Cancelled)
            .GetAsyncEnumerator(Cancelled);
        Assert.True(await batches.MoveNextAsync());
        Assert.Empty(batches.Current.Changes);
        await SayAsync(portal, "A");
        while (await batches.MoveNextAsync() && batches.Current.Changes.Count == 0)
            Assert.Equal(0, batches.Current.Position);
        Assert.Equal("A", Assert.IsType<Message>(Assert.Single(batches.Current.Changes)).Type);
        Assert.True(await batches.MoveNextAsync());
        Assert.Equal(1, batches.Current.Position);
        Assert.Empty(batches.Current.Changes);
    }

    [Fact]
    public async Task A_follower_is_told_when_the_portal_begins_anew()
    {
        var portal = await factory.CreatePortalAsync();
        await SayAsync(portal, "A");
        await SayAsync(portal, "B");
        await portal.WriteAsync(db =>
        {
            db.Messages.RemoveRange(db.Messages);
            db.Counters.Single(counter => counter.Kind == Counter.Messages).Last = 0;
        });

        await foreach (var batch in Feed.FollowAsync(portal.Id, 2, new ChangeFilter(), idle: null, Cancelled))
        {
            Assert.Equal((true, 0L), (batch.StartsOver, batch.Position));
            break;
        }
    }

    [Fact]
    public async Task What_other_portals_do_is_not_heard()
    {
        var portal = await factory.CreatePortalAsync();
        var other = await factory.CreatePortalAsync();
        await SayAsync(other, "A");

        Assert.Empty(await ReadAsync(portal, 0));
    }

    private ChangeFeed Feed => factory.Services.GetRequiredService<ChangeFeed>();

    private async Task SayAsync(TestPortal portal, string type) =>
        await factory.Services.GetRequiredService<PortalWriter>().WriteAsync(portal.Id, async (db, token) =>
            db.Messages.Add(HistoryRows.Message(portal.Id, await db.NextAsync(Counter.Messages, token), type)), Cancelled);

    private async Task<List<string>> ReadAsync(TestPortal portal, long after, ChangeFilter? filter = null)
    {
        await foreach (var batch in Feed.FollowAsync(portal.Id, after, filter ?? new(), idle: null, Cancelled))
            return [.. batch.Changes.Select(Text)];
        return [];
    }

    private static string Text(IPortalOwned change) => $"{PositionOf(change)} " + change switch
    {
        Message message => message.Type,
        Call call => $"call {call.Id} {call.State}",
        Engagement engagement => $"engagement {engagement.EngagementId}",
        _ => change.ToString(),
    };

    private static long PositionOf(IPortalOwned change) =>
        change is Message message ? message.Sequence : ((IPositioned)change).Position;

    private static List<string> Given(string value) => value.Length == 0 ? [] : [value];
}
