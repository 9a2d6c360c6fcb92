using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MockPortal.Hosting;

/// <summary>
/// Reads query parameters and collects everything that is wrong with them, so that one answer names every mistake with
/// the value and what is allowed.
/// </summary>
internal sealed class QueryReader
{
    private readonly HttpRequest request;
    private readonly SortedDictionary<string, string[]> errors = new(StringComparer.Ordinal);

    /// <summary>Refuses what the endpoint does not know.</summary>
    public QueryReader(HttpRequest request)
    {
        this.request = request;
        if (request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>() is { } known)
            RefuseAllBut(known.All);
    }

    /// <summary>400 with every mistake; null when there is none.</summary>
    public ValidationProblem? Problem() => errors.Count == 0 ? null : TypedResults.ValidationProblem(
        errors,
        title: "Invalid query",
        detail: string.Join(' ', errors.Values.SelectMany(texts => texts)));

    public void Refuse(QueryParameter parameter, string text) => errors.TryAdd(parameter.Name, [text]);

    private void RefuseAllBut(IReadOnlyList<QueryParameter> known)
    {
        foreach (var name in request.Query.Keys.Where(name => !known.Any(parameter => IsName(parameter, name))))
        {
            var names = known.Count == 0
                ? "this route takes none"
                : $"known are {string.Join(", ", known.Select(parameter => parameter.Name))}";
            errors.TryAdd(name, [$"There is no query parameter '{name}'; {names}."]);
        }
    }

    /// <summary>The one value; null when it is not given.</summary>
    public string? Text(QueryParameter parameter)
    {
        var values = request.Query[parameter.Name];
        if (values.Count > 1)
            Refuse(parameter, $"{parameter.Name} was given {values.Count} times; it takes one value.");
        else if (values.Count == 1 && string.IsNullOrWhiteSpace(values[0]))
            Refuse(parameter, $"{parameter.Name} is empty; give it a value or leave it out.");
        return values.Count == 1 && !string.IsNullOrWhiteSpace(values[0]) ? values[0]!.Trim() : null;
    }

    /// <summary>All values, repeated or separated by commas; names come back as the list of allowed values spells them.</summary>
    public IReadOnlyList<string> Many(QueryParameter parameter)
    {
        var values = request.Query[parameter.Name]
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries)).ToList();
        if (values.Contains(""))
            Refuse(parameter, $"{parameter.Name} has an empty value; give it a value or leave it out.");
        return parameter.Allowed is null ? values : [.. values.Select(value => Name(parameter, value) ?? value)];
    }

    /// <summary>The one value, as the list of allowed values spells it.</summary>
    public string? Name(QueryParameter parameter) => Text(parameter) is { } value ? Name(parameter, value) : null;

    public long? Number(QueryParameter parameter) => Text(parameter) is { } value ? Number(parameter, value) : null;

    public IReadOnlyList<long> Numbers(QueryParameter parameter) =>
        [.. Many(parameter).Select(value => Number(parameter, value)).OfType<long>()];

    /// <summary>A point in time: ISO 8601, or a duration that reaches back from now.</summary>
    public DateTimeOffset? Time(QueryParameter parameter, DateTimeOffset now)
    {
        if (Text(parameter) is not { } text)
            return null;
        if (TimeText.Read(text, now) is { } time)
            return time;

        Refuse(parameter, $"{parameter.Name} is '{text}'; allowed is {TimeText.Allowed}.");
        return null;
    }

    private long? Number(QueryParameter parameter, string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= (parameter.Minimum ?? 0) && number <= (parameter.Maximum ?? long.MaxValue))
            return number;

        var allowed = parameter.Maximum is { } maximum
            ? $"a whole number from {parameter.Minimum ?? 0} to {maximum}"
            : "a whole number";
        Refuse(parameter, $"{parameter.Name} is '{text}'; allowed is {allowed}.");
        return null;
    }

    private string? Name(QueryParameter parameter, string text)
    {
        var name = parameter.Allowed!.FirstOrDefault(allowed => allowed.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (name is null)
            Refuse(parameter, $"{parameter.Name} is '{text}'; allowed: {string.Join(", ", parameter.Allowed!)}.");
        return name;
    }

    private static bool IsName(QueryParameter parameter, string name) =>
        parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
