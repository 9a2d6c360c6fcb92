using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests.Faults;

/// <summary>
/// Base of the tests that see faults in a real widget. Each names those it is about in traits, so that a fault nobody looks
/// at is noticed (<see cref="EveryFaultTests"/>), and at its end those have hit and no others.
/// </summary>
public abstract class FaultTest(TestWorld world) : BrowserTest(world)
{
    /// <summary>
    /// The name of the traits. The value is a fault, and of those that come in several kinds the direction, the mode or the
    /// request: <c>drop toWidget</c>.
    /// </summary>
    public const string Fault = "fault";

    protected const string ToWidget = "toWidget";
    protected const string FromWidget = "fromWidget";

    private readonly List<long> portals = [];

    protected static object Outgoing => new { toNumber = "+15550101", createEngagement = true, externalCallId = "c-1" };

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            if (TestContext.Current.TestState?.Result == TestResult.Passed)
                Assert.Equal(TestContext.Current.Test!.Traits[Fault].Order(StringComparer.Ordinal), await HitsAsync());
        }
        finally
        {
            await base.DisposeAsync();
        }
    }

    /// <summary>The page of a contact in a portal where this goes wrong, with a widget that is logged in.</summary>
    protected async Task<RecordPage> OpenAsync(string rules, string version = "0.9.7", bool supportsInboundCalling = false)
    {
        var initialized = Uri.EscapeDataString("""{"isLoggedIn":true,"isAvailable":true}""");
        var settings = WidgetAt($"{World.Widgets.Widget(version)}&initialized={initialized}");
        if (supportsInboundCalling)
            settings["LocalSettings:Calling:supportsInboundCalling"] = "true";
        return await OpenAsync(rules, settings);
    }

    /// <summary>The same with a browser of the test's own settings.</summary>
    protected async Task<RecordPage> OpenAsync(string rules, Dictionary<string, string> settings)
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        portals.Add(portalId);
        await PutAsync(World.Portal, portalId, rules);
        return await RecordPage.OpenAsync(await NewContextAsync(World.Portal.Url, settings), World.Portal, portalId, "0-1", SeededContact);
    }

    /// <summary>From now on this goes wrong.</summary>
    public static async Task PutAsync(PortalProcess portal, long portalId, string rules)
    {
        using var answer = await portal.Http.PutAsJsonAsync(
            $"/api/portals/{portalId}/faults", JsonNode.Parse($$"""{ "rules": [{{rules}}] }"""), Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    protected static DateTimeOffset At(JsonElement message) => message.GetProperty("at").GetDateTimeOffset();

    protected static async Task<IEnumerable<string>> EngagementMessagesAsync(RecordPage host) =>
        (await host.WireTypesAsync()).Where(type => type.Contains("ENGAGEMENT", StringComparison.Ordinal));

    /// <summary>What has hit in the portals of this test, as the traits name it.</summary>
    private async Task<IEnumerable<string>> HitsAsync()
    {
        var hits = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var portalId in portals)
        {
            var faults = await World.Portal.Http.GetFromJsonAsync<JsonElement>($"/api/portals/{portalId}/faults", Cancelled);
            var rules = faults.GetProperty("rules").EnumerateArray();
            hits.UnionWith(rules.Where(rule => rule.GetProperty("hits").GetInt64() > 0).Select(NameOf));
        }

        return hits;
    }

    private static string NameOf(JsonElement rule)
    {
        string[] fields = [Fault, "direction", "mode", "request"];
        return string.Join(' ', fields.Where(field => rule.TryGetProperty(field, out _)).Select(field => rule.GetProperty(field).GetString()));
    }
}
