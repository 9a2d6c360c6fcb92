using System.Text.Json.Nodes;

namespace MockPortal.Calling;

/// <summary>What is done from outside, in place of the user.</summary>
public static partial class CallEngine
{
    /// <summary>Whether the page is there to act in: it was heard of lately, has a widget of its own and is not leaving.</summary>
    internal static bool IsOpen(Surface surface, DateTimeOffset now) =>
        !surface.Standby && now - surface.LastSeen <= UnseenLimit && !Navigates(surface.NavigatesSince, now);

    private static void Act(Turn turn, ActionAsked e)
    {
        switch (e.Action)
        {
            case SendByHand send: PostByHand(turn, send.Message); break;
            case Click click:
                turn.Emit(turn.SurfaceId, new Act { Event = click.Event, Provider = click.Provider, ByHand = true });
                break;
            case LeavePage leave: turn.Emit(turn.SurfaceId, new FollowLink { Url = leave.Url, ByHand = true }); break;
            case ReloadWidget: LoadAnew(turn, new ReloadFrame { ByHand = true }); break;
        }
    }

    /// <summary>Whatever the message is, and whether or not the widget's SDK knows it: to see what the widget makes of it.</summary>
    private static void PostByHand(Turn turn, JsonObject message)
    {
        var sent = message.DeepClone().AsObject();
        if (!sent.ContainsKey("messageId"))
            sent["messageId"] = turn.Context.NewMessageId();
        turn.Emit(turn.SurfaceId, new SendMessage { Message = sent, ByHand = true });
    }
}
