using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MockPortal.Calling;
using MockPortal.Surfaces;

namespace MockPortal.Tests.Surfaces;

/// <summary>A page without a browser in a portal where things go wrong; it confirms at once what it was given to do.</summary>
internal sealed class FaultyPage(PortalFactory factory, TestPortal portal)
{
    private readonly SurfaceExchange exchange = factory.Services.GetRequiredService<SurfaceExchange>();
    private long sequence;
    private long received;

    public TestPortal Portal { get; } = portal;

    /// <summary>A page whose widget is ready, and then the rules.</summary>
    public static async Task<FaultyPage> ReadyAsync(PortalFactory factory, string rules, bool supportsInboundCalling = false)
    {
        var page = new FaultyPage(factory, await factory.CreatePortalAsync());
        await page.TakeAsync(Opened(supportsInboundCalling));
        await page.GreetAsync();
        await page.PutAsync(rules);
        return page;
    }

    public static SurfaceOpened Opened(bool supportsInboundCalling = false) => new()
    {
        Location = supportsInboundCalling ? "remote" : "widget",
        HostUrl = "http://localhost:5080",
        Record = new RecordReference { ObjectTypeId = "0-1", ObjectId = 101 },
        Widget = new Widget { Name = "Softphone", Url = "http://localhost:5081/", SupportsInboundCalling = supportsInboundCalling },
    };

    public static MessageReceived Message(string type, object? data) =>
        new() { Payload = JsonSerializer.SerializeToElement(new { type, data }) };

    /// <summary>The widget's document is loaded, again or for the first time; what the page is told when it is there.</summary>
    public async Task<ExchangeReply> GreetAsync()
    {
        await TakeAsync(new FrameLoading());
        var reply = await TakeAsync(new FrameLoaded());
        var ack = JsonElement.Parse("""{"type":"SYNC_ACK","version":"0.9.7-beta.0","iFrameUrl":"http://localhost:5081"}""");
        await TakeAsync(new MessageReceived { Payload = ack, Acknowledges = true });
        await SayAsync("INITIALIZED", new { isLoggedIn = true, isAvailable = true });
        return reply;
    }

    public async Task PutAsync(string rules)
    {
        using var answer = await Portal.Client.PutAsJsonAsync(
            Portal.Path("/faults"),
            JsonNode.Parse($$"""{ "seed": 7, "rules": [{{rules}}] }"""),
            TestContext.Current.CancellationToken);
        await answer.ReadJsonAsync();
    }

    public Task<List<string>> StartCallAsync() => SayAsync("OUTGOING_CALL_STARTED", new
    {
        createEngagement = true,
        toNumber = "+15550101",
        callStartTime = 1_760_000_000_000,
        externalCallId = "c-1",
    });

    public async Task EndCallAsync()
    {
        await SayAsync("CALL_ENDED", new { externalCallId = "c-1" });
        await SayAsync("CALL_COMPLETED", new { externalCallId = "c-1", hideWidget = false });
    }

    /// <summary>The latest call.</summary>
    public async Task<JsonNode> CallAsync() => (await Portal.GetAsync("/calls"))["results"]![0]!;

    /// <summary>What the first rule has counted.</summary>
    public async Task<(int Seen, int Hits)> CountsAsync()
    {
        var rule = (await Portal.GetAsync("/faults"))["rules"]![0]!;
        return (rule["seen"]!.GetValue<int>(), rule["hits"]!.GetValue<int>());
    }

    /// <summary>What the trace says of the faults.</summary>
    public async Task<List<JsonNode>> NotesAsync() =>
        [.. (await Portal.GetAsync("/messages?type=fault"))["results"]!.AsArray().Select(message => message!["payload"]!)];

    /// <summary>Says something as the widget; the types of what the host sends for it.</summary>
    public async Task<List<string>> SayAsync(string type, object? data = null) =>
        [.. (await SendAsync(type, data)).Select(sent => sent["type"]!.GetValue<string>())];

    /// <summary>The same; what the host sends, whole.</summary>
    public Task<List<JsonObject>> SendAsync(string type, object? data) => SendEventAsync(Message(type, data));

    public async Task<List<JsonObject>> SendEventAsync(SurfaceEvent reported) =>
        [.. (await TakeAsync(reported)).Effects.Select(effect => effect.Effect).OfType<SendMessage>().Select(send => send.Message)];

    public async Task<ExchangeReply> TakeAsync(SurfaceEvent reported)
    {
        var request = new ExchangeRequest { Received = received, Events = [reported with { Sequence = ++sequence }] };
        var reply = (await exchange.ExchangeAsync(Portal.Id, "surface-1", request))!;
        received = reply.Effects.Select(effect => effect.Number).DefaultIfEmpty(received).Max();
        return reply;
    }
}
