using MockPortal.Hosting;

namespace MockPortal.History.Export;

/// <summary>The forms a list can be had in.</summary>
internal static class ExportFormat
{
    public const string Json = "json";
    public const string Csv = "csv";
    public const string JsonArray = "json-array";
    public const string CsvType = "text/csv";

    /// <summary>Of a list that is only exported as CSV.</summary>
    public static readonly QueryParameter Parameter = Of("`json` or `csv`", Json, Csv);

    /// <summary>Of a list that is also exported as JSON.</summary>
    public static readonly QueryParameter ParameterWithJson =
        Of("`json`, `csv`, or `json-array`, an array without the paging", Json, Csv, JsonArray);

    /// <summary>The parameter decides; without it the Accept header, when it prefers CSV to JSON.</summary>
    public static string Read(QueryReader query, QueryParameter parameter, HttpRequest request)
    {
        if (request.Query.ContainsKey(parameter.Name))
            return query.Name(parameter) ?? Json;

        return Accept.Prefers(request, CsvType, "application/json") ? Csv : Json;
    }

    private static QueryParameter Of(string forms, params string[] allowed) => new()
    {
        Name = "format",
        Description = $"{forms}; wins over the `Accept` header. All but `json` hold everything that matches "
            + "unless `limit` is given; a `Link` header with `rel=\"next\"` then tells that there is more.",
        Allowed = allowed,
    };
}
