using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MockPortal.Calling;
using MockPortal.Surfaces;

namespace MockPortal.Tests.Automation;

/// <summary>An open page without a browser: it reports what happens, and carries out effects when it is told to.</summary>
internal sealed class FakePage(PortalFactory factory, TestPortal portal, string surfaceId = "s-page")
{
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
        var asked = await WaitForActionAsync();
        await ReportAsync(new ActionDone { Effect = asked.Number, Refusal = refusal });
        return asked.Effect;
    }

    /// <summary>Asks for what is to be done until somebody has asked for something.</summary>
    public async Task<NumberedEffect> WaitForActionAsync()
    {
        while (true)
        {
            if ((await ExchangeAsync()).FirstOrDefault(effect => effect.Effect.ByHand) is { } asked)
                return asked;
        }
    }

    private async Task<IReadOnlyList<NumberedEffect>> ExchangeAsync(params SurfaceEvent[] events)
    {
        var exchange = factory.Services.GetRequiredService<SurfaceExchange>();
        var request = new ExchangeRequest
        {
            Received = carriedOut,
            Events = [.. events.Select(reported => reported with { Sequence = ++sequence })],
        };
        var reply = (await exchange.ExchangeAsync(portal.Id, SurfaceId, request))!;
        var fresh = reply.Effects.Where(effect => effect.Number > carriedOut).ToList();
        carriedOut = fresh.LastOrDefault()?.Number ?? carriedOut;
        return fresh;
    }
}
