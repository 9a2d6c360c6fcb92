using System.Globalization;
using MockPortal.Data;

namespace MockPortal.Inspector;

/// <summary>What the reader of the inspector asked for. A form sends all its fields; the empty ones ask for nothing.</summary>
public sealed record InspectorFilter
{
    private static readonly string[] Directions = [MessageDirections.ToWidget, MessageDirections.FromWidget, MessageDirections.Host];

    public string? Type { get; init; }

    public string? Direction { get; init; }

    public string? Surface { get; init; }

    public string? CallId { get; init; }

    /// <summary>What is wrong with it, in words; nothing is shown then.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    public bool IsEmpty => Type is null && Direction is null && Surface is null && CallId is null;

    public static InspectorFilter Read(IQueryCollection query)
    {
        var filter = new InspectorFilter
        {
            Type = Given(query, "type"),
            Direction = Given(query, "direction"),
            Surface = Given(query, "surface"),
            CallId = Given(query, "callId"),
        };
        var errors = new List<string>();
        if (filter.Direction is { } direction && !Directions.Contains(direction))
            errors.Add($"direction is '{direction}'; allowed: {string.Join(", ", Directions)}.");
        if (filter.CallId is { } call && !long.TryParse(call, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            errors.Add($"The call is '{call}'; allowed is a whole number.");
        return filter with { Errors = errors };
    }

    /// <summary>The same for the database; only of a filter without errors.</summary>
    internal ChangeFilter ToChanges() => new()
    {
        Types = Type is null ? [] : [Type, Type.ToUpperInvariant(), Type.ToLowerInvariant()],
        Directions = Direction is null ? [] : [Direction],
        SurfaceIds = Surface is null ? [] : [Surface],
        CallIds = CallId is null ? [] : [long.Parse(CallId, CultureInfo.InvariantCulture)],
    };

    /// <summary>The filter as part of an address.</summary>
    internal QueryString ToQuery()
    {
        var query = new QueryString();
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)
            [("type", Type), ("direction", Direction), ("surface", Surface), ("callId", CallId)])
        {
            if (value is not null)
                query = query.Add(name, value);
        }

        return query;
    }

    private static string? Given(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 } value ? value : null;
}
