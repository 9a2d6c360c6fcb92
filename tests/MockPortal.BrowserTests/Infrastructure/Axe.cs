using Deque.AxeCore.Commons;

namespace MockPortal.BrowserTests.Infrastructure;

/// <summary>
/// Looks for what keeps people from using a page. Each document is looked at by itself and where it is: axe's own way of
/// joining frames opens another page every time, which costs more than all the looking.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is serious or critical, in the page and its frames, with the elements it is about.</summary>
    /// <param name="page">The page as it stands there.</param>
    /// <param name="colours">Whether colours count.</param>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, bool colours)
    {
        var found = new List<string>();
        foreach (var frame in page.Frames)
        {
            if (frame.ParentFrame is null || await (await frame.FrameElementAsync()).IsVisibleAsync())
                found.AddRange(await ViolationsAsync(frame, colours));
        }

        return found;
    }

    private static async Task<string[]> ViolationsAsync(IFrame frame, bool colours)
    {
        if (!await frame.EvaluateAsync<bool>("() => 'axe' in window"))
            await frame.EvaluateAsync(Script);
        return await frame.EvaluateAsync<string[]>(
            """
            async (colours) => {
              const { violations } = await axe.run(document, {
                iframes: false,
                resultTypes: ["violations"],
                rules: { "color-contrast": { enabled: colours } },
              });
              return violations
                .filter(({ impact }) => impact === "serious" || impact === "critical")
                .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
            }
            """,
            colours);
    }
}
