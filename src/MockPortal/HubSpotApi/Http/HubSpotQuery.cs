using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace MockPortal.HubSpotApi.Http;

/// <summary>
/// Reads query parameters and remembers the first that cannot be read. What nobody asks for is ignored, as HubSpot does.
/// </summary>
internal sealed class HubSpotQuery(HttpRequest request)
{
    /// <summary>The first mistake; null when there is none.</summary>
    public HubSpotError? Error { get; private set; }

    /// <summary>The value; null when it is not given or empty.</summary>
    public string? Text(string name) => request.Query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;

    /// <summary>A list: repeated, separated by commas, or both. Null when it is not given.</summary>
    public IReadOnlyList<string>? List(string name)
    {
        var values = request.Query[name]
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return values.Count == 0 ? null : values;
    }

    public bool Flag(string name)
    {
        if (Text(name) is not { } text)
            return false;
        if (!bool.TryParse(text, out var flag))
            Refuse(Errors.QueryParameter(name));
        return flag;
    }

    /// <summary>How many results a page has. HubSpot's lists differ in what they allow.</summary>
    public int Limit(int usual, int maximum)
    {
        if (Text("limit") is not { } text)
            return usual;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit))
            Refuse(Errors.QueryParameter("limit"));
        else if (limit < 1 || limit > maximum)
            Refuse(Errors.Validation($"limit is {limit}; it must be between 1 and {maximum}."));
        return Math.Clamp(limit, 1, maximum);
    }

    /// <summary>The id a list goes on at; null for the first page.</summary>
    public long? After(string name = "after")
    {
        if (Text(name) is not { } text)
            return null;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            Refuse(Errors.QueryParameter(name));
        return after;
    }

    /// <summary>The address of the next page: the same question with another <c>after</c>.</summary>
    public string Link(string after)
    {
        var parameters = request.Query
            .Where(parameter => !parameter.Key.Equals("after", StringComparison.OrdinalIgnoreCase)
                && !parameter.Key.Equals("hapikey", StringComparison.OrdinalIgnoreCase))
            .Append(new("after", new StringValues(after)));
        return HubSpotRequest.Of(request.HttpContext).Address + QueryString.Create(parameters);
    }

    public void Refuse(HubSpotError error) => Error ??= error;
}
