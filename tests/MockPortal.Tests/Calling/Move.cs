using System.Text.Json;
using CsCheck;
using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

/// <summary>One thing that happens, as text, so that a failing sequence can be read.</summary>
internal sealed record Move(string Surface, string Kind, string Argument, int User = 0)
{
    public const int Users = 2;

    private static readonly string[] Surfaces = ["tab", "other tab", "remote", "other remote", "window", "second window"];

    // Every kind of value for every field, the plausible ones included.
    private static readonly string[] Values =
    [
        "true", "false", "null", "0", "-1", "1.5", "5001", "7001", "1756000000000", "1e400", "12345678901234567890",
        "\"true\"", "\"false\"", "\"\"", "\" \"", "\"5001\"", "\"c-1\"", "\"c-2\"", "\"+4930123456\"", "\"BUSY\"",
        "\"INTERNAL_MISSED\"", "\"\\ud800\"", "\"\\u0000\"", "\"http://localhost:5082/x\"", "\"/x\"", "[]", "{}",
        "[1,{\"a\":[null]}]", "{\"hs_call_body\":\"x\",\"hs_call_status\":null,\"n\":{\"m\":1}}", "{\"\\ud800\":1}",
        "{\"width\":400,\"height\":\"\\ud800\"}", "{\"width\":{},\"height\":650}",
        "{\"originalMessage\":{\"type\":5}}", "\"UNKNOWN_MESSAGE_TYPE\"", "\"NEW_TAB\"",
        "{\"portalId\":4711,\"objectTypeId\":\"0-1\",\"objectId\":101}", "{\"portalId\":\"\\ud800\"}",
    ];

    private static readonly string[] Fields =
    [
        "isLoggedIn", "isAvailable", "sizeInfo", "widgetSize", "engagementId", "phoneNumber", "toNumber", "fromNumber",
        "createEngagement", "callStartTime", "externalCallId", "externalCallID", "callEndStatus", "hideWidget",
        "engagementProperties", "width", "height", "iFrameUrl", "message", "type", "data", "objectCoordinates", "openIn", "\\ud800", "x",
    ];

    private static readonly string[] Types =
    [
        .. ProtocolCatalogue.All.Where(type => type.Direction is MessageDirection.FromWidget).Select(type => type.Name),
        "OUTGOING_CALL_STARTED", "OUTGOING_CALL_STARTED", "CALL_ANSWERED", "CALL_ENDED", "CALL_COMPLETED", "LOGGED_IN",
        "NAVIGATE_TO_RECORD", "NAVIGATE_TO_RECORD", "INCOMING_CALL", "DIAL_NUMBER", "FOO",
    ];

    private static readonly Gen<string> Data = Gen.Frequency(
        (6, Gen.Select(Any(Fields), Any(Values), (field, value) => $"\"{field}\":{value}")
            .Array[0, 5].Select(fields => $"{{{string.Join(',', fields)}}}")),
        (2, Gen.Const("{\"objectCoordinates\":{\"portalId\":4711,\"objectTypeId\":\"0-1\",\"objectId\":101}}")),
        (4, Gen.Const("{\"createEngagement\":true,\"externalCallId\":\"c-1\"}")),
        (2, Any(Values)));

    private static readonly Gen<string> Messages = Gen.Frequency(
        (12, Gen.Select(Any(Types), Data, (type, data) => $"{{\"type\":\"{type}\",\"data\":{data}}}")),
        (2, Any(Types).Select(type => $"{{\"type\":\"{type}\"}}")),
        (1, Gen.Select(Any(Values), Any(Values), (type, url) => $"{{\"type\":{type},\"iFrameUrl\":{url}}}")),
        (1, Any(Values)));

