using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

public sealed class ReplyDelayTests
{
    [Fact]
    public void Replies_are_late_in_the_order_they_were_given_and_what_the_user_causes_is_not()
    {
        var delays = new Queue<int>([300, 20, 70]);
        var desk = new Desk { NewReplyDelay = delays.Dequeue };
        desk.Connect(Desk.Tab);
        desk.DialAndStart();
        desk.Take(new MinimizeClicked());
        desk.Message("NAVIGATE_TO_RECORD", new { objectCoordinates = new { portalId = 1, objectTypeId = "0-1", objectId = 5 } });

        Assert.Equal(
            [("DIAL_NUMBER", 0), ("ENGAGEMENT_CREATED", 300), ("CREATE_ENGAGEMENT_SUCCEEDED", 20), ("VISIBILITY_CHANGED", 0),
                ("NAVIGATE_TO_RECORD_FAILED", 70)],
            Sent(desk).SkipWhile(sent => sent.Type != "DIAL_NUMBER"));
    }

    [Fact]
    public void By_default_nothing_is_late()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();

        Assert.All(Sent(desk), sent => Assert.Equal(0, sent.Delay));
    }

    [Fact]
    public void Every_message_that_reports_an_outcome_is_a_reply()
    {
        var replies = ProtocolCatalogue.All.Where(type => type.IsReply).Select(type => type.Name);

        Assert.Equal(
            [
                "ENGAGEMENT_CREATED", "CREATE_ENGAGEMENT_SUCCEEDED", "CREATE_ENGAGEMENT_FAILED", "UPDATE_ENGAGEMENT_SUCCEEDED",
                "UPDATE_ENGAGEMENT_FAILED", "CALLER_ID_MATCH_SUCCEEDED", "CALLER_ID_MATCH_FAILED", "NAVIGATE_TO_RECORD_FAILED",
                "PUBLISH_TO_CHANNEL_SUCCEEDED", "PUBLISH_TO_CHANNEL_FAILED", "INITIATE_CALL_ID_SUCCEEDED",
                "INITIATE_CALL_ID_FAILED", "SET_WIDGET_URL_FAILED", "UPDATE_ASSOCIATIONS_FAILED",
                "FINALIZE_ENGAGEMENT_SUCCEEDED", "FINALIZE_ENGAGEMENT_FAILED",
            ],
            replies);
    }

    private static IEnumerable<(string Type, int Delay)> Sent(Desk desk) =>
        desk.Steps.SelectMany(step => step.PageEffects).Select(sent => sent.Effect).OfType<SendMessage>()
            .Select(message => (message.Type, message.Delay));
}
