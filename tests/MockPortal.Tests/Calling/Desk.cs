using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

/// <summary>One user's desk: pages and widgets that talk to the engine, and everything the engine made of it.</summary>
internal sealed class Desk
{
    public const string Tab = "tab";

    public static readonly DateTimeOffset Start = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly RecordReference Ada = new() { ObjectTypeId = "0-1", ObjectId = 101, Name = "Ada Muster" };

    public static readonly RecordReference Company =
        new() { ObjectTypeId = "0-2", ObjectId = 900, Name = "Muster GmbH" };

    private readonly Dictionary<string, long> _sequences = [];
    private long _messageIds;
    private long _callsBefore;

    /// <summary>Calls are numbered from here on.</summary>
    public long FirstCallId { get; init; } = 1;

    public UserState State { get; set; } = UserState.Empty;

    public DateTimeOffset Now { get; set; } = Start;

    public bool DialAfterLogin { get; init; }

    public bool DialsInWindow { get; init; }

    public bool StrictInbound { get; init; }

    public Func<int> NewReplyDelay { get; init; } = () => 0;

    public bool UnloadsOnClose { get; init; }

    public bool TellsCallIds { get; init; }

    public Step Last { get; private set; } = new() { State = UserState.Empty };

    /// <summary>Every step since the desk was set up.</summary>
    public List<Step> Steps { get; } = [];

    public Surface Surface => State.Surfaces[Tab];

    public EngineContext Context => new()
    {
        Now = Now,
        NewMessageId = () => string.Create(CultureInfo.InvariantCulture, $"host-{++_messageIds}"),
        NewCallId = () => FirstCallId + _callsBefore++,
        PortalId = 4711,
        UserId = 12,
        OwnerId = 345,
        DialAfterLogin = DialAfterLogin,
        DialsInWindow = DialsInWindow,
        StrictInbound = StrictInbound,
        NewReplyDelay = NewReplyDelay,
        UnloadsOnClose = UnloadsOnClose,
        TellsCallIds = TellsCallIds,
    };

    /// <summary>A desk whose widget is ready on Ada's page.</summary>
    public static Desk Ready(
        Generation generation = Generation.G8, bool loggedIn = true, bool inbound = false, bool dialAfterLogin = false)
    {
        var desk = new Desk { DialAfterLogin = dialAfterLogin };
        desk.Connect(Tab, inbound ? "remote" : "widget", generation, loggedIn, inbound);
        return desk;
    }

    public void Open(
        string surface = Tab, string location = "widget", RecordReference? record = null, bool inbound = false,
        string? cameFrom = null, string app = "Softphone") =>
        Take(new SurfaceOpened
        {
            Location = location,
            HostUrl = "http://localhost:5080",
            Record = record,
            CameFrom = cameFrom,
            Widget = new Widget
            {
                Name = app,
                Url = "http://localhost:5081/",
                SupportsInboundCalling = inbound,
            },
        }, surface);

    public void Connect(
        string surface, string location = "widget", Generation generation = Generation.G8, bool loggedIn = true,
        bool inbound = false, string app = "Softphone")
    {
        Open(surface, location, Ada, inbound, app: app);
        Sync(generation, surface);
        Message("INITIALIZED", new { isLoggedIn = loggedIn, isAvailable = true }, surface);
        Take(new RestoreClicked(), surface);
    }

    public void Sync(Generation generation = Generation.G8, string surface = Tab)
    {
        Take(new FrameLoading(), surface);
        Take(new FrameLoaded(), surface);
        Acknowledge(generation, surface);
    }

    public Step Acknowledge(Generation generation = Generation.G8, string surface = Tab) =>
        Take(new MessageReceived { Payload = SyncAck(generation), Acknowledges = true }, surface);

    public static JsonElement SyncAck(Generation generation)
    {
        string[] versions = ["0.0.1", "0.0.1", "0.2.1-beta.0", "0.5.0-rc.0", "0.5.1-beta.0", "0.8.1-alpha.0",
            "0.9.3-beta.0", "0.9.4-beta.0", "0.9.7-beta.0"];
        var message = new JsonObject
        {
            ["type"] = "SYNC_ACK",
            ["messageId"] = "host-sync",
            ["version"] = versions[(int)generation],
        };
        if (generation is not Generation.G0)
            message["iFrameUrl"] = "http://localhost:5081";
        return JsonSerializer.SerializeToElement(message);
    }

    public Step Message(string type, object? data = null, string surface = Tab)
    {
        var message = new Dictionary<string, object?> { ["type"] = type, ["messageId"] = "1_2" };
        if (data is not null)
            message["data"] = data;
        return Raw(JsonSerializer.Serialize(message), surface);
    }

    public Step Raw(string json, string surface = Tab) =>
        Take(new MessageReceived { Payload = JsonElement.Parse(json) }, surface);

    public Step Dial(string number = "+4930123456", string surface = Tab) => Take(new DialClicked
    {
        PhoneNumber = number,
        Property = "mobilephone",
        CountryCode = "DE",
        Callee = Ada,
    }, surface);

    /// <summary>Dials, and the widget takes the call up; with an engagement unless told otherwise.</summary>
    public void DialAndStart(bool createEngagement = true, string? externalCallId = null)
    {
        Dial();
        Message("OUTGOING_CALL_STARTED", new { createEngagement, externalCallId, toNumber = "+4930123456" });
        if (createEngagement)
            Tell(new EngagementCreated { CallId = State.Call!.CallId, EngagementId = 5000 + State.Call.CallId });
    }

    public Step Take(SurfaceEvent e, string surface = Tab)
    {
        _sequences[surface] = _sequences.GetValueOrDefault(surface) + 1;
        return Repeat(e with { Sequence = _sequences[surface] }, surface);
    }

    /// <summary>Takes the event with the number it has.</summary>
    public Step Repeat(SurfaceEvent e, string surface = Tab) => Keep(CallEngine.Apply(State, surface, e, Context));

    public Step Tell(EngineEvent e) => Keep(CallEngine.Apply(State, e, Context));

    public void Wait(double seconds) => Now = Now.AddSeconds(seconds);

    private Step Keep(Step step)
    {
        State = step.State;
        Last = step;
        Steps.Add(step);
        return step;
    }
}
