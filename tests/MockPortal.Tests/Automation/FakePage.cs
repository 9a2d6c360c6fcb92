using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MockPortal.Calling;
using MockPortal.Surfaces;

namespace MockPortal.Tests.Automation;

/// <summary>An open page without a browser: it reports what happens, and carries out effects when it is told to.</summary>
internal sealed class FakePage(PortalFactory factory, TestPortal portal, string surfaceId = "s-page")
{
    private readonly Queue<NumberedEffect> asked = new();
    private long sequence;
    private long carriedOut;

    public string SurfaceId { get; } = surfaceId;

    /// <summary>A page whose widget is ready.</summary>
    public static async Task<FakePage> ReadyAsync(PortalFactory factory, TestPortal portal, string surfaceId = "s-page")
    {
        var page = new FakePage(factory, portal, surfaceId);
        await page.OpenAsync();
        await page.ReportAsync(new FrameLoading());
        await page.ReportAsync(new FrameLoaded());
        var ack = JsonElement.Parse("""{"type":"SYNC_ACK","version":"0.9.7-beta.0","iFrameUrl":"http://localhost:5081"}""");
        await page.ReportAsync(new MessageReceived { Payload = ack, Acknowledges = true });
        await page.SayAsync("INITIALIZED", new { isLoggedIn = true, isAvailable = true });
        return page;
    }

    public Task OpenAsync(string location = "widget") => ReportAsync(new SurfaceOpened
    {
        Location = location,
        HostUrl = "http://localhost:5080",
        Widget = new Widget { Name = "Softphone", Url = "http://localhost:5081/" },
        Record = new RecordReference { ObjectTypeId = "0-1", ObjectId = 101, Name = "Nora Castillo" },
    });

    /// <summary>The widget says something.</summary>
    public Task SayAsync(string type, object? data = null) =>
        ReportAsync(new MessageReceived { Payload = JsonSerializer.SerializeToElement(new { type, data }) });

    public Task<IReadOnlyList<NumberedEffect>> ReportAsync(SurfaceEvent reported) => ExchangeAsync(reported);

    /// <summary>Fetches what was asked for from outside, and answers that it was done, or why not.</summary>
    public async Task<PageEffect> DoAsync(string? refusal = null)
    {
        var effect = await WaitForActionAsync();
        await ReportAsync(new ActionDone { Effect = effect.Number, Refusal = refusal });
        return effect.Effect;
    }

    /// <summary>Asks for what is to be done until somebody has asked for something.</summary>
    public async Task<NumberedEffect> WaitForActionAsync()
    {
        NumberedEffect? effect;
        for (var began = Stopwatch.GetTimestamp(); !asked.TryDequeue(out effect); await ExchangeAsync())
            Assert.True(Stopwatch.GetElapsedTime(began) < Eventually.Limit, "Nobody asked the page for anything.");

        return effect;
    }

    /// <summary>Whether the page is told to load anew.</summary>
    public async Task<bool> IsToReloadAsync(params SurfaceEvent[] events) => (await AskAsync(events)).Reload;

    private async Task<IReadOnlyList<NumberedEffect>> ExchangeAsync(params SurfaceEvent[] events)
    {
        var reply = await AskAsync(events);
        var fresh = reply.Effects.Where(effect => effect.Number > carriedOut).ToList();
        carriedOut = fresh.LastOrDefault()?.Number ?? carriedOut;
        foreach (var effect in fresh.Where(effect => effect.Effect.ByHand))
            asked.Enqueue(effect);
        return fresh;
    }

    private async Task<ExchangeReply> AskAsync(SurfaceEvent[] events)
    {
        var exchange = factory.Services.GetRequiredService<SurfaceExchange>();
        var request = new ExchangeRequest
        {
            Received = carriedOut,
            Events = [.. events.Select(reported => reported with { Sequence = ++sequence })],
        };
        return (await exchange.ExchangeAsync(portal.Id, SurfaceId, request))!;
    }
}
