using System.Net.Http.Json;
using System.Text.Json;

namespace MockPortal.BrowserTests.Infrastructure;

/// <summary>A record page as a user and as a program see it: the documented test hooks and the control API.</summary>
public sealed class RecordPage
{
    private RecordPage(IPage page, PortalProcess portal, long portalId)
    {
        Page = page;
        Portal = portal;
        PortalId = portalId;
    }

    public IPage Page { get; }

    public PortalProcess Portal { get; }

    public long PortalId { get; }

    public ILocator CallButton => Page.GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true });

    public ILocator Panel => Page.GetByTestId("call-widget");

    public ILocator CallStatus => Page.GetByTestId("call-status");

    public ILocator Alerts => Page.GetByRole(AriaRole.Alert);

    public ILocator Iframe => Page.Locator("iframe#hubspot-calling-extension-iframe");

    public ILocator Timeline => Page.GetByTestId("timeline-call");

    /// <summary>The widget's document.</summary>
    public IFrame Widget => Page.Frames.Single(frame => frame.ParentFrame == Page.MainFrame);

    public static async Task<RecordPage> OpenAsync(
        IBrowserContext context, PortalProcess portal, long portalId, string objectTypeId, long recordId, string? origin = null)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{origin ?? portal.Url}/contacts/{portalId}/record/{objectTypeId}/{recordId}");
        return new RecordPage(page, portal, portalId);
    }

    /// <summary>Any page of the portal that has been opened already.</summary>
    public static RecordPage On(IPage page, PortalProcess portal, long portalId) => new(page, portal, portalId);

    /// <summary>Waits until the widget in the page's iframe has started; on another page than before, the new one.</summary>
    public async Task WaitForWidgetAsync()
    {
        await WaitForDocumentAsync();
        await ExpectPanelAsync("initialized");
    }

    private async Task WaitForDocumentAsync()
    {
        await WaitForFrameAsync(frame => frame.ParentFrame == Page.MainFrame && frame.Url is not ("" or "about:blank"));
        await Widget.WaitForFunctionAsync("() => window.widget");
    }

    public Task ExpectPanelAsync(string state) => Expect(Panel).ToHaveAttributeAsync("data-state", state);

    public Task ExpectVisibilityAsync(string visibility) =>
        Expect(Panel).ToHaveAttributeAsync("data-visibility", visibility);

    public Task ExpectCallAsync(string state) => Expect(CallStatus).ToHaveAttributeAsync("data-state", state);

    /// <summary>Presses Call and waits until the widget's document is there.</summary>
    public async Task OpenWidgetAsync()
    {
        await CallButton.ClickAsync();
        await WaitForDocumentAsync();
    }

    /// <summary>Presses Call and waits until the widget was told to dial.</summary>
    public async Task DialAsync()
    {
        await OpenWidgetAsync();
        await ExpectPanelAsync("initialized");
        await ExpectCallAsync("dial-sent");
        await WaitForReceivedAsync("onDialNumber");
    }

    /// <summary>Calls a method of the widget's SDK, as the calling app would.</summary>
    public Task SdkAsync(string method, object? data = null) => Widget.EvaluateAsync(
        "([method, data]) => data === null ? window.widget.sdk[method]() : window.widget.sdk[method](data)",
        new[] { method, data });

    /// <summary>Posts a message as it is: what an app does by hand.</summary>
    public Task SayAsync(string expression) => Widget.EvaluateAsync($"() => window.parent.postMessage({expression}, '*')");

    /// <summary>Waits until the widget's handler was called, and returns what it was called with last.</summary>
    public async Task<JsonElement> WaitForReceivedAsync(string handler)
    {
        await WaitForDocumentAsync();
        await Widget.WaitForFunctionAsync("name => window.widget.received.some(entry => entry.handler === name)", handler);
        return await ReadAsync($"window.widget.received.findLast(entry => entry.handler === '{handler}').data");
    }

    /// <summary>The value of an expression in the widget's document, as JSON has it.</summary>
    public async Task<JsonElement> ReadAsync(string expression) =>
        JsonSerializer.Deserialize<JsonElement>(await Widget.EvaluateAsync<string>($"() => JSON.stringify({expression})"));

    /// <summary>Waits until a frame of the page is where it should be.</summary>
    public async Task WaitForFrameAsync(Func<IFrame, bool> wanted)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, IFrame frame)
        {
            if (wanted(frame))
                arrived.TrySetResult();
        }

        Page.FrameNavigated += Look;
        foreach (var frame in Page.Frames)
            Look(null, frame);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Page.FrameNavigated -= Look;
    }

    /// <summary>The types of everything the host posted to the widget, SYNC included, in order.</summary>
    public Task<string[]> WireTypesAsync() => Widget.EvaluateAsync<string[]>("() => window.widget.wire.map(message => message.type ?? message.data?.type)");

    /// <summary>A resource of this portal in the control API.</summary>
    public async Task<JsonElement> GetAsync(string path) =>
        await Portal.Http.GetFromJsonAsync<JsonElement>($"/api/portals/{PortalId}/{path}", TestContext.Current.CancellationToken);

    /// <summary>A list of the control API.</summary>
    public async Task<JsonElement[]> ListAsync(string path) => [.. (await GetAsync(path)).GetProperty("results").EnumerateArray()];

    /// <summary>Asks the API until the list is as wanted; what is shown on the page is committed already, other things may be on their way.</summary>
    public async Task<JsonElement[]> ListAsync(string path, Func<JsonElement[], bool> wanted)
    {
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (true)
        {
            var results = await ListAsync(path);
            if (wanted(results))
                return results;
            if (DateTime.UtcNow > deadline)
                throw new TimeoutException($"GET {path} stayed {JsonSerializer.Serialize(results)}");
            await Page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        }
    }
}
