using MockPortal.Data;
using MockPortal.History.Messages;

namespace MockPortal.Tests.History;

/// <summary>What an SDK takes no notice of, as measured with the published ones.</summary>
public sealed class WidgetHearingTests
{
    private const string Ack = """{"type":"SYNC_ACK","messageId":"100_1","version":"0.9.7","iFrameUrl":"https://w.example/"}""";

    [Theory]
    [InlineData("""{"type":"DIAL_NUMBER","messageId":"h-1"}""", null)]
    [InlineData("""{"type":"DIAL_NUMBER","messageId":7}""", null)]
    [InlineData("""{"type":"DIAL_NUMBER","messageId":0}""", "it has no messageId")]
    [InlineData("""{"type":"DIAL_NUMBER","messageId":""}""", "it has no messageId")]
    [InlineData("""{"type":"DIAL_NUMBER"}""", "it has no messageId")]
    [InlineData("""{"type":"","messageId":"h-1"}""", "it has no type")]
    [InlineData("7", "it has no type")]
    [InlineData("""{"type":"DIAL_NUMBER","messageId":"1009"}""", "its messageId begins with 100")]
    [InlineData("""{"type":"SYNC","messageId":"h-1"}""", "its SDK has answered a SYNC before")]
    [InlineData("""{"type":"PING","messageId":"h-1"}""", "its SDK (which reported 0.9.7) does not know PING; it answers with the error UNKNOWN_MESSAGE_TYPE. No SDK knows it.")]
    [InlineData("""{"type":"UPDATE_ASSOCIATIONS_FAILED","messageId":"h-1"}""", "its SDK (which reported 0.9.7) does not know UPDATE_ASSOCIATIONS_FAILED; it answers with the error UNKNOWN_MESSAGE_TYPE. SDKs of the generations G6 to G7 know it.")]
    public void A_message_to_a_widget_of_the_newest_SDK(string message, string? why)
    {
        var hearing = new WidgetHearing();
        Assert.Null(hearing.Next(From("SYNC_ACK", Ack)));
        Assert.Null(hearing.Next(From("INITIALIZED", """{"type":"INITIALIZED","messageId":"100_2"}""")));
        AssertIgnored(why, hearing.Next(To(message)));
    }

    [Fact]
    public void The_oldest_SDK_throws_at_what_it_does_not_know()
    {
        var hearing = new WidgetHearing();
        hearing.Next(From("SYNC_ACK", """{"type":"SYNC_ACK","messageId":"100_1"}"""));
        AssertIgnored(
            "its SDK (which reported no version) does not know ENGAGEMENT_CREATED; it throws an error in the page.",
            hearing.Next(To("""{"type":"ENGAGEMENT_CREATED","messageId":"h-1"}""")));
    }

    [Fact]
    public void Before_the_handshake_and_after_another_document_came_nobody_is_there_to_hear()
    {
        var hearing = new WidgetHearing();
        Assert.Null(hearing.Next(To("""{"type":"SYNC","messageId":"h-1"}""")));
        AssertIgnored("no SDK had answered SYNC yet", hearing.Next(To("""{"type":"END_CALL","messageId":"h-2"}""")));
        hearing.Next(From("SYNC_ACK", Ack));
        Assert.Null(hearing.Next(To("""{"type":"END_CALL","messageId":"h-3"}""")));
        hearing.Next(Message(MessageDirections.Host, "frame-loaded", "{}"));
        Assert.Null(hearing.Next(To("""{"type":"SYNC","messageId":"h-4"}""")));
        AssertIgnored("no SDK had answered SYNC yet", hearing.Next(To("""{"type":"END_CALL","messageId":"h-5"}""")));
    }

    private static void AssertIgnored(string? expected, string? actual)
    {
        if (expected is null)
            Assert.Null(actual);
        else
            Assert.StartsWith(expected, actual, StringComparison.Ordinal);
    }

    private static Message From(string type, string payload) => Message(MessageDirections.FromWidget, type, payload);

    private static Message To(string payload) => Message(
        MessageDirections.ToWidget, System.Text.Json.Nodes.JsonNode.Parse(payload) is System.Text.Json.Nodes.JsonObject body ? $"{body["type"]}" : "", payload);

    private static Message Message(string direction, string type, string payload) =>
        new() { SurfaceId = "surface-1", Direction = direction, Type = type, Payload = payload };
}
