namespace MockPortal.HubSpotApi.Http;

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

/// <summary>Puts together what came of a batch.</summary>
internal static class Batch
{
    public static Batch<T> Of<T>(
        IReadOnlyList<T> results, IReadOnlyList<BatchError> errors, DateTimeOffset started, TimeProvider clock) => new()
        {
            Results = results,
            Errors = errors.Count > 0 ? errors : null,
            StartedAt = started,
            CompletedAt = clock.GetUtcNow(),
        };

    /// <summary>Of a batch that was carried out piece by piece; each came to something, or to a mistake.</summary>
    public static Batch<T> Of<T>(
        IReadOnlyList<(T? Result, HubSpotError? Error)> done, DateTimeOffset started, TimeProvider clock)
        where T : class => Of(
            [.. done.Select(piece => piece.Result).OfType<T>()],
            [.. done.Select(piece => piece.Error).OfType<HubSpotError>().Select(BatchError.Of)],
            started,
            clock);
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
