using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests.SideBySide;

/// <summary>What goes wrong in a round, and how the worker's own widget meets it.</summary>
/// <param name="Rule">The fault as the API takes it; null: nothing goes wrong.</param>
/// <param name="MetAsync">Waits until the engagement of the call is as the rule has it.</param>
internal sealed record Mishap(string? Rule, Func<RecordPage, Task> MetAsync)
{
    private const string Succeeded = "onCreateEngagementSucceeded";
    private const string ToWidget = "\"direction\": \"toWidget\", \"type\": \"CREATE_ENGAGEMENT_SUCCEEDED\"";

    public static readonly Mishap None = new(null, host => host.WaitForReceivedAsync(Succeeded));

    /// <summary>The record that DIAL_NUMBER names.</summary>
    public long ObjectId { get; private init; } = 101;

    /// <summary>The text of a REST API that fails.</summary>
    public string? RestFailure { get; private init; }

    public bool HasEngagement { get; private init; } = true;

    /// <summary>One of them. Texts and ids are the round's own, so that it shows when somebody else gets them.</summary>
    /// <param name="random">Of the worker.</param>
    /// <param name="text">Nobody else's.</param>
    /// <param name="id">Nobody else's.</param>
    public static Mishap Draw(Random random, string text, long id) => random.Next(9) switch
    {
        0 => new($$"""{ "fault": "fail", "request": "CREATE_ENGAGEMENT", "message": "{{text}}" }""", async host =>
            Assert.Equal(text, (await host.WaitForReceivedAsync("onCreateEngagementFailed")).GetProperty("error").GetProperty("message").GetString()))
        {
            HasEngagement = false,
        },
        1 => new($$"""{ "fault": "drop", {{ToWidget}} }""", async host =>
        {
            await host.WaitForReceivedAsync("onEngagementCreated");
            Assert.DoesNotContain("CREATE_ENGAGEMENT_SUCCEEDED", await host.WireTypesAsync());
        }),
        2 => new($$"""{ "fault": "duplicate", {{ToWidget}} }""", host => host.Widget.WaitForFunctionAsync(
            "name => window.widget.received.filter(entry => entry.handler === name).length === 2", Succeeded)),
        3 => None with { Rule = $$"""{ "fault": "delay", {{ToWidget}}, "delay": "300ms" }""" },
        4 => None with { Rule = """{ "fault": "sync", "mode": "late", "delay": "300ms" }""" },
        5 => None with { Rule = """{ "fault": "noObjectId" }""", ObjectId = 0 },
        6 => new($$"""{ "fault": "engagementId", "atLeast": {{id}} }""", async host =>
            Assert.Equal(id, (await host.WaitForReceivedAsync(Succeeded)).GetProperty("engagementId").GetInt64())),
        7 => None with { Rule = $$"""{ "fault": "rest", "status": 503, "message": "{{text}}" }""", RestFailure = text },
        _ => None,
    };

    /// <summary>The rules as the API takes them.</summary>
    public JsonElement Faults => JsonElement.Parse($$"""{ "rules": [{{Rule}}] }""");
}
