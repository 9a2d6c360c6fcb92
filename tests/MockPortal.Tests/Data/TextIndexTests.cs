using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Tests.Api;
using MockPortal.Tests.HubSpotApi;

namespace MockPortal.Tests.Data;

/// <summary>The index that finds parts of texts follows what it indexes.</summary>
public sealed class TextIndexTests(PortalFactory factory)
{
    [Fact]
    public async Task Calls_are_found_by_what_their_records_are_called_now()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        await hub.Portal.WriteAsync(db => db.Calls.Add(HistoryRows.Call(hub.Portal.Id, 1, call =>
        {
            (call.ObjectTypeId, call.ObjectId) = (ObjectTypes.Company, 9001);
            (call.CalleeObjectTypeId, call.CalleeObjectId) = (ObjectTypes.Contact, 101);
        })));
        await hub.Portal.WriteAsync(db => db.Engagements.Add(HistoryRows.Engagement(hub.Portal.Id, 5001, 1, engagement =>
            (engagement.ObjectTypeId, engagement.ObjectId) = (ObjectTypes.Contact, 101))));
        Assert.Equal([1], await FindAsync("castillo"));

        await hub.PatchAsync("/crm/v3/objects/contacts/101", """{ "properties": { "lastname": "Quintanilla", "email": "nora@example.org" } }""");

        Assert.Empty(await FindAsync("castillo"));
        Assert.Equal([1], await FindAsync("quintanilla"));
        Assert.Equal([1], await FindAsync("harbor"));
        Assert.Equal([5001], await hub.Portal.ListAsync<long>("/engagements?q=quintanilla", "engagementId"));
        Assert.Empty(await hub.Portal.ListAsync<long>("/engagements?q=castillo", "engagementId"));

        Task<IReadOnlyList<long>> FindAsync(string text) => hub.Portal.ListAsync<long>($"/calls?q={text}", "callId");
    }

    [Fact]
    public async Task Calls_are_found_by_what_becomes_known_of_them()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Calls.Add(HistoryRows.Call(portal.Id, 1)));
        await portal.WriteAsync(db =>
        {
            var call = db.Calls.Single();
            (call.FromNumber, call.ExternalCallId, call.EngagementIds) = ("+49 (30) 1234-56", "ext\"7", [70010001]);
            (call.ObjectTypeId, call.ObjectId) = ("2-4711", 9_007_199_254_740_991);
            call.Warnings = [new Warning { Code = "never-answered", Text = "No answer." }];
        });

        foreach (var query in (string[])
            ["q=number:4930123", "q=0)%201234", "q=30123456", "q=70010001", "q=warning:*", "q=warning:never-answered",
             "engagementId=70010001", "objectTypeId=2-4711&objectId=9007199254740991", "q=9007199254740991"])
            Assert.True((await portal.ListAsync<long>($"/calls?{query}", "callId")) is [1], query);
    }

    [Theory]
    [InlineData("ü")]
    [InlineData("ön")]
    [InlineData("Zürich 🎈")]
    [InlineData("李小龍")]
    [InlineData("o'b")]
    public async Task Texts_of_any_length_and_letters_are_found(string text)
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Calls.AddRange(
            HistoryRows.Call(portal.Id, 1),
            HistoryRows.Call(portal.Id, 2, call => call.ExternalCallId = $"a{text}z")));

        Assert.Equal([2], await portal.ListAsync<long>($"/calls?q=%22{Uri.EscapeDataString(text)}%22", "callId"));
    }

    [Theory]
    [InlineData("number:9017")]
    [InlineData("number:90171")]
    [InlineData("number:901712")]
    [InlineData("number:+4930901712")]
    [InlineData("number:30901712345678")]
    [InlineData("number:12345678")]
    [InlineData("\"(30) 9017-12345678\"")]
    [InlineData("+49 30 9017 12345678")]
    [InlineData("a901712-3456789b")]
    [InlineData("712-345678")]
    public async Task Any_part_of_a_number_finds_it_and_no_other(string query)
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Calls.AddRange(
            HistoryRows.Call(portal.Id, 1, call => (call.FromNumber, call.ExternalCallId) = ("+4930123490", "a901713-3456789b")),
            HistoryRows.Call(portal.Id, 2, call => (call.FromNumber, call.ExternalCallId) = ("+49 (30) 9017-12345678", "a901712-3456789b"))));

        Assert.Equal([2], await portal.ListAsync<long>($"/calls?q={Uri.EscapeDataString(query)}", "callId"));
    }

    [Fact]
    public async Task What_was_found_goes_on_page_by_page_in_the_order_of_the_list()
    {
        var portal = await factory.CreatePortalAsync();
        var other = await factory.CreatePortalAsync();
        foreach (var of in new[] { portal, other })
            await of.WriteAsync(db => db.Calls.AddRange(Enumerable.Range(1, 5).Select(id => HistoryRows.Call(of.Id, id))));

        var first = await portal.GetAsync("/calls?q=softphone&limit=3");
        var second = await portal.ListAsync<long>($"/calls?q=softphone&after={first["paging"]!["next"]!["after"]}", "callId");

        Assert.Equal([5, 4, 3], first["results"]!.AsArray().Select(call => call!["callId"]!.GetValue<long>()));
        Assert.Equal([2, 1], second);
    }

    [Fact]
    public async Task After_a_reset_only_what_came_since_is_found()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db => db.Calls.AddRange(HistoryRows.Call(db.PortalId, 1), HistoryRows.Call(db.PortalId, 2)));

        (await portal.Client.PostAsync(portal.Path("/reset"), content: null, Cancelled)).EnsureSuccessStatusCode();
        await portal.WriteAsync(db => db.Calls.Add(HistoryRows.Call(db.PortalId, 3)));
        await portal.WriteAsync(db => db.Calls.Add(HistoryRows.Call(db.PortalId, 4)));

        Assert.Equal([4, 3], await portal.ListAsync<long>("/calls?q=softphone", "callId"));
    }

    [Theory]
    [InlineData("DROP TRIGGER CallTexts_insert")]
    [InlineData("DROP TRIGGER CallTexts_insert; CREATE TRIGGER CallTexts_insert AFTER INSERT ON Calls BEGIN SELECT 1; END")]
    public async Task An_index_whose_triggers_are_missing_or_old_is_made_anew_at_the_next_start(string damage)
    {
        await using var own = new PortalFactory();
        var portal = await own.CreatePortalAsync();
        await own.ReadAsync(portal.Id, db => db.Database.ExecuteSqlRawAsync(damage, Cancelled));
        await portal.WriteAsync(db => db.Calls.Add(HistoryRows.Call(portal.Id, 1)));
        Assert.Empty(await portal.ListAsync<long>("/calls?q=softphone", "callId"));

        await own.ReadAsync(portal.Id, async db =>
        {
            await db.PrepareTextIndexesAsync(Cancelled);
            return true;
        });
        await portal.WriteAsync(db => db.Calls.Add(HistoryRows.Call(portal.Id, 2)));

        Assert.Equal([2, 1], await portal.ListAsync<long>("/calls?q=softphone", "callId"));
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;
}
