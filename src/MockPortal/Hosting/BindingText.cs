using System.Text.Json;
using System.Text.RegularExpressions;

namespace MockPortal.Hosting;

/// <summary>Says in the caller's words what the framework says in ours about a request it could not read.</summary>
internal static partial class BindingText
{
    public static string Explain(BadHttpRequestException error)
    {
        if (error.InnerException is JsonException json)
            return Explain(json);

        // Failed to bind parameter "long engagementId" from "abc".
        if (FailedToBind().Match(error.Message) is { Success: true } bind)
            return $"{bind.Groups["name"].Value} is '{bind.Groups["value"].Value}'; allowed is {Kind(bind.Groups["type"].Value)}.";

        // Implicit body inferred for parameter "settings" but no body was provided. Did you mean to use a Service instead?
        if (error.Message.Contains("no body was provided", StringComparison.Ordinal))
        {
            return "The request has no body. Send JSON with the header Content-Type: application/json; "
                + "/swagger lists what the route takes.";
        }

        return error.StatusCode switch
        {
            StatusCodes.Status413PayloadTooLarge => "The request body is too large. Send less at once.",
            StatusCodes.Status415UnsupportedMediaType =>
                "The request body has to be JSON: send it with the header Content-Type: application/json.",
            _ => error.Message,
        };
    }

    public static string MediaType(HttpRequest request) =>
        $"The request body has the media type '{request.ContentType}'. Send JSON with the header Content-Type: application/json.";

    // The JSON property 'nmae' could not be mapped to any .NET member contained in type 'MockPortal.Portals.NewPortal'.
    // The JSON value could not be converted to System.String. Path: $.name | LineNumber: 0 | BytePositionInLine: 10.
    // 'x' is an invalid start of a property name. Expected a '"'. Path: $ | LineNumber: 0 | BytePositionInLine: 1.
    public static string Explain(JsonException error)
    {
        var place = $"line {(error.LineNumber ?? 0) + 1}, byte {(error.BytePositionInLine ?? 0) + 1}";
        if (Unmapped().Match(error.Message) is { Success: true } unmapped)
        {
            return $"The request body has a property '{unmapped.Groups["name"].Value}' that this route does not know. "
                + "/swagger lists what it takes.";
        }

        if (Missing().Match(error.Message) is { Success: true } missing)
            return $"The request body lacks {missing.Groups["names"].Value}. /swagger lists what the route takes.";
        if (WrongKind().Match(error.Message) is { Success: true } wrong)
            return $"The request body has a value of the wrong kind at {error.Path} ({place}); allowed is {Kind(wrong.Groups["type"].Value)}.";

        var reason = error.Message.Split(" Path: ", 2)[0].Split(" LineNumber: ", 2)[0];
        return $"The request body is not valid JSON ({place}): {reason}";
    }

    private static string Kind(string type) => type switch
    {
        "long" or "int" or "Nullable<long>" or "Nullable<int>" or "long?" or "int?" => "a whole number",
        "System.Int32" or "System.Int64" => "a whole number",
        "bool" or "Nullable<bool>" or "bool?" or "System.Boolean" => "true or false",
        "System.String" => "a text",
        _ => "another kind of value; see /swagger",
    };

    [GeneratedRegex(
        """\AFailed to bind parameter "(?<type>\S+) (?<name>\S+)" from "(?<value>.*)"\.\z""",
        RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FailedToBind();

    [GeneratedRegex("'(?<name>[^']*)' could not be mapped to any .NET member", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unmapped();

    [GeneratedRegex(
        @"could not be converted to (System\.Nullable`1\[)?(?<type>[^\]\s]+?)\]?\.\s",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WrongKind();

    [GeneratedRegex("missing required properties including: (?<names>[^.]*)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing();
}
