using System.Text.Json;
using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

public sealed class ProtocolCatalogueTests
{
    private static readonly string[] K0 = ["SYNC", "DIAL_NUMBER", "END_CALL", "VISIBILITY_CHANGED", "SET_CALL_STATE"];
    private static readonly string[] K1 = [.. K0, "ENGAGEMENT_CREATED"];
    private static readonly string[] K2 =
    [
        .. K1, "CREATE_ENGAGEMENT_SUCCEEDED", "CREATE_ENGAGEMENT_FAILED", "UPDATE_ENGAGEMENT_SUCCEEDED",
        "UPDATE_ENGAGEMENT_FAILED",
    ];
    private static readonly string[] K3 =
    [
        .. K2, "CALLER_ID_MATCH_SUCCEEDED", "CALLER_ID_MATCH_FAILED", "NAVIGATE_TO_RECORD_FAILED",
        "PUBLISH_TO_CHANNEL_SUCCEEDED", "PUBLISH_TO_CHANNEL_FAILED",
    ];
    private static readonly string[] K4 = [.. K3, "INITIATE_CALL_ID_SUCCEEDED", "INITIATE_CALL_ID_FAILED"];
    private static readonly string[] K5 = [.. K4, "SET_WIDGET_URL_FAILED"];
    private static readonly string[] K6 = [.. K5, "UPDATE_ASSOCIATIONS_FAILED", "FAILED"];
    private static readonly string[] K7 = [.. K6, "FINALIZE_ENGAGEMENT_SUCCEEDED", "FINALIZE_ENGAGEMENT_FAILED"];
    private static readonly string[] K8 = [.. K7.Where(type => type != "UPDATE_ASSOCIATIONS_FAILED")];

    [Fact]
    public void Every_generation_knows_exactly_its_set_of_host_messages()
    {
        string[][] sets = [K0, K1, K2, K3, K4, K5, K6, K7, K8];
        foreach (var generation in Enum.GetValues<Generation>())
        {
            var known = ProtocolCatalogue.All
                .Where(type => type.Direction is MessageDirection.ToWidget && type.IsKnownTo(generation))
                .Select(type => type.Name);
            Assert.Equal(sets[(int)generation].Order(), known.Order());
        }
    }

    [Fact]
    public void Every_widget_message_is_listed_with_the_generation_that_first_had_it()
    {
        var listed = ProtocolCatalogue.All
            .Where(type => type.Direction is MessageDirection.FromWidget)
            .Select(type => $"{type.Name} {type.First}");
        Assert.Equal(
        [
            "SYNC_ACK G0", "INITIALIZED G0", "LOGGED_IN G0", "LOGGED_OUT G0", "USER_AVAILABLE G3",
            "USER_UNAVAILABLE G3", "OUTGOING_CALL_STARTED G0", "INCOMING_CALL G0", "CALL_ANSWERED G0", "CALL_DATA G0",
            "CALL_ENDED G0", "CALL_COMPLETED G1", "CALL_TRANSFERRED G8", "NAVIGATE_TO_RECORD G3",
            "PUBLISH_TO_CHANNEL G3", "FINALIZE_ENGAGEMENT G7", "RESIZE_WIDGET G0", "SET_WIDGET_URL G1", "ERROR G0",
            "UNLOADING G0",
        ], listed);
    }

    [Fact]
    public void Every_type_explains_itself_in_one_sentence()
    {
        Assert.All(ProtocolCatalogue.All, type => Assert.Matches(@"^[A-Z].+\.$", type.Explanation));
        Assert.All(
            ProtocolCatalogue.All.SelectMany(type => type.Fields),
            field => Assert.Matches("^[a-zA-Z_]+$", field.Name));
    }

    [Theory]
    [InlineData("0.0.1", Generation.G1)]
    [InlineData("0.1.4", Generation.G1)]
    [InlineData("0.1.7", Generation.G1)]
    [InlineData("0.1.8", Generation.G2)]
    [InlineData("0.2.1-beta.0", Generation.G2)]
    [InlineData("0.2.1", Generation.G2)]
    [InlineData("0.3.0", Generation.G3)]
    [InlineData("0.5.0-rc.0", Generation.G3)]
    [InlineData("0.5.1-beta.0", Generation.G4)]
    [InlineData("0.7.99", Generation.G4)]
    [InlineData("0.8.1-alpha.0", Generation.G5)]
    [InlineData("0.8.3", Generation.G5)]
    [InlineData("0.8.4-beta.0", Generation.G6)]
    [InlineData("0.9.3-beta.0", Generation.G6)]
    [InlineData("0.9.4-beta.0", Generation.G7)]
    [InlineData("0.9.5", Generation.G8)]
    [InlineData("0.9.7-beta.0", Generation.G8)]
    [InlineData("0.10.0", Generation.G8)]
    [InlineData("1.0", Generation.G8)]
    [InlineData("0.9", Generation.G6)]
    [InlineData("latest", Generation.G8)]
    [InlineData("", Generation.G8)]
    [InlineData("99999999999.0.0", Generation.G8)]
    [InlineData(null, Generation.G8)]
    public void The_reported_version_tells_the_generation(string? version, Generation expected)
    {
        var message = new Dictionary<string, object?> { ["iFrameUrl"] = "https://a.test", ["version"] = version };
        Assert.Equal(expected, Generations.Detect(JsonSerializer.SerializeToElement(message)));
    }

    [Theory]
    [InlineData("""{"version": "0.0.1"}""")]
    [InlineData("""{"version": "0.9.7-beta.0", "iFrameUrl": null}""")]
    [InlineData("{}")]
    public void A_SYNC_ACK_without_iFrameUrl_is_the_first_generation(string message) =>
        Assert.Equal(Generation.G0, Generations.Detect(JsonElement.Parse(message)));

    [Theory]
    [InlineData("""{"version": 9, "iFrameUrl": "x"}""")]
    [InlineData("""{"version": {"major": 1}, "iFrameUrl": "x"}""")]
    public void A_version_of_another_type_is_unreadable(string message) =>
        Assert.Equal(Generation.G8, Generations.Detect(JsonElement.Parse(message)));
}
