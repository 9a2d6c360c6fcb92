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
    public static ForwardPaging To(string after, string? link = null) => new() { Next = new NextPage { After = after, Link = link } };

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

/// <summary>The answer of a batch route.</summary>
internal sealed record Batch<T>
{
    public string Status { get; init; } = "COMPLETE";

    public required IReadOnlyList<T> Results { get; init; }

    public int? NumErrors => Errors?.Count;

    public IReadOnlyList<BatchError>? Errors { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset CompletedAt { get; init; }

    /// <summary>207 when something is missing in it, or else what the route answers with.</summary>
    public IResult Answer(int status = StatusCodes.Status200OK) =>
        HubSpotJson.Answer(this, Errors is null ? status : StatusCodes.Status207MultiStatus);
}

/// <summary>What went wrong with a part of a batch.</summary>
internal sealed record BatchError
{
    public string Status { get; init; } = "error";

    public required string Category { get; init; }

    public string? SubCategory { get; init; }

    public required string Message { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Context { get; init; }

    /// <summary>What one input of a batch would have got as an answer of its own.</summary>
    public static BatchError Of(HubSpotError error) => new()
    {
        Category = error.Category ?? Errors.ValidationError,
        Message = error.Message,
        Context = error.Context ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal),
    };
}
