using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace MockPortal.Tests.Pages;

internal static partial class Markup
{
    /// <summary>The text a reader sees, without line breaks of the source.</summary>
    public static string Text(this IElement element) => Spaces().Replace(element.TextContent, " ").Trim();

    public static string Text(this IParentNode node, string selector) =>
        node.QuerySelector(selector)?.Text() ?? throw new InvalidOperationException($"The page has no {selector}.");

    [GeneratedRegex("\\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