    private static readonly Gen<(string Kind, string Argument)> Kinds = Gen.Frequency(
        (24, Messages.Select(message => ("message", message))),
        (6, Any("DIAL", "DIAL", "end", "minimize", "restore", "close", "close confirmed", "close limit", "retry", "use here")
            .Select(kind => (kind, ""))),
        (2, Any("loading", "loaded", "load", "sync failed", "refused").Select(kind => (kind, ""))),
        (5, Gen.Int[0, 8].Select(generation => ("ready", $"{generation}"))),
        (2, Gen.Select(Gen.Int[0, 8], Any("", "!"), (generation, mark) => ("ack", $"{generation}{mark}"))),
        (1, Gen.Bool.Select(inbound => ("open", inbound ? "inbound" : ""))),
        (1, Any("closed", "lost").Select(kind => (kind, ""))),
        (3, Gen.Const(("arrive", ""))),
        (3, Any("match", "no match", "looked up", "looked up", "not found", "marked").Select(kind => (kind, ""))),
        (3, Any("engagement created", "engagement failed").Select(kind => (kind, ""))),
        (1, Any("engagement updated", "engagement not updated").Select(kind => (kind, ""))),
        (3, Any("start queue", "queue loaded", "queue loaded", "task done", "task skipped", "leave queue").Select(kind => (kind, ""))),
        (1, Gen.Int[0, 60].Select(seconds => ("wait", $"{seconds}"))),
        (2, Any("act reload", "act click", "act leave").Select(kind => (kind, ""))),
        (1, Gen.Const(("restart", ""))),
        (2, Gen.Int[0, 3].Select(behind => ("confirm", $"{behind}"))));

    /// <summary>A session: the surfaces open first, most of them with a widget that is ready.</summary>
    public static readonly Gen<Move[]> Sequences =
        from inbound in Gen.Bool
        from generation in Gen.Int[0, 8]
        from moves in Gen.Select(Any(Surfaces), Kinds, Gen.Int[0, Users - 1],
            (surface, move, user) => new Move(surface, move.Kind, move.Argument, user)).Array[0, 80]
        select Enumerable.Range(0, Users)
            .SelectMany(user => Surfaces
                .Select(surface => new Move(surface, "open", inbound ? "inbound" : "", user))
                .Concat(Surfaces[1..^1].Select(surface => new Move(surface, "ready", $"{generation}", user))))
            .Concat(moves)
            .ToArray();

    /// <summary>The page's events that make up this move; none for what is no event.</summary>
    public IEnumerable<SurfaceEvent> Events() => Kind switch
    {
        "message" => [new MessageReceived { Payload = JsonElement.Parse(Argument), Origin = "http://localhost:5081" }],
        "DIAL" => [new DialClicked { PhoneNumber = "+4930123456", Callee = Desk.Ada }],
        "end" => [new EndCallClicked()],
        "minimize" => [new MinimizeClicked()],
        "restore" => [new RestoreClicked()],
        "close" => [new CloseClicked()],
        "close confirmed" => [new CloseClicked { Confirmed = true }],
        "close limit" => [new CloseLimitReached()],
        "retry" => [new RetryClicked()],
        "use here" => [new UseHereClicked()],
        "start queue" => [new StartQueueClicked()],
        "task done" => [new NextTaskClicked { TaskId = 7001, Done = true }],
        "task skipped" => [new NextTaskClicked { TaskId = 7002 }],
        "leave queue" => [new LeaveQueueClicked()],
        "load" => [new FrameWanted()],
        "loading" => [new FrameLoading()],
        "loaded" => [new FrameLoaded()],
        "sync failed" => [new SyncFailed()],
        "refused" => [new MessageRefused { Payload = default }],
        "ready" => [new FrameLoading(), new FrameLoaded(), Ack(), Initialized()],
        "ack" => [Ack()],
        "open" => [Opened()],
        "arrive" => [new SurfaceClosed(), Opened() with { CameFrom = "other tab" }],
        "closed" => [new SurfaceClosed()],
        _ => [],
    };

    private static Gen<string> Any(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private MessageReceived Ack() => new()
    {
        Payload = Desk.SyncAck((Generation)(Argument[0] - '0')),
        Acknowledges = !Argument.EndsWith('!'),
    };

    private static MessageReceived Initialized() => new()
    {
        Payload = JsonElement.Parse("""{"type":"INITIALIZED","data":{"isLoggedIn":true,"isAvailable":true}}"""),
    };

    private SurfaceOpened Opened() => new()
    {
        Location = Surface.EndsWith("tab", StringComparison.Ordinal) ? "widget" : Surface.Split(' ')[^1],
        HostUrl = "http://localhost:5080",
        Record = Surface == "tab" ? Desk.Ada : null,
        Widget = new Widget
        {
            Name = "Softphone",
            Url = "http://localhost:5081/",
            SupportsInboundCalling = Argument == "inbound",
        },
    };
}
