using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

/// <summary>What the widget wants of its frame and of the user, and what nobody knows.</summary>
public sealed class FrameTests
{
    [Theory]
    [InlineData("""{"message": "No microphone", "type": "GENERIC"}""", "No microphone")]
    [InlineData("""{"message": {"code": 5}}""", """{"code": 5}""")]
    [InlineData("\"broken\"", "broken")]
    [InlineData("""{"message": ""}""", "Softphone reported an error without a message.")]
    [InlineData("null", "Softphone reported an error without a message.")]
    public void An_error_of_the_app_is_shown_and_never_answered(string data, string expected)
    {
        var desk = Desk.Ready();
        var step = desk.Raw($$"""{"type": "ERROR", "data": {{data}}}""");
        Assert.Equal(new ShowAlert { Tone = "error", Text = expected }, Assert.Single(step.PageEffects).Effect);
    }

    [Fact]
    public void A_long_error_is_cut_but_not_within_a_character()
    {
        var desk = Desk.Ready();
        var step = desk.Message("ERROR", new { message = new string('x', 998) + "😀😀😀" });
        Assert.Equal(new string('x', 998) + "…", step.Page<ShowAlert>().Single().Text);
    }

    [Fact]
    public void The_SDKs_complaint_about_an_unknown_type_is_not_shown()
    {
        var desk = Desk.Ready();
        var step = desk.Message("ERROR", new
        {
            type = "UNKNOWN_MESSAGE_TYPE",
            data = new { originalMessage = new { type = "ENGAGEMENT_CREATED" } },
        });
        Assert.Empty(step.PageEffects);
        Assert.Equal(["unknown-message-type"], step.Codes());
        Assert.Contains("ENGAGEMENT_CREATED", step.Warnings[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"width": 400, "height": 650}""", "400", "650", 0)]
    [InlineData("""{"width": "50%"}""", "\"50%\"", null, 0)]
    [InlineData("""{"width": 0, "height": " 12.5px "}""", "0", "\" 12.5px \"", 0)]
    [InlineData("""{"width": 400, "height": true}""", "400", null, 1)]
    [InlineData("""{"width": 400, "height": -5}""", "400", null, 1)]
    [InlineData("""{"width": "20em", "height": 650}""", null, "650", 1)]
    [InlineData("""{"width": "", "height": 650}""", null, "650", 1)]
    public void The_widget_chooses_its_size(string data, string? width, string? height, int warnings)
    {
        var desk = Desk.Ready();
        var step = desk.Raw($$"""{"type": "RESIZE_WIDGET", "data": {{data}}}""");
        var resize = Assert.Single(step.Page<ResizeFrame>());
        Assert.Equal((width, height, warnings),
            (resize.Width?.GetRawText(), resize.Height?.GetRawText(), step.Warnings.Count));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"width": {"deep": [1]}, "height": false}""")]
    [InlineData("[400, 650]")]
    public void A_size_that_is_none_changes_nothing(string data) =>
        Assert.Empty(Desk.Ready().Raw($$"""{"type": "RESIZE_WIDGET", "data": {{data}}}""").PageEffects);

    [Fact]
    public void SET_WIDGET_URL_with_data_loads_another_page()
    {
        var desk = Desk.Ready();
        var step = desk.Message("SET_WIDGET_URL", new { iFrameUrl = "https://softphone.test/login?a=1" });
        Assert.Equal("https://softphone.test/login?a=1", Assert.Single(step.Page<LoadUrl>()).Url);
        Assert.Equal(FramePhase.Loading, desk.Surface.Phase);
    }

    [Theory]
    [InlineData(Generation.G4, "\"/relative\"", new string[0])]
    [InlineData(Generation.G5, "\"/relative\"", new[] { "SET_WIDGET_URL_FAILED" })]
    [InlineData(Generation.G8, "\"javascript:alert(1)\"", new[] { "SET_WIDGET_URL_FAILED" })]
    [InlineData(Generation.G8, "\"file:///etc/passwd\"", new[] { "SET_WIDGET_URL_FAILED" })]
    [InlineData(Generation.G8, "5", new[] { "SET_WIDGET_URL_FAILED" })]
    [InlineData(Generation.G8, "null", new[] { "SET_WIDGET_URL_FAILED" })]
    public void SET_WIDGET_URL_with_an_unusable_address_fails(Generation generation, string url, string[] expected)
    {
        var desk = Desk.Ready(generation);
        var step = desk.Raw($$$"""{"type": "SET_WIDGET_URL", "data": {"iFrameUrl": {{{url}}}}}""");
        Assert.Equal(expected, step.Sent());
        Assert.Equal(["widget-url-unusable"], step.Codes());
        Assert.Empty(step.Page<LoadUrl>());
        Assert.Equal(FramePhase.Initialized, desk.Surface.Phase);
    }

    [Theory]
    [InlineData("\"https://other.test\"", 0)]
    [InlineData("\"other.test\"", 1)]
    [InlineData("[]", 1)]
    public void SET_WIDGET_URL_without_data_is_the_pages_business(string url, int warnings)
    {
        var step = Desk.Ready().Raw($$"""{"type": "SET_WIDGET_URL", "iFrameUrl": {{url}}}""");
        Assert.Empty(step.PageEffects);
        Assert.Equal(warnings, step.Warnings.Count);
    }

    [Theory]
    [InlineData("""{"type": "SOMETHING_ELSE"}""", "unknown-type")]
    [InlineData("""{"type": "DIAL_NUMBER", "data": {}}""", "unknown-type")]
    [InlineData("""{"type": 5}""", null)]
    [InlineData("""{"type": ""}""", null)]
    [InlineData("""{"type": "\ud800"}""", null)]
    [InlineData("""{"\ud800": 1}""", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    public void Whatever_else_comes_is_stored_and_breaks_nothing(string message, string? warning)
    {
        var step = Desk.Ready().Raw(message);
        Assert.Empty(step.PageEffects);
        Assert.Equal(warning is null ? [] : [warning], step.Codes());
    }
}
