namespace MockPortal.Faults;

/// <summary>Faults that go together, with a name.</summary>
/// <param name="Name">As <c>preset</c> names it.</param>
/// <param name="Title">What people read.</param>
/// <param name="Purpose">What one learns from it.</param>
/// <param name="Settings">Seed and rules.</param>
internal sealed record FaultPreset(string Name, string Title, string Purpose, FaultSettings Settings);

/// <summary>The days a calling app has to survive, the worst one first.</summary>
internal static class FaultPresets
{
    private const string ToWidget = "toWidget";
    private const string FromWidget = "fromWidget";

    public static IReadOnlyList<FaultPreset> All { get; } =
    [
        Of("worst-day", "Worst day", "A little of everything, by chance: what still works after it works.",
            new FaultRule { Fault = FaultKinds.Sync, Mode = SyncModes.Late, Delay = "2s", First = 1 },
            new FaultRule { Fault = FaultKinds.Fail, Request = "CREATE_ENGAGEMENT", Probability = 0.2 },
            new FaultRule { Fault = FaultKinds.Fail, Request = "UPDATE_ENGAGEMENT", Probability = 0.2 },
            new FaultRule { Fault = FaultKinds.Delay, Direction = ToWidget, Type = "*ENGAGEMENT*", Delay = "3s", Probability = 0.3 },
            new FaultRule { Fault = FaultKinds.Reorder, Direction = ToWidget, Type = "ENGAGEMENT_CREATED", Probability = 0.3 },
            new FaultRule { Fault = FaultKinds.Duplicate, Type = "*", Probability = 0.2 },
            new FaultRule { Fault = FaultKinds.Drop, Direction = ToWidget, Type = "CALLER_ID_MATCH_*", Probability = 0.2 },
            new FaultRule { Fault = FaultKinds.NoObjectId, Probability = 0.3 },
            new FaultRule { Fault = FaultKinds.EngagementId, Probability = 0.2 },
            new FaultRule { Fault = FaultKinds.Rest, Status = 429, Probability = 0.2 },
            new FaultRule { Fault = FaultKinds.Rest, Status = 502, Probability = 0.1 },
            new FaultRule { Fault = FaultKinds.Rest, Method = "POST", CutOff = true, Probability = 0.1 },
            new FaultRule { Fault = FaultKinds.Rest, Delay = "2s", Probability = 0.2 }),
        Of("late-engagement", "Late engagement id", "The id comes five seconds late, maybe after the call has ended.",
            new FaultRule { Fault = FaultKinds.Delay, Direction = ToWidget, Type = "ENGAGEMENT_CREATED", Delay = "5s" },
            new FaultRule { Fault = FaultKinds.Delay, Direction = ToWidget, Type = "CREATE_ENGAGEMENT_SUCCEEDED", Delay = "5s" }),
        Of("no-engagement", "No engagement", "HubSpot cannot create the engagement, and says so.",
            new FaultRule { Fault = FaultKinds.Fail, Request = "CREATE_ENGAGEMENT" }),
        Of("lost-answers", "Lost answers", "The host does what it is asked, but the widget never hears of it.",
            new FaultRule { Fault = FaultKinds.Drop, Direction = ToWidget, Type = "*ENGAGEMENT*" },
            new FaultRule { Fault = FaultKinds.Drop, Direction = ToWidget, Type = "CALLER_ID_MATCH_*" }),
        Of("twice", "Everything twice", "Every message arrives a second time, in both directions.",
            new FaultRule { Fault = FaultKinds.Duplicate, Direction = ToWidget },
            new FaultRule { Fault = FaultKinds.Duplicate, Direction = FromWidget }),
        Of("no-record", "No record", "DIAL_NUMBER has objectId 0 and no objectType, as from a ticket or the keypad.",
            new FaultRule { Fault = FaultKinds.NoObjectId }),
        Of("large-ids", "Large ids", "Engagement ids that a JavaScript number cannot hold.",
            new FaultRule { Fault = FaultKinds.EngagementId }),
        Of("slow-handshake", "Slow handshake", "SYNC comes five seconds late: does the widget wait?",
            new FaultRule { Fault = FaultKinds.Sync, Mode = SyncModes.Late, Delay = "5s" }),
        Of("no-handshake", "No handshake", "SYNC never comes, and the host gives up after three seconds.",
            new FaultRule { Fault = FaultKinds.Sync, Mode = SyncModes.Never },
            new FaultRule { Fault = FaultKinds.SyncLimit, Limit = "3s" }),
        Of("throttled", "Throttled REST API", "Every second request or so is one too many.",
            new FaultRule { Fault = FaultKinds.Rest, Status = 429, Probability = 0.5 }),
        Of("rest-down", "REST API down", "Every request to HubSpot's REST API ends with 503.",
            new FaultRule { Fault = FaultKinds.Rest, Status = 503 }),
    ];

    public static string Names => string.Join(", ", All.Select(preset => preset.Name));

    public static FaultPreset? Find(string name) => All.FirstOrDefault(preset => preset.Name == name);

    private static FaultPreset Of(string name, string title, string purpose, params FaultRule[] rules) =>
        new(name, title, purpose, new FaultSettings { Seed = 13, Rules = rules });
}
