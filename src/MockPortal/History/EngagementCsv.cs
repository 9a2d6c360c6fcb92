using System.Buffers;
using CsvHelper;
using MockPortal.Hosting;

namespace MockPortal.History;

/// <summary>Engagements as CSV (RFC 4180), written as they are read, so that the size does not matter.</summary>
internal sealed class EngagementCsv(long portalId, IAsyncEnumerable<Placed<EngagementRecord>> rows, string? next) : IResult
{
    public const string MediaType = "text/csv";

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789 ()-.");

    private static readonly string[] Header =
    [
        "engagementId", "sources", "known", "callId", "direction", "status", "fromNumber", "toNumber",
        "objectTypeId", "objectId", "recordName", "widgetName", "widgetUrl", "sdkVersion", "recordedAt",
    ];

    /// <summary>The parameter decides; without it the Accept header, when it prefers CSV to JSON.</summary>
    public static bool IsWanted(QueryReader query, HttpRequest request)
    {
        if (request.Query.ContainsKey(HistoryParameters.Format.Name))
            return query.Name(HistoryParameters.Format) == "csv";

        return Accept.Prefers(request, MediaType, "application/json");
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentDisposition = $"attachment; filename=\"engagements-{portalId}.csv\"";
        if (next is not null)
            response.Headers.Link = NextLink(httpContext.Request, next);

        await using var csv = CsvWriter.Create(response.Body, CsvWriterOptions.Default, leaveOpen: true);
        await csv.WriteRecordAsync(Header, httpContext.RequestAborted);
        await foreach (var row in rows.WithCancellation(httpContext.RequestAborted))
            await csv.WriteRecordAsync(Fields(row.Value), httpContext.RequestAborted);
    }

    private static string[] Fields(EngagementRecord row)
    {
        string?[] fields =
        [
            row.EngagementId.ToString(), string.Join(' ', row.Sources), row.Known ? "true" : "false",
            row.CallId?.ToString(), row.Direction, row.Status, row.FromNumber, row.ToNumber,
            row.Record?.ObjectTypeId, row.Record?.ObjectId.ToString(), row.Record?.Name,
            row.Widget?.Name, row.Widget?.Url, row.Widget?.SdkVersion,
            Utc.Text(row.RecordedAt),
        ];
        return [.. fields.Select(field => Harmless(field ?? ""))];
    }

    /// <summary>
    /// A spreadsheet takes a field that begins like a formula for one; an apostrophe makes it text. Phone numbers begin
    /// with a plus sign too, but what holds nothing but a number can do no harm and has to stay as it is.
    /// </summary>
    private static string Harmless(string field) =>
        field is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..]
            && (field[0] != '+' || field.AsSpan(1).ContainsAnyExcept(NumberCharacters))
            ? "'" + field
            : field;

    private static string NextLink(HttpRequest request, string after)
    {
        var query = request.Query
            .Where(pair => !pair.Key.Equals(CommonParameters.After.Name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Append(KeyValuePair.Create(CommonParameters.After.Name, (string?)after));
        return $"<{request.PathBase}{request.Path}{QueryString.Create(query)}>; rel=\"next\"";
    }
}
