using Microsoft.OpenApi;

namespace MockPortal.Hosting;

/// <summary>What every list takes.</summary>
internal static class CommonParameters
{
    public const int LargestPage = 500;
    private const int DefaultPage = 100;

    public static readonly QueryParameter Limit = new()
    {
        Name = "limit",
        Description = "How many results a page has at most.",
        Type = JsonSchemaType.Integer,
        Minimum = 1,
        Maximum = LargestPage,
        Default = DefaultPage,
    };

    public static readonly QueryParameter After = new()
    {
        Name = "after",
        Description = "Where to go on: `paging.next.after` of the page before. Opaque.",
    };

    public static int ReadLimit(QueryReader query) => (int?)query.Number(Limit) ?? DefaultPage;

    /// <summary>The key to go on after; null for the first page.</summary>
    public static long? ReadCursor(QueryReader query, string list) => ReadPlace(query, list)?.Key;

    /// <summary>The place to go on after; null for the first page.</summary>
    public static Place? ReadPlace(QueryReader query, string list)
    {
        if (query.Text(After) is not { } text)
            return null;
        if (Cursor.Read(list, text) is { } place)
            return place;

        query.Refuse(After, $"after is '{text}', which this list did not hand out; "
            + "allowed is the value of paging.next.after of an earlier page. Leave it out for the first page.");
        return null;
    }
}
