using System.Text.Json;
using MockPortal.Calling;

namespace MockPortal.Surfaces;

/// <summary>The names under which the engine's values are stored and sent.</summary>
internal static class Wire
{
    public static string Name<T>(T value)
        where T : struct, Enum => JsonSerializer.SerializeToElement(value).GetString()!;

    /// <summary>A call's status in HubSpot's words, for an engagement that has no CRM object to say it.</summary>
    public static string Status(CurrentCall call) => call.EndStatus ?? call.Phase switch
    {
        CallPhase.DialSent or CallPhase.Dialing or CallPhase.Ringing => "RINGING",
        CallPhase.InProgress => "IN_PROGRESS",
        _ => "COMPLETED",
    };
}
