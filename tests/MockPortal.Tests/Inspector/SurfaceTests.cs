using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MockPortal.Calling;
using MockPortal.Surfaces;

namespace MockPortal.Tests.Inspector;

/// <summary>The surfaces of a portal and how their handshakes went, as their pages report it.</summary>
public sealed class SurfaceTests(PortalFactory factory)
{
    private long sequence;

    [Fact]
    public async Task A_handshake_is_told_step_by_step()
    {
        var portal = await factory.CreatePortalAsync();
        await OpenAsync(portal);
        await TakeAsync(portal, new FrameLoading(), age: 5000);
        await TakeAsync(portal, new FrameLoaded(), age: 4000);
        foreach (var age in (int[])[4000, 3900, 3800])
            await TakeAsync(portal, new SyncSent { Message = Json("""{"type":"SYNC"}""") }, age);
        var surface = await OnlyAsync(portal);
        Assert.Equal("syncing", (string?)surface["state"]);
        Assert.Equal(3, (int?)surface["handshake"]!["syncs"]);
        Assert.Null(surface["handshake"]!["syncAckAt"]);

        await TakeAsync(portal, new MessageReceived { Payload = Json("""{"type":"SYNC_ACK","version":"0.9.7"}"""), Acknowledges = true }, 3750);
        await TakeAsync(portal, new MessageReceived { Payload = Json("""{"type":"INITIALIZED","data":{"isLoggedIn":true}}""") }, 3000);
        surface = await OnlyAsync(portal);

        Assert.Equal(("initialized", "0.9.7", true), ((string?)surface["state"], (string?)surface["sdkVersion"], (bool?)surface["loggedIn"]));
        Assert.InRange(Between(surface, "loadingAt", "loadedAt"), 800, 2000);
        Assert.InRange(Between(surface, "syncAt", "syncAckAt"), 200, 1000);
        Assert.InRange(Between(surface, "syncAckAt", "initializedAt"), 600, 2000);
        Assert.Null(surface["closedAt"]);

        await TakeAsync(portal, new SurfaceClosed());
        surface = await OnlyAsync(portal);
        Assert.Equal("initialized", (string?)surface["state"]);
        Assert.NotNull(surface["closedAt"]);
        Assert.Empty(await portal.ListAsync<string>("/surfaces?open=true", "surface"));
        Assert.Equal(["surface-1"], await portal.ListAsync<string>("/surfaces?open=false", "surface"));
    }

    [Fact]
    public async Task A_handshake_that_fails_says_why_and_the_next_document_begins_anew()
    {
        var portal = await factory.CreatePortalAsync();
        await OpenAsync(portal);
        await TakeAsync(portal, new FrameLoading());
        await TakeAsync(portal, new FrameLoaded());
        await TakeAsync(portal, new SyncSent { Message = Json("""{"type":"SYNC"}""") });
        await TakeAsync(portal, new SyncFailed { Reason = "Nobody answered." });
        var surface = await OnlyAsync(portal);
        Assert.Equal(("failed", "Nobody answered."), ((string?)surface["state"], (string?)surface["handshake"]!["failureReason"]));
        Assert.NotNull(surface["handshake"]!["failedAt"]);

        await TakeAsync(portal, new FrameLoaded());
        surface = await OnlyAsync(portal);
        Assert.Equal(("syncing", 0), ((string?)surface["state"], (int?)surface["handshake"]!["syncs"]));
        Assert.Null(surface["handshake"]!["failureReason"]);
    }

    [Fact]
    public async Task Each_step_of_a_handshake_is_an_event()
    {
        var portal = await factory.CreatePortalAsync();
        await using var events = await EventReader.OpenAsync(portal, "?event=surface");
        var states = new List<string?>();
        await OpenAsync(portal);
        states.Add((string?)JsonNode.Parse((await events.NextAsync()).Data)!["state"]);
        await TakeAsync(portal, new FrameLoading());
        states.Add((string?)JsonNode.Parse((await events.NextAsync()).Data)!["state"]);
        await TakeAsync(portal, new FrameLoaded());
        states.Add((string?)JsonNode.Parse((await events.NextAsync()).Data)!["state"]);

        Assert.Equal(["absent", "loading", "syncing"], states);
    }

    private Task OpenAsync(TestPortal portal) => TakeAsync(portal, new SurfaceOpened
    {
        Location = "widget",
        HostUrl = "http://localhost:5080",
        Widget = new Widget { Name = "Softphone", Url = "http://localhost:5081/" },
        Record = new RecordReference { ObjectTypeId = "0-1", ObjectId = 101 },
    });

    private async Task TakeAsync(TestPortal portal, SurfaceEvent reported, double age = 0) =>
        await factory.Services.GetRequiredService<SurfaceExchange>().ExchangeAsync(
            portal.Id, "surface-1", new ExchangeRequest { Events = [reported with { Sequence = ++sequence, Age = age }] });

    private static async Task<JsonNode> OnlyAsync(TestPortal portal) =>
        Assert.Single((await portal.GetAsync("/surfaces"))["results"]!.AsArray())!;

    private static double Between(JsonNode surface, string from, string to) =>
        (At(surface, to) - At(surface, from)).TotalMilliseconds;

    private static DateTimeOffset At(JsonNode surface, string step) => surface["handshake"]![step]!.GetValue<DateTimeOffset>();

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
