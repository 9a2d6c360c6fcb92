using System.Net.Http.Json;

namespace MockPortal.BrowserTests.Infrastructure;

/// <summary>One call of a <see cref="PlayedPage"/>.</summary>
internal sealed record PlayedCall
{
    public required string Number { get; init; }

    /// <summary>The contact whose page it is made from; null for a call that comes in.</summary>
    public long? From { get; init; }

    /// <summary>How long ago it began, a day at most.</summary>
    public required TimeSpan Ago { get; init; }

    /// <summary>From answered to ended; null: nobody answered.</summary>
    public TimeSpan? Talk { get; init; }

    public string EndStatus { get; init; } = "COMPLETED";

    /// <summary>The widget says CALL_COMPLETED in the end.</summary>
    public bool Completes { get; init; } = true;

    public bool CreateEngagement { get; init; } = true;
}

/// <summary>
/// A page with a widget that nobody has open: what it reports goes straight to the server. So there are as many calls as a test
/// wants within a moment, made by the server as it makes all calls.
/// </summary>
internal sealed class PlayedPage(PortalProcess portal, long portalId)
{
    private readonly List<object> events = [];
    private int calls;

    public PlayedPage Add(PlayedCall call)
    {
        var age = call.Ago.TotalMilliseconds;
        Open(call.From, age);
        var externalCallId = $"call-{++calls}";
        var own = "+12025550100";
        var (type, fromNumber, toNumber) = call.From is null
            ? ("INCOMING_CALL", call.Number, own)
            : ("OUTGOING_CALL_STARTED", own, call.Number);
        var callStartTime = DateTimeOffset.UtcNow.Add(-call.Ago).ToUnixTimeMilliseconds();
        Say(age, type, new { fromNumber, toNumber, externalCallId, callStartTime, createEngagement = call.CreateEngagement });
        age -= 4000;
        if (call.Talk is not null)
            Say(age, "CALL_ANSWERED", new { externalCallId });
        age -= call.Talk?.TotalMilliseconds ?? 0;
        Say(age, "CALL_ENDED", new { externalCallId, callEndStatus = call.EndStatus });
        if (call.Completes)
            Say(age - 9000, "CALL_COMPLETED", new { externalCallId, hideWidget = false });
        return this;
    }

    /// <summary>The page goes away, and all it said is told.</summary>
    public async Task PlayAsync()
    {
        Add(new { kind = "closed" }, 0);
        using var answer = await portal.Http.PostAsJsonAsync(
            $"/surfaces/{portalId}/played-page/exchange", new { received = 0, events }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private void Open(long? contact, double age)
    {
        var widget = new { name = "Example Dialer", url = "https://dialer.example/", supportsInboundCalling = true };
        var record = contact is { } objectId ? new { objectTypeId = "0-1", objectId } : null;
        Add(new { kind = "opened", location = "remote", hostUrl = portal.Url, record, widget }, age + 900);
        Add(new { kind = "frame-loading" }, age + 900);
        Add(new { kind = "frame-loaded" }, age + 600);
        Add(new { kind = "message", payload = new { type = "SYNC_ACK", messageId = "1_1", version = "0.9.7", iFrameUrl = "https://dialer.example" }, acknowledges = true }, age + 550);
        Say(age + 500, "INITIALIZED", new { isLoggedIn = true, isAvailable = true });
    }

    private void Say(double age, string type, object data) =>
        Add(new { kind = "message", payload = new { type, messageId = $"1_{events.Count}", data } }, age);

    private void Add(object reported, double age)
    {
        var node = System.Text.Json.JsonSerializer.SerializeToNode(reported)!.AsObject();
        node["sequence"] = events.Count + 1;
        node["age"] = age;
        events.Add(node);
    }
}
