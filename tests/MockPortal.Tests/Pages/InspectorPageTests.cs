using System.Net;
using MockPortal.Tests.Api;

namespace MockPortal.Tests.Pages;

/// <summary>The inspector as it is without a script.</summary>
public sealed class InspectorPageTests(PageServer server)
{
    [Fact]
    public async Task The_latest_messages_are_listed_oldest_first_and_earlier_ones_are_a_link_away()
    {
        var portal = await server.CreatePortalAsync(db =>
            db.Messages.AddRange(Enumerable.Range(1, 150).Select(number => HistoryRows.Message(db.PortalId, number, $"M{number}"))));

        var latest = await server.LoadAsync($"/portals/{portal}/inspector");
        Assert.Equal(Enumerable.Range(51, 100).Select(number => $"M{number}"), Types(latest));

        var earlier = await server.LoadAsync(latest.QuerySelector("[data-slot=earlier] a")!.GetAttribute("href")!);
        Assert.Equal(Enumerable.Range(1, 50).Select(number => $"M{number}"), Types(earlier));
    }

    [Theory]
    [InlineData("type=b", "B")]
    [InlineData("type=&direction=host&surface=&callId=", "B")]
    [InlineData("surface=s-2", "C")]
    [InlineData("callId=7", "A", "C")]
    [InlineData("callId=7&surface=s-2", "C")]
    public async Task A_filter_of_the_form_is_carried_out(string query, params string[] expected)
    {
        var portal = await PortalAsync();

        Assert.Equal(expected, Types(await server.LoadAsync($"/portals/{portal}/inspector?{query}")));
    }

    [Fact]
    public async Task A_picked_message_is_shown_with_all_there_is_to_say_of_it()
    {
        var portal = await server.CreatePortalAsync(db => db.Messages.Add(new()
        {
            PortalId = db.PortalId,
            Sequence = 1,
            SurfaceId = "s-1",
            At = HistoryRows.Noon,
            Direction = "fromWidget",
            Type = "CALL_DATA",
            Payload = """{"type":"CALL_DATA","data":{"engagementId":"<b>12</b>"}}""",
            Warnings = [new() { Code = "call-data-unreadable", Text = "No id." }],
        }));

        var page = await server.LoadAsync($"/portals/{portal}/inspector?message=1");
        var card = page.QuerySelector("[data-testid=inspector-message]")!;

        Assert.Contains("Names an engagement the app created for the call by itself.", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("No id. call-data-unreadable", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"engagementId\": \"<b>12</b>\"", card.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Null(card.QuerySelector("b"));
        Assert.Equal("true", page.QuerySelector("[data-sequence='1'] a")!.GetAttribute("aria-current"));
    }

    [Theory]
    [InlineData("direction=up", "direction is 'up'; allowed: toWidget, fromWidget, host.")]
    [InlineData("callId=one", "The call is 'one'; allowed is a whole number.")]
    public async Task A_filter_that_is_none_is_told_in_words(string query, string text)
    {
        var page = await server.LoadAsync($"/portals/{await PortalAsync()}/inspector?{query}");

        Assert.Equal(text, page.QuerySelector(".inspector [role=alert]")!.TextContent.Trim());
        Assert.Empty(Types(page));
    }

    [Fact]
    public async Task A_surface_shows_how_far_its_handshake_got_and_how_long_it_took()
    {
        var portal = await server.CreatePortalAsync(db =>
        {
            var noon = HistoryRows.Noon;
            db.Surfaces.Add(HistoryRows.Surface(db.PortalId, "s-good", row => row.Handshake = new()
            {
                LoadingAt = noon,
                LoadedAt = noon.AddMilliseconds(150),
                SyncAt = noon.AddMilliseconds(150),
                Syncs = 3,
                SyncAckAt = noon.AddMilliseconds(380),
                InitializedAt = noon.AddMilliseconds(500),
            }));
            db.Surfaces.Add(HistoryRows.Surface(db.PortalId, "s-bad", row =>
            {
                row.State = "failed";
                row.Handshake = new()
                {
                    LoadedAt = noon,
                    SyncAt = noon,
                    Syncs = 300,
                    FailedAt = noon.AddSeconds(30),
                    FailureReason = "No SDK answered.",
                };
            }));
            db.Surfaces.Add(HistoryRows.Surface(db.PortalId, "s-none", row => row.State = "absent"));
        });

        var page = await server.LoadAsync($"/portals/{portal}/inspector");

        Assert.Null(page.QuerySelector("[data-surface=s-none]"));
        Assert.Equal(
            ["loaded after 150 ms", "SYNC sent 3 times", "SYNC_ACK after 230 ms", "INITIALIZED after 120 ms"], Steps(page, "s-good"));
        Assert.Equal(["loaded", "SYNC sent 300 times", "SYNC_ACK none after 30.0 s", "INITIALIZED"], Steps(page, "s-bad"));
        Assert.Equal("No SDK answered.", page.QuerySelector("[data-surface=s-bad] .reason")!.TextContent);
    }

    [Fact]
    public async Task Where_nothing_was_said_the_page_says_what_to_do()
    {
        var portal = await server.CreatePortalAsync();
        var page = await server.LoadAsync($"/portals/{portal}/inspector");

        Assert.Equal($"/contacts/{portal}/objects/0-1", page.QuerySelector("[data-slot=empty] a")!.GetAttribute("href"));
        Assert.False(page.QuerySelector("[data-slot=empty]")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task A_message_that_is_not_there_is_not_found()
    {
        var portal = await server.CreatePortalAsync();

        await server.LoadAsync($"/portals/{portal}/inspector/messages/5", HttpStatusCode.NotFound);
    }

    private Task<long> PortalAsync() => server.CreatePortalAsync(db => db.Messages.AddRange(
        HistoryRows.Message(db.PortalId, 1, "A", callId: 7),
        HistoryRows.Message(db.PortalId, 2, "B", "host"),
        HistoryRows.Message(db.PortalId, 3, "C", surface: "s-2", callId: 7)));

    private static IEnumerable<string> Types(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelectorAll("[data-slot=rows] .type").Select(type => type.TextContent);

    private static IEnumerable<string> Steps(AngleSharp.Html.Dom.IHtmlDocument page, string surface) =>
        page.QuerySelectorAll($"[data-surface={surface}] .steps li").Select(step => string.Join(' ', step.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
