namespace MockPortal.BrowserTests.Infrastructure;

/// <summary>Looks at a page in light and dark, wide and narrow, as it stands there: it is not loaded anew for that.</summary>
internal static class Look
{
    /// <summary>
    /// Colours do not depend on the width, nor the order of things on the colours: two of the four show axe all there is.
    /// </summary>
    private static readonly (ColorScheme Scheme, int Width, bool Axe)[] Variants =
    [
        (ColorScheme.Light, 390, false),
        (ColorScheme.Dark, 390, true),
        (ColorScheme.Dark, 1280, false),
        (ColorScheme.Light, 1280, true),
    ];

    /// <summary>Pictures are for people, and take their time.</summary>
    private static readonly bool Pictures = Environment.GetEnvironmentVariable("MOCKPORTAL_PICTURES") == "1";

    /// <summary>The page is accessible and nothing sticks out of it. It ends as it began, light and wide.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">What the failure and the picture are called.</param>
    /// <param name="ours">False for a page of a library, whose colours and widths are its own.</param>
    public static async Task CheckAsync(IPage page, string name, bool ours = true)
    {
        foreach (var (scheme, width, axe) in Variants)
            await CheckAsync(page, $"{name}-{scheme}-{width}", scheme, (width, 900), axe, ours);
    }

    /// <summary>The same for the calling window, which has one size.</summary>
    public static async Task CheckWindowAsync(IPage page, string name)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
            await CheckAsync(page, $"{name}-{scheme}", scheme, (460, 760), axe: true, ours: true);
    }

    private static async Task CheckAsync(IPage page, string name, ColorScheme scheme, (int Width, int Height) size, bool axe, bool ours)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(size.Width, size.Height);
        if (Pictures)
            await page.ScreenshotAsync(new() { Path = Path.Combine(TestPaths.Results, "pages", $"{name}.png"), FullPage = true });
        if (ours)
            await ExpectToFitAsync(page, name);
        if (axe)
            Assert.Empty((await Axe.ViolationsAsync(page, colours: ours)).Select(violation => $"{name}: {violation}"));
    }

    /// <summary>The panel of the widget takes its new place a moment after the window has its new size.</summary>
    private static async Task ExpectToFitAsync(IPage page, string name)
    {
        const string Excess = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        try
        {
            await page.WaitForFunctionAsync($"() => {Excess} <= 0", options: new() { Timeout = 10_000 });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{name} is {await page.EvaluateAsync<int>($"() => {Excess}")} pixels too wide");
        }
    }
}
