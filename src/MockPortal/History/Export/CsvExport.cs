using System.Buffers;
using CsvHelper;

namespace MockPortal.History.Export;

/// <summary>A list as CSV (RFC 4180), written as it is read, so that the size does not matter.</summary>
/// <param name="name">The file's name, without its ending.</param>
/// <param name="columns">Their names, and what stands in them.</param>
/// <param name="rows">All rows.</param>
/// <param name="next">Where the list goes on; null when this is all.</param>
internal sealed class CsvExport<T>(
    string name, IReadOnlyList<(string Name, Func<T, string?> Of)> columns, IAsyncEnumerable<T> rows, string? next) : IResult
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789 ()-.");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        Download.Announce(httpContext, $"{ExportFormat.CsvType}; charset=utf-8; header=present", $"{name}.csv", next);
        await using var csv = CsvWriter.Create(httpContext.Response.Body, CsvWriterOptions.Default, leaveOpen: true);
        await csv.WriteRecordAsync([.. columns.Select(column => column.Name)], httpContext.RequestAborted);
        await foreach (var row in rows.WithCancellation(httpContext.RequestAborted))
            await csv.WriteRecordAsync([.. columns.Select(column => Harmless(column.Of(row) ?? ""))], httpContext.RequestAborted);
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
}
