using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockPortal.Calling;

/// <summary>What is made to go wrong: answers that fail, and messages that were held back.</summary>
public static partial class CallEngine
{
    /// <summary>
    /// Whether the request is to fail; if so, answers it. The host does not even try: nothing is created, saved or opened.
    /// </summary>
    private static bool Fails(Turn turn, string request, Func<string, JsonObject> answer)
    {
        if (turn.Context.FailureOf(request) is not { } message)
            return false;
        turn.Send(turn.SurfaceId, $"{request}_FAILED", answer(message));
        return true;
    }

    /// <summary>A message to the widget that was held back, or comes a second time. Its document may be gone by now.</summary>
    private static void SendAgain(Turn turn, LateMessageSent e)
    {
        turn.CallId = e.CallId;
        if (turn.Surface.Phase is FramePhase.Initialized)
            turn.Emit(turn.SurfaceId, new SendMessage { Message = e.Message });
    }
}

/// <summary>Told by the server: the widget said this a while ago, or once already, and the host hears it now.</summary>
public sealed record LateMessageReceived : EngineEvent
{
    public required string SurfaceId { get; init; }

    public required JsonElement Payload { get; init; }
}

/// <summary>Told by the server: a message of the host was held back, or is to come a second time, and goes out now.</summary>
public sealed record LateMessageSent : EngineEvent
{
    public required string SurfaceId { get; init; }

    public required JsonObject Message { get; init; }

    /// <summary>The call it belongs to.</summary>
    public long? CallId { get; init; }
}

/// <summary>The page heard a message that the host takes no notice of. No page reports it: the server puts it in its place.</summary>
public sealed record MessageMissed : SurfaceEvent;
