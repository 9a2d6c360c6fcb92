using System.Globalization;

namespace MockPortal.HubSpotApi.Http;

/// <summary>One page of a list.</summary>
internal sealed record Collection<T>
{
    public required IReadOnlyList<T> Results { get; init; }

    /// <summary>Absent on the last page; clients go on until it is.</summary>
    public ForwardPaging? Paging { get; init; }
}

/// <summary>Where a list goes on.</summary>
internal sealed record ForwardPaging
{
    public required NextPage Next { get; init; }

    /// <summary>With the address of the next page; searches and associations leave it out.</summary>
    public static ForwardPaging To(string after, string? link = null) =>
        new() { Next = new NextPage { After = after, Link = link } };

    /// <summary>A list that goes on at a record.</summary>
    public static ForwardPaging To(long after, HubSpotQuery query)
    {
        var text = after.ToString(CultureInfo.InvariantCulture);
        return To(text, query.Link(text));
    }
}

/// <summary>The next page.</summary>
internal sealed record NextPage
{
    public required string After { get; init; }

    public string? Link { get; init; }
}
