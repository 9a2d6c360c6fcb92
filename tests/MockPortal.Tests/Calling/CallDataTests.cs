using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

public sealed class CallDataTests
{
    [Theory]
    [InlineData("7001", 7001)]
    [InlineData("\"7001\"", 7001)]
    [InlineData("\" 7001 \"", 7001)]
    [InlineData("7001.0", 7001)]
    [InlineData("9007199254740991", 9_007_199_254_740_991)]
    public void CALL_DATA_records_an_engagement_id(string value, long expected)
    {
        var desk = Desk.Ready();
        desk.DialAndStart(createEngagement: false);
        var step = desk.Raw($$$"""{"type": "CALL_DATA", "data": {"engagementId": {{{value}}}}}""");

        var record = Assert.Single(step.Store<RecordEngagement>());
        Assert.Equal((expected, 1L), (record.EngagementId, record.Call?.CallId));
        Assert.Equal([expected], desk.State.Call!.EngagementIds);
        Assert.Empty(step.Warnings);
        Assert.Empty(step.Sent());
    }

    [Theory]
    [InlineData("""{"engagementId": 0}""", "0: an id is positive")]
    [InlineData("""{"engagementId": -5}""", "-5: an id is positive")]
    [InlineData("""{"engagementId": 1.5}""", "1.5: an id is a whole number")]
    [InlineData("""{"engagementId": 9007199254740992}""", "9007199254740992: it is greater")]
    [InlineData("""{"engagementId": 1e400}""", "1e400: it is greater")]
    [InlineData("""{"engagementId": "abc"}""", "\"abc\": the text is no positive whole number")]
    [InlineData("""{"engagementId": "\ud800"}""", "the text is no positive whole number")]
    [InlineData("""{"engagementId": null}""", "null: there is no id")]
    [InlineData("""{"engagementId": [7001]}""", "[7001]: an id is a number")]
    [InlineData("{}", "CALL_DATA names no engagementId. Send")]
    [InlineData("7001", "7001: its data is no object")]
    [InlineData("null", "null: its data is no object")]
    public void CALL_DATA_that_cannot_be_read_says_which_value_and_why(string data, string expected)
    {
        var desk = Desk.Ready();
        desk.DialAndStart(createEngagement: false);
        var step = desk.Raw($$"""{"type": "CALL_DATA", "data": {{data}}}""");

        Assert.Equal(["call-data-unreadable"], step.Codes());
        Assert.Contains(expected, step.Warnings[0].Text, StringComparison.Ordinal);
        Assert.Empty(step.Store<RecordEngagement>());
        Assert.Empty(desk.State.Call!.EngagementIds);
    }

    [Fact]
    public void CALL_DATA_said_again_adds_nothing()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Message("CALL_DATA", new { engagementId = 7001 });
        desk.Message("CALL_DATA", new { engagementId = "7001" });
        desk.Message("CALL_DATA", new { engagementId = 5001 });
        Assert.Equal([5001, 7001], desk.State.Call!.EngagementIds);
    }

    [Fact]
    public void CALL_DATA_after_the_call_goes_to_the_last_one_and_without_any_to_none()
    {
        var desk = Desk.Ready();
        var none = desk.Message("CALL_DATA", new { engagementId = 7000 });
        Assert.Equal(["call-data-without-call"], none.Codes());
        Assert.Null(Assert.Single(none.Store<RecordEngagement>()).Call);

        desk.DialAndStart(createEngagement: false);
        desk.Message("CALL_ENDED");
        desk.Message("CALL_COMPLETED");
        var late = desk.Message("CALL_DATA", new { engagementId = 7001 });
        Assert.Equal(["call-data-after-completed"], late.Codes());
        Assert.Equal([7001], desk.LastOver().EngagementIds);
        Assert.Equal((1, 1), (late.CallId, Assert.Single(late.Store<CallChanged>()).Call.CallId));
    }
}
