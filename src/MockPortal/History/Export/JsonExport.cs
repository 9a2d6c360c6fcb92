using System.Text.Json;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace MockPortal.History.Export;

/// <summary>A whole list as one JSON array, written as it is read, so that the size does not matter.</summary>
/// <param name="name">The file's name, without its ending.</param>
/// <param name="rows">All rows.</param>
/// <param name="next">Where the list goes on; null when this is all.</param>
internal sealed class JsonExport<T>(string name, IAsyncEnumerable<T> rows, string? next) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        Download.Announce(httpContext, "application/json; charset=utf-8", $"{name}.json", next);
        var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return JsonSerializer.SerializeAsync(httpContext.Response.Body, rows, options, httpContext.RequestAborted);
    }
}
