using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

/// <summary>What happens to the panel, the frame and the alerts.</summary>
public sealed class PanelTests
{
    [Theory]
    [InlineData(Visibility.Minimized, """{"isMinimized":true,"isHidden":false}""")]
    [InlineData(Visibility.Hidden, """{"isMinimized":false,"isHidden":true}""")]
    public void The_widget_hears_what_became_of_its_panel_once(Visibility visibility, string expected)
    {
        var desk = Desk.Ready();
        SurfaceEvent click = visibility is Visibility.Minimized ? new MinimizeClicked() : new CloseClicked();

        Assert.Equal(expected, desk.Take(click).Data("VISIBILITY_CHANGED"));
        Assert.Equal(visibility, desk.Surface.Visibility);
        Assert.Empty(desk.Take(click).PageEffects);
        Assert.Equal("""{"isMinimized":false,"isHidden":false}""",
            desk.Take(new RestoreClicked()).Data("VISIBILITY_CHANGED"));
        Assert.Empty(desk.Take(new RestoreClicked()).PageEffects);
    }

    [Fact]
    public void A_widget_that_is_not_ready_hears_nothing_of_its_panel()
    {
        var desk = new Desk();
        desk.Open();
        Assert.Single(desk.Take(new RestoreClicked()).Page<OpenFrame>());
        desk.Sync();
        desk.Take(new MinimizeClicked());
        Assert.Equal(Visibility.Minimized, desk.Surface.Visibility);
        Assert.Empty(desk.Sent());
        Assert.Empty(desk.Steps.SelectMany(step => step.Warnings));
    }

    [Fact]
    public void Closing_the_panel_forgets_a_click_that_waits()
    {
        var desk = new Desk();
        desk.Open();
        desk.Dial();
        desk.Take(new CloseClicked());
        desk.Sync();
        desk.Message("INITIALIZED", new { isLoggedIn = true });
        Assert.Empty(desk.Sent());
    }

    [Fact]
    public void Closing_during_a_call_asks_ends_the_call_and_waits_for_it()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        var asked = desk.Take(new CloseClicked());
        Assert.Single(asked.Page<AskClose>());
        Assert.Empty(asked.Sent());

        var confirmed = desk.Take(new CloseClicked { Confirmed = true });
        Assert.Equal(["END_CALL"], confirmed.Sent());
        Assert.False(confirmed.Message("END_CALL").ContainsKey("data"));
        Assert.Equal(5000, Assert.Single(confirmed.Page<StartCloseLimit>()).Milliseconds);
        Assert.Equal(Visibility.Open, desk.Surface.Visibility);
        Assert.Empty(desk.Take(new CloseClicked { Confirmed = true }).PageEffects);

        Assert.Equal(["VISIBILITY_CHANGED"], desk.Message("CALL_ENDED").Sent());
        Assert.Equal(Visibility.Hidden, desk.Surface.Visibility);
    }

    [Fact]
    public void A_widget_that_does_not_end_its_call_is_hidden_when_time_is_up()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        Assert.Empty(desk.Take(new CloseLimitReached()).PageEffects);
        desk.Take(new CloseClicked { Confirmed = true });
        Assert.Equal(["VISIBILITY_CHANGED"], desk.Take(new CloseLimitReached()).Sent());
        Assert.Equal((Visibility.Hidden, CallPhase.Dialing), (desk.Surface.Visibility, desk.State.Call!.Phase));
    }

    [Fact]
    public void Restoring_the_panel_takes_a_close_back()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Take(new CloseClicked { Confirmed = true });
        desk.Take(new RestoreClicked());
        desk.Take(new CloseLimitReached());
        Assert.Equal(Visibility.Open, desk.Surface.Visibility);
    }

    [Theory]
    [InlineData("{}", Visibility.Hidden)]
    [InlineData("""{"hideWidget": true}""", Visibility.Hidden)]
    [InlineData("""{"hideWidget": "no"}""", Visibility.Hidden)]
    [InlineData("null", Visibility.Hidden)]
    [InlineData("""{"hideWidget": false}""", Visibility.Open)]
    [InlineData("""{"hideWidget": "false"}""", Visibility.Open)]
    public void A_completed_call_hides_the_panel_unless_told_otherwise(string data, Visibility expected)
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Message("CALL_ENDED");
        var step = desk.Raw($$"""{"type": "CALL_COMPLETED", "data": {{data}}}""");

        Assert.Equal(expected, desk.Surface.Visibility);
        Assert.Equal(expected is Visibility.Hidden ? ["VISIBILITY_CHANGED"] : [], step.Sent());
        Assert.Single(step.Page<TimelineChanged>());
    }

    [Fact]
    public void Every_page_that_shows_the_record_hears_of_its_timeline()
    {
        var desk = Desk.Ready();
        desk.Connect("same record");
        desk.Open("another record", record: Desk.Company);
        desk.DialAndStart();
        desk.Message("CALL_ENDED");
        var step = desk.Message("CALL_COMPLETED");
        Assert.Equal(["same record", Desk.Tab],
            step.PageEffects.Where(effect => effect.Effect is TimelineChanged).Select(effect => effect.SurfaceId));
    }

    [Fact]
    public void End_call_asks_the_widget_while_there_is_something_to_end()
    {
        var desk = Desk.Ready();
        Assert.Empty(desk.Take(new EndCallClicked()).PageEffects);
        desk.Dial();
        Assert.Equal(["END_CALL"], desk.Take(new EndCallClicked()).Sent());
        desk.Message("OUTGOING_CALL_STARTED");
        Assert.Equal(["END_CALL"], desk.Take(new EndCallClicked()).Sent());
        desk.Message("CALL_ENDED");
        Assert.Empty(desk.Take(new EndCallClicked()).PageEffects);
    }

    [Fact]
    public void End_call_in_another_tab_says_where_the_call_is()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Connect("other tab");
        var step = desk.Take(new EndCallClicked(), "other tab");
        Assert.Empty(step.Sent());
        Assert.Single(step.Page<ShowAlert>());
    }

    [Fact]
    public void End_call_of_a_call_whose_page_is_gone_interrupts_it()
    {
        var desk = Desk.Ready();
        desk.DialAndStart();
        desk.Connect("other tab");
        desk.State = desk.State with { Surfaces = desk.State.Surfaces.Remove(Desk.Tab) };

        var step = desk.Take(new EndCallClicked(), "other tab");
        Assert.Null(desk.State.Call);
        Assert.Equal(CallPhase.Interrupted, Assert.Single(step.Store<CallChanged>()).Call.Phase);
    }

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
        var text = desk.Message("ERROR", new { message = new string('x', 998) + "😀😀😀" }).Page<ShowAlert>().Single().Text;
        Assert.Equal(new string('x', 998) + "…", text);
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
    [InlineData("""{"width": 400, "height": true}""", "400", null, 1)]
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
    [InlineData("""{"type": "FINALIZE_ENGAGEMENT"}""", "not-supported-yet")]
    [InlineData("""{"type": "PUBLISH_TO_CHANNEL", "data": 5}""", "not-supported-yet")]
    [InlineData("""{"type": "NAVIGATE_TO_RECORD", "data": []}""", "not-supported-yet")]
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
