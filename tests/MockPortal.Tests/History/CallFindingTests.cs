using MockPortal.History.Findings;

namespace MockPortal.Tests.History;

/// <summary>What a recorded call says about itself: each fault, and a call that has none.</summary>
public sealed class CallFindingTests
{
    [Fact]
    public void A_clean_call_has_no_findings() => Assert.Empty(Codes(Recording.Clean()));

    [Fact]
    public void A_call_that_goes_on_is_not_judged_yet()
    {
        var call = new Recording().Widget("OUTGOING_CALL_STARTED", "{}").Widget("CALL_ANSWERED");
        call.Call.State = "in-progress";
        Assert.Empty(Codes(call));
    }

    [Theory]
    [InlineData("ghost", "ghost")]
    [InlineData("interrupted", "interrupted")]
    [InlineData("abandoned", "abandoned")]
    public void A_call_that_did_not_end_well_says_how(string state, string code)
    {
        var call = Recording.Clean();
        call.Call.State = state;
        Assert.Equal([code], Codes(call));
    }

    [Fact]
    public void A_ghost_points_at_its_last_words()
    {
        var call = Recording.Clean();
        call.Call.State = "ghost";
        var ended = call.Messages.Single(message => message.Type == "CALL_ENDED");
        Assert.Equal(ended.Sequence, Assert.Single(Find(call)).Sequence);
    }

    [Fact]
    public void A_call_nobody_made_an_engagement_for_says_how_to_get_one()
    {
        var call = new Recording().Widget("OUTGOING_CALL_STARTED", """{"toNumber":"+1"}""").Widget("CALL_ENDED").Widget("CALL_COMPLETED");
        var finding = Assert.Single(Find(call));
        Assert.Equal(("no-engagement", 1L), (finding.Code, finding.Sequence));
        Assert.Contains("createEngagement", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_nobody_has_is_named_with_the_message_that_named_it()
    {
        var call = new Recording().Widget("OUTGOING_CALL_STARTED", "{}").Widget("CALL_DATA", """{"engagementId":"555"}""")
            .Engagement(555, "CALL_DATA", known: false).Widget("CALL_COMPLETED");
        var finding = Assert.Single(Find(call));
        Assert.Equal(("unknown-id", 2L), (finding.Code, finding.Sequence));
        Assert.Contains("555", finding.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_cannot_be_read_leaves_the_call_without_an_engagement() => Assert.Equal(
        ["unreadable-id", "no-engagement"],
        Codes(new Recording().Widget("CALL_DATA", """{"engagementId":"abc"}""", "call-data-unreadable").Widget("CALL_COMPLETED")));

    [Fact]
    public void Two_engagements_of_one_call_are_told_apart_by_who_made_them()
    {
        var call = Recording.Clean().Widget("CALL_DATA", """{"engagementId":900}""").Engagement(900, "REST,CALL_DATA");
        var finding = Assert.Single(Find(call));
        Assert.Equal("duplicate-engagement", finding.Code);
        Assert.Contains("70010001 and 900", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_three_engagements_is_counted()
    {
        var call = new Recording().Widget("CALL_DATA", """{"engagementId":900}""").Engagement(900, "CALL_DATA").Engagement(901, "CALL_DATA")
            .Engagement(902, "CALL_DATA");
        var finding = Assert.Single(Find(call));
        Assert.Equal("One call, 3 engagements", finding.Title);
        Assert.Contains("900, 901 and 902. The app named all of them. The timeline shows the call 3 times.", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_engagement_of_another_call_is_no_second_one_of_this_call()
    {
        var call = new Recording().Host("CREATE_ENGAGEMENT_SUCCEEDED", """{"engagementId":2}""").Engagement(2).Engagement(1)
            .Widget("CALL_COMPLETED", """{"engagementId":1}""");
        call.Engagements[1].CallId = 3;
        Assert.Equal(["ids-differ"], Codes(call));
    }

    [Fact]
    public void Completing_another_engagement_than_the_reported_one_is_noticed()
    {
        var call = new Recording().Host("CREATE_ENGAGEMENT_SUCCEEDED", """{"engagementId":1}""").Engagement(1)
            .Widget("CALL_COMPLETED", """{"engagementId":2}""");
        Assert.Equal(["ids-differ"], Codes(call));
    }

    [Fact]
    public void Completed_without_ended_is_noticed() => Assert.Equal(
        ["completed-without-ended"],
        Codes(new Recording().Engagement(1).Widget("CALL_COMPLETED", """{"engagementId":1}""", "completed-without-ended")));

    [Theory]
    [InlineData("CREATE_ENGAGEMENT_FAILED", "create-failed")]
    [InlineData("UPDATE_ENGAGEMENT_FAILED", "update-failed")]
    public void What_the_portal_refused_is_repeated_with_its_reason(string type, string code)
    {
        var call = Recording.Clean().Host(type, """{"error":{"message":"The disk is full"}}""");
        var finding = Assert.Single(Find(call));
        Assert.Equal(code, finding.Code);
        Assert.Contains("The disk is full.", finding.Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Finding> Find(Recording recorded) =>
        CallFindings.Of(recorded.Call, recorded.Messages, recorded.Engagements, []);

    private static IEnumerable<string> Codes(Recording recorded) => Find(recorded).Select(finding => finding.Code);
}
