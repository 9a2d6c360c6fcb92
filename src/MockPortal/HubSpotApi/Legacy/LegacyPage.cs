using System.Globalization;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>Which part of a list a client of before version 3 wants: so many, after passing over so many.</summary>
internal sealed record LegacyPage(int Limit, int Offset)
{
    private static readonly LegacyPage None = new(0, 0);

    /// <summary>The page, or why it cannot be read. More than the largest page is not refused, but not given either.</summary>
    /// <param name="query">The request's query.</param>
    /// <param name="name">What the route calls the limit.</param>
    /// <param name="usual">The limit when nothing is said.</param>
    /// <param name="largest">The limit whatever is said.</param>
    public static (LegacyPage Page, HubSpotError? Error) Read(HubSpotQuery query, string name, int usual, int largest)
    {
        var limit = Number(query.Text(name), usual);
        var offset = Number(query.Text("offset"), 0);
        return limit is not > 0 ? (None, Errors.QueryParameter(name))
            : offset is null ? (None, Errors.QueryParameter("offset"))
            : (new LegacyPage(Math.Min(limit.Value, largest), offset.Value), null);
    }

    /// <summary>Where the next page begins; 0 when there is none.</summary>
    public int NextOffset(bool hasMore) => hasMore ? Offset + Limit : 0;

    private static int? Number(string? text, int usual) =>
        text is null ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
