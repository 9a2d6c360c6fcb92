using MockPortal.History.Search;

namespace MockPortal.Tests.History;

public sealed class CallSearchTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "")]
    [InlineData("  Ada   Lovelace ", "Ada|Lovelace")]
    [InlineData("\"Ada Lovelace\"", "Ada Lovelace")]
    [InlineData("status:ghost Ada", "status=ghost|Ada")]
    [InlineData("contact:\"Ada Lovelace\" x", "contact=Ada Lovelace|x")]
    [InlineData("STATUS:Ghost", "status=Ghost")]
    [InlineData("\"http://x:1\"", "http://x:1")]
    [InlineData("a:b", "a:b")]
    [InlineData("12:30", "12:30")]
    [InlineData("since:2026-01-31T09:30:00Z", "since=2026-01-31T09:30:00Z")]
    [InlineData("contact:\"never closed", "contact=never closed")]
    [InlineData("contact:", "contact=")]
    [InlineData("-status:ghost -5:30 \"-status:ghost\"", "-status=ghost|-5:30|-status:ghost")]
    public void Text_is_split_into_terms(string text, string expected) => Assert.Equal(
        expected,
        string.Join('|', SearchTerm.Split(text).Select(term => term.Key is null ? term.Value : $"{term.Key}={term.Value}")));

    [Fact]
    public void Every_key_is_understood_and_the_rest_is_free_text()
    {
        var search = CallSearch.Read(
            "status:ghost status:no_answer state:Completed outcome:busy direction:inbound contact:\"Ada\" company:Acme number:+49(30) sdk:0.9 widget:Demo "
            + "warning:* engagement:7 external:c-1 since:1h until:2026-02-03T11:30:00Z coffee",
            Noon);

        Assert.Empty(search.Errors);
        Assert.Equal(["ghost", "NO_ANSWER", "INBOUND"], search.Statuses.Concat(search.Directions));
        Assert.Equal(["completed", "BUSY"], search.States.Concat(search.Outcomes));
        Assert.Equal([("0-1", "ada"), ("0-2", "acme")], search.Records);
        Assert.Equal(["4930", "0.9", "Demo"], search.Numbers.Concat(search.SdkVersions).Concat(search.Widgets));
        Assert.Equal(["*", "c-1"], search.Warnings.Concat(search.ExternalCallIds));
        Assert.Equal([7], search.EngagementIds);
        Assert.Equal((Noon.AddHours(-1), Noon.AddMinutes(-30)), (search.Since, search.Until));
        Assert.Equal(["coffee"], search.Words);
    }

    [Theory]
    [InlineData("status:lost", "status is 'lost'; allowed: dial-sent")]
    [InlineData("state:busy", "state is 'busy'; allowed: dial-sent")]
    [InlineData("outcome:ghost", "outcome is 'ghost'; allowed: COMPLETED")]
    [InlineData("direction:up", "direction is 'up'; allowed: OUTBOUND, INBOUND.")]
    [InlineData("number:abc", "number is 'abc', which has no digit")]
    [InlineData("engagement:x", "engagement is 'x'; allowed is a whole number.")]
    [InlineData("since:yesterday", "since is 'yesterday'; allowed is an ISO 8601 time")]
    [InlineData("colour:red", "There is no filter 'colour'; known are status")]
    [InlineData("contact: Ada", "contact: has no value")]
    [InlineData("-status:ghost", "-status: begins with a minus sign, but one can only ask for what a call has")]
    public void What_is_not_understood_says_what_is(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Single(CallSearch.Read(text, Noon).Errors), StringComparison.Ordinal);

    [Fact]
    public void Several_times_are_alternatives_as_all_values_are()
    {
        var search = CallSearch.Read("since:2h since:1h until:30m until:40m", Noon);
        Assert.Equal((Noon.AddHours(-2), Noon.AddMinutes(-30)), (search.Since, search.Until));
        search = CallSearch.Read("since:1h since:2h until:40m until:30m", Noon);
        Assert.Equal((Noon.AddHours(-2), Noon.AddMinutes(-30)), (search.Since, search.Until));
    }

    [Fact]
    public void A_number_typed_with_spaces_is_one_number() =>
        Assert.Equal(["+49 30 123"], CallSearch.Read("+49 30 123 status:ghost", Noon).Words);

    [Fact]
    public void The_documentation_names_every_key_with_its_meaning() => Assert.Equal(
        CallSearch.Keys.Select(key => ($"`{key.Key}`", key.Meaning)),
        Docs.Rows("docs/history.md", "Queries").Select(row => (row[0], row[1])));
}
