using System.Text.Json;
using MockPortal.Automation.Expecting;

namespace MockPortal.Tests.Automation;

/// <summary>A trace held against what was expected of it.</summary>
public sealed class ExpectationTests
{
    private static readonly IReadOnlyList<TraceEntry> Call =
    [
        Entry(3, "host", "dial", """{"phoneNumber":"+1"}"""),
        Entry(4, "toWidget", "DIAL_NUMBER", """{"type":"DIAL_NUMBER","data":{"phoneNumber":"+1","calleeInfo":{"calleeId":101}}}"""),
        Entry(6, "fromWidget", "OUTGOING_CALL_STARTED", """{"type":"OUTGOING_CALL_STARTED","data":{"createEngagement":true,"list":[1,{"a":2}]}}"""),
        Entry(8, "fromWidget", "CALL_ENDED", """{"type":"CALL_ENDED","data":{"callEndStatus":"BUSY"}}"""),
        Entry(9, "fromWidget", "CALL_COMPLETED", """{"type":"CALL_COMPLETED","messageId":"7"}"""),
    ];

    [Fact]
    public void Messages_are_found_in_their_order_with_others_in_between()
    {
        var result = Check(Message("dial_number"), Message("CALL_ENDED"));

        Assert.True(result.IsMet);
        Assert.Equal([4, 8], result.Matched.Select(entry => entry.Sequence));
    }

    [Theory]
    [InlineData("""{"phoneNumber":"+1"}""")]
    [InlineData("""{"calleeInfo":{"calleeId":101}}""")]
    [InlineData("""{"calleeInfo":{"calleeId":101.0}}""")]
    [InlineData("""{"calleeInfo":{}}""")]
    [InlineData("""{"missing":null}""")]
    [InlineData("{}")]
    public void An_object_may_have_more_than_was_asked_for(string data) => Assert.True(Check(Message("DIAL_NUMBER", data)).IsMet);

    [Theory]
    [InlineData("""{"phoneNumber":"+2"}""", "data.phoneNumber is \"+1\" instead of \"+2\"")]
    [InlineData("""{"calleeInfo":{"calleeId":"101"}}""", "data.calleeInfo.calleeId is 101 instead of \"101\"")]
    [InlineData("""{"calleeInfo":{"calleeId":null}}""", "data.calleeInfo.calleeId is 101 instead of null")]
    [InlineData("""{"phoneNumber":{"a":1}}""", "data.phoneNumber is \"+1\" instead of {\"a\":1}")]
    [InlineData("""{"missing":true}""", "data.missing is nothing instead of true")]
    public void The_nearest_miss_says_which_field_differs_and_how(string data, string difference)
    {
        var result = Check(Message("DIAL_NUMBER", data));

        Assert.False(result.IsMet);
        Assert.Equal(4, result.Nearest!.Entry.Sequence);
        Assert.Equal([difference], result.Nearest.Differences.Select(found => found.ToString()));
    }

    [Theory]
    [InlineData("""{"list":[1,{"a":2}]}""", true)]
    [InlineData("""{"list":[1,{}]}""", true)]
    [InlineData("""{"list":[1]}""", false)]
    [InlineData("""{"list":[{"a":2},1]}""", false)]
    public void Lists_are_compared_whole_and_in_order(string data, bool met) =>
        Assert.Equal(met, Check(Message("OUTGOING_CALL_STARTED", data)).IsMet);

    [Fact]
    public void What_does_not_lie_in_data_is_compared_as_payload()
    {
        Assert.True(Check(new ExpectedMessage { Type = "CALL_COMPLETED", Payload = JsonElement.Parse("""{"messageId":"7"}""") }).IsMet);
        Assert.True(Check(new ExpectedMessage { Type = "dial", Direction = "host", Payload = JsonElement.Parse("""{"phoneNumber":"+1"}""") }).IsMet);
    }

    [Fact]
    public void Direction_surface_and_call_are_compared_too()
    {
        var differences = Check(new ExpectedMessage { Type = "CALL_ENDED", Direction = "toWidget", Surface = "s-2", CallId = 2 }).Nearest!.Differences;

        Assert.Equal(
            ["direction is \"fromWidget\" instead of \"toWidget\"", "surface is \"s-1\" instead of \"s-2\"", "callId is 1 instead of 2"],
            differences.Select(found => found.ToString()));
    }

    [Fact]
    public void A_message_that_came_before_the_one_it_should_follow_is_told_as_such()
    {
        var result = Check(Message("CALL_ENDED"), Message("OUTGOING_CALL_STARTED"));

        Assert.Equal([8], result.Matched.Select(entry => entry.Sequence));
        Assert.True(result.Nearest!.CameTooEarly);
        Assert.Equal(6, result.Nearest.Entry.Sequence);
    }

    [Fact]
    public void Without_a_message_of_the_type_nothing_is_near() => Assert.Null(Check(Message("CALL_DATA")).Nearest);

    [Fact]
    public void What_must_never_come_is_found_up_to_the_last_message_expected()
    {
        Assert.Equal(8, Check([Message("CALL_COMPLETED")], [Message("CALL_ENDED", """{"callEndStatus":"BUSY"}""")]).Unwanted!.Sequence);
        Assert.True(Check([Message("CALL_ENDED")], [Message("CALL_COMPLETED")]).IsMet);
        Assert.True(Check([], [Message("CALL_ENDED", """{"callEndStatus":"FAILED"}""")]).IsMet);
        Assert.Equal(9, Check([], [Message("CALL_COMPLETED")]).Unwanted!.Sequence);
    }

    private static ExpectationResult Check(params ExpectedMessage[] messages) => Check(messages, []);

    private static ExpectationResult Check(ExpectedMessage[] messages, ExpectedMessage[] never) => Expectation.Check(messages, never, Call);

    private static ExpectedMessage Message(string type, string? data = null) =>
        new() { Type = type, Data = data is null ? null : JsonElement.Parse(data) };

    private static TraceEntry Entry(long sequence, string direction, string type, string payload) => new()
    {
        Sequence = sequence,
        At = DateTimeOffset.UnixEpoch.AddSeconds(sequence),
        Direction = direction,
        Type = type,
        Payload = JsonElement.Parse(payload),
        Surface = "s-1",
        CallId = 1,
    };
}
