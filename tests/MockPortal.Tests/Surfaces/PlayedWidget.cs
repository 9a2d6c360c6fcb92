using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MockPortal.Calling;
using MockPortal.Surfaces;

namespace MockPortal.Tests.Surfaces;

/// <summary>A widget in a portal's remote, without a browser: what it says goes straight to the exchange.</summary>
internal sealed class PlayedWidget(PortalFactory factory, TestPortal portal)
{
    private long sequence;

    /// <summary>A widget that takes inbound calls, whose user is logged in and available.</summary>
    public static async Task<PlayedWidget> LogInAsync(PortalFactory factory, TestPortal portal, string name = "Softphone")
    {
        var played = new PlayedWidget(factory, portal);
        var widget = new Widget { Name = name, Url = "http://localhost:5081/", SupportsInboundCalling = true };
        await played.TakeAsync(new SurfaceOpened { Location = "remote", HostUrl = "http://localhost:5080", Widget = widget });
        await played.LoadAsync();
        return played;
    }

    /// <summary>A document of the widget is loaded and greeted.</summary>
    public async Task LoadAsync()
    {
        await TakeAsync(new FrameLoading());
        await TakeAsync(new FrameLoaded());
        var ack = JsonElement.Parse("""{"type":"SYNC_ACK","version":"0.9.7-beta.0","iFrameUrl":"http://localhost:5081"}""");
        await TakeAsync(new MessageReceived { Payload = ack, Acknowledges = true });
        await SayAsync("INITIALIZED", new { isLoggedIn = true, isAvailable = true });
    }

    /// <summary>The user presses a number on the page of a seeded contact.</summary>
    public Task DialAsync(string number) => TakeAsync(new DialClicked
    {
        PhoneNumber = number,
        Record = new RecordReference { ObjectTypeId = "0-1", ObjectId = 101 },
    });

    /// <summary>The page is gone.</summary>
    public Task CloseAsync() => TakeAsync(new SurfaceClosed());

    /// <summary>Says something and returns every message the host has sent to it.</summary>
    public async Task<List<JsonObject>> SayAsync(string type, object? data = null)
    {
        var reply = await TakeAsync(new MessageReceived { Payload = JsonSerializer.SerializeToElement(new { type, data }) });
        return [.. reply.Effects.Select(effect => effect.Effect).OfType<SendMessage>().Select(send => send.Message)];
    }

    private async Task<ExchangeReply> TakeAsync(SurfaceEvent reported)
    {
        var exchange = factory.Services.GetRequiredService<SurfaceExchange>();
        var request = new ExchangeRequest { Events = [reported with { Sequence = ++sequence }] };
        return (await exchange.ExchangeAsync(portal.Id, "surface-1", request))!;
    }
}
