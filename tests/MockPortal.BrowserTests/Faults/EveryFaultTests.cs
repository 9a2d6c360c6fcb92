using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;
using Xunit.v3;

namespace MockPortal.BrowserTests.Faults;

/// <summary>What can go wrong in a page is seen by a test with a real widget; tests/js/hubspot-client has the same for REST.</summary>
public sealed class EveryFaultTests(TestWorld world)
{
    private const string Unknown = "?";

    /// <summary>A fault may come in several kinds, by one of these.</summary>
    private static readonly string[] Fields = ["direction", "mode", "request"];

    [Fact]
    public async Task Every_fault_of_a_page_is_seen_by_a_test() =>
        Assert.Equal(await AllAsync(), SeenByTests());

    /// <summary>The portal itself says what there is, when it is asked for what there is not.</summary>
    private async Task<SortedSet<string>> AllAsync()
    {
        var portalId = await TestWorld.CreatePortalAsync(world.Portal);
        var kinds = Allowed((await RefusalsAsync(portalId, Unknown))["rules[0].fault"]).Except(["rest"]).ToArray();
        var refusals = await RefusalsAsync(portalId, kinds);
        return new SortedSet<string>(kinds.SelectMany((kind, index) => KindsOf(kind, index)), StringComparer.Ordinal);

        IEnumerable<string> KindsOf(string kind, int index)
        {
            var several = Fields.Select(field => Allowed(refusals[$"rules[{index}].{field}"])).FirstOrDefault(allowed => allowed.Length > 0);
            return several?.Select(one => $"{kind} {one}") ?? [kind];
        }
    }

    /// <summary>What is wrong with faults whose direction, mode and request are none, by the path of the field.</summary>
    private async Task<Dictionary<string, string>> RefusalsAsync(long portalId, params string[] kinds)
    {
        var rules = kinds.Select(kind => new { fault = kind, direction = Unknown, mode = Unknown, request = Unknown });
        using var answer = await world.Portal.Http.PutAsJsonAsync(
            $"/api/portals/{portalId}/faults", new { rules }, TestContext.Current.CancellationToken);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return problem.GetProperty("errors").EnumerateObject()
            .ToDictionary(error => error.Name, error => error.Value[0].GetString()!, StringComparer.Ordinal);
    }

    /// <summary>Of <c>… is '?'; allowed: late, never.</c> the values; none where the field is not taken at all.</summary>
    private static string[] Allowed(string refusal)
    {
        var begin = refusal.IndexOf("allowed: ", StringComparison.Ordinal);
        return begin < 0 ? [] : refusal[(begin + "allowed: ".Length)..].TrimEnd('.').Split([", ", " or "], StringSplitOptions.None);
    }

    private static SortedSet<string> SeenByTests()
    {
        var methods = typeof(EveryFaultTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).ToList();
        var traits = methods.SelectMany(method => method.GetCustomAttributes<TraitAttribute>())
            .SelectMany(attribute => ((ITraitAttribute)attribute).GetTraits())
            .Select(trait => (trait.Key, trait.Value));
        var ofCases = methods.SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>())
            .SelectMany(attribute => (attribute.Traits ?? []).Chunk(2))
            .Select(pair => (Key: pair[0], Value: pair[1]));
        return new SortedSet<string>(traits.Concat(ofCases).Where(trait => trait.Key == FaultTest.Fault).Select(trait => trait.Value), StringComparer.Ordinal);
    }
}
