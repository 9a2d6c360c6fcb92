namespace MockPortal.Examples;

public sealed class FailureTests(Chromium chromium) : PortalTest(chromium)
{
    private const string Calls = "/crm/v3/objects/calls";

    private static readonly object NewCall = new { properties = new { hs_timestamp = "1770091506789", hs_call_body = "Wants a quote" } };

    [Fact]
    public async Task The_user_hears_that_a_call_cannot_be_logged_and_the_call_goes_on()
    {
        await Portal.FaultsAsync(new { fault = "fail", request = "CREATE_ENGAGEMENT", message = "No space left." });
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();

        await Expect(Widget.GetByTestId("notice")).ToContainTextAsync("No space left.");
        await PressAsync("Answer");
        await Expect(CallStatus).ToHaveAttributeAsync("data-state", "in-progress");
        Assert.Empty((await Portal.GetAsync("/engagements")).GetProperty("results").EnumerateArray());
    }

    [Fact]
    public async Task An_id_that_comes_after_the_call_has_ended_is_still_the_calls()
    {
        await Portal.FaultsAsync(new { fault = "delay", direction = "toWidget", type = "*ENGAGEMENT_*ED", delay = "10m" });
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();
        await PressAsync("Hang up");
        var after = await Portal.ExpectAsync(new { messages = new[] { new { type = "CALL_ENDED" } } });

        // What was held back goes on when the faults end. It is in the trace a moment before the widget has it.
        await Portal.FaultsAsync();
        after = await Portal.ExpectAsync(new { after, messages = new[] { new { type = "CREATE_ENGAGEMENT_SUCCEEDED" } } });
        await Expect(Widget.GetByTestId("log")).ToContainTextAsync("CREATE_ENGAGEMENT_SUCCEEDED");
        await PressAsync("Complete");
        var engagement = (await Portal.GetAsync("/engagements")).GetProperty("results")[0].GetProperty("engagementId").GetInt64();
        await Portal.ExpectAsync(new
        {
            after,
            messages = new[] { new { type = "CALL_COMPLETED", data = new { engagementId = engagement } } },
        });
    }

    [Fact]
    public async Task A_widget_that_was_never_greeted_can_be_tried_again()
    {
        await Portal.FaultsAsync(
            new { fault = "sync", mode = "never", nth = 1 },
            new { fault = "syncLimit", limit = "1s", nth = 1 });
        await Page.GotoAsync(Portal.Record("0-1", 101));
        await Call.ClickAsync();
        await Expect(Panel).ToHaveAttributeAsync("data-state", "failed");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
        await Expect(Panel).ToHaveAttributeAsync("data-state", "initialized");
    }

    [Fact]
    public async Task A_request_that_was_one_too_many_works_the_second_time()
    {
        await Portal.FaultsAsync(new { fault = "rest", path = $"{Calls}*", status = 429, first = 1 });

        var (status, error) = await Portal.RestAsync(HttpMethod.Post, Calls, NewCall);
        Assert.Equal(429, status);
        Assert.Equal("SECONDLY", error.GetProperty("policyName").GetString());

        (status, _) = await Portal.RestAsync(HttpMethod.Post, Calls, NewCall);
        Assert.Equal(201, status);
    }

    [Fact]
    public async Task An_answer_that_was_cut_off_does_not_mean_that_nothing_was_done()
    {
        await Portal.FaultsAsync(new { fault = "rest", method = "POST", cutOff = true, first = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => Portal.RestAsync(HttpMethod.Post, Calls, NewCall));

        var (_, calls) = await Portal.RestAsync(HttpMethod.Get, Calls);
        Assert.Single(calls.GetProperty("results").EnumerateArray());
    }
}
