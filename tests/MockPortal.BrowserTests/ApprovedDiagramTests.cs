using System.Text.RegularExpressions;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>
/// The pictures of two calls of the demo softphone, compared with approved ones in the folder Approved. Of a picture only what
/// differs from run to run is left out: the time beside an arrow, the lines that say how long nothing happened, and whether the
/// widget measured another duration than the host.
/// </summary>
public sealed partial class ApprovedDiagramTests(TestWorld world) : BrowserTest(world)
{
    [Fact]
    public async Task An_outbound_call()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var host = await RecordPage.OpenAsync(await NewContextAsync(World.Portal.Url), World.Portal, portalId, "0-1", SeededContact);
        var softphone = host.Page.FrameLocator("#hubspot-calling-extension-iframe");
        await host.CallButton.ClickAsync();
        await host.ExpectCallAsync("dialing");
        await FinishAsync(host, softphone, "Answer");

        await ExpectApprovedAsync(host, "outbound-call");
    }

    [Fact]
    public async Task An_inbound_call()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var inbound = new Dictionary<string, string>(StringComparer.Ordinal) { ["LocalSettings:Calling:supportsInboundCalling"] = "true" };
        var page = await (await NewContextAsync(World.Portal.Url, inbound)).NewPageAsync();
        await page.GotoAsync($"{World.Portal.Url}/calling-integration-popup-ui/{portalId}");
        var window = RecordPage.On(page, World.Portal, portalId);
        await window.ExpectPanelAsync("initialized");
        var softphone = page.FrameLocator("#hubspot-calling-extension-iframe");
        await softphone.GetByLabel("Number of the caller").FillAsync("+14155550132");
        await softphone.GetByRole(AriaRole.Button, new() { Name = "Simulate inbound call" }).ClickAsync();
        await window.ExpectCallAsync("ringing");
        await FinishAsync(window, softphone, "Accept");

        await ExpectApprovedAsync(window, "inbound-call");
    }

    /// <summary>One step after the other: what is done at once may come in any order.</summary>
    private static async Task FinishAsync(RecordPage host, IFrameLocator softphone, string answer)
    {
        await host.ListAsync("messages?type=CREATE_ENGAGEMENT_SUCCEEDED", found => found.Length == 1);
        await softphone.GetByRole(AriaRole.Button, new() { Name = answer }).ClickAsync();
        await host.ExpectCallAsync("in-progress");
        await softphone.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await host.ExpectCallAsync("wrap-up");
        await softphone.GetByLabel("Notes").FillAsync("Wants a quote");
        await softphone.GetByRole(AriaRole.Button, new() { Name = "Complete" }).ClickAsync();
        await host.ListAsync("messages?type=UPDATE_ENGAGEMENT_SUCCEEDED", found => found.Length == 1);
        await host.ListAsync("calls", found => found[0].GetProperty("state").GetString() == "completed");
    }

    /// <summary>Nothing is wrong with either call, its Mermaid text and its drawing are the approved ones.</summary>
    private static async Task ExpectApprovedAsync(RecordPage host, string name)
    {
        Assert.Empty(await host.ListAsync("calls/1/findings"));
        var address = $"/api/portals/{host.PortalId}/calls/1/diagram";
        var mermaid = await host.Portal.Http.GetStringAsync($"{address}?format=mermaid", Cancelled);
        var svg = await host.Portal.Http.GetStringAsync($"{address}?format=svg", Cancelled);
        await CompareAsync($"{name}.mmd", Duration().Replace(string.Join('\n', mermaid.Split('\n').Where(line => !Pause().IsMatch(line))), ""));
        await CompareAsync($"{name}.svg.txt", Duration().Replace(DrawnDiagram.Read(svg), ""));

        var page = await host.Page.Context.NewPageAsync();
        await page.GotoAsync($"{host.Portal.Url}/portals/{host.PortalId}/calls/1");
        Assert.Equal(
            DrawnDiagram.Read(svg), DrawnDiagram.Read(await page.EvaluateAsync<string>(
                "() => new XMLSerializer().serializeToString(document.querySelector('svg.sequence'))")));
    }

    /// <summary>What came instead lies beside the results of the tests; copied into the folder it is approved.</summary>
    private static async Task CompareAsync(string file, string received)
    {
        await File.WriteAllTextAsync(Path.Combine(TestPaths.Results, file), received, Cancelled);
        var approved = Path.Combine(TestPaths.RepositoryRoot, "tests", "MockPortal.BrowserTests", "Approved", file);
        Assert.Equal(File.Exists(approved) ? await File.ReadAllTextAsync(approved, Cancelled) : $"{approved} is not there.", received);
    }

    /// <summary>A property among others that an engagement was given.</summary>
    [GeneratedRegex("hs_call_duration, |, hs_call_duration", RegexOptions.None, 1000)]
    private static partial Regex Duration();

    /// <summary>A note over all lanes that is a duration and nothing else.</summary>
    [GeneratedRegex(@"\A    Note over Widget,(Host|Crm|App): [0-9.]+ (s|min [0-9]+ s|h [0-9]+ min)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pause();
}
