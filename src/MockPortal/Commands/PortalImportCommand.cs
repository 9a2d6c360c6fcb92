using System.CommandLine;
using System.Net.Mime;

namespace MockPortal.Commands;

/// <summary>A portal out of a file.</summary>
internal sealed class PortalImportCommand : Command, IHasExamples
{
    private readonly Argument<string> file = new("file") { Description = "What 'portal export' wrote; '-' is the standard input" };

    private readonly Option<bool> keepId = new("--keep-id")
    {
        Description = "Under the id it had, which must be free; left out, under a new one",
    };

    private readonly Option<Uri?> url = ServerAddress.Option();
    private readonly Option<bool> json = PortalCommand.Json();

    public PortalImportCommand()
        : base("import", "Make a portal of an exported file, and print its id, token and address")
    {
        Add(file);
        Add(keepId);
        Add(json);
        Add(url);
        SetAction(ImportAsync);
    }

    public IReadOnlyList<(string Line, string Does)> Examples { get; } =
        [("portal import failed-run.json", "Look at it on your own machine")];

    private async Task<int> ImportAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var server = new PortalServer(parsed.GetRequiredValue(url)!, parsed.InvocationConfiguration.Error);
        var path = parsed.GetRequiredValue(file);
        return await PortalFile.TryAsync(path, parsed.InvocationConfiguration.Error, async () =>
        {
            await using var source = PortalFile.OpenRead(path);
            using var body = new StreamContent(source) { Headers = { ContentType = new(MediaTypeNames.Application.Json) } };
            var route = parsed.GetValue(keepId) ? "/api/portals/import?id=own" : "/api/portals/import";
            return await server.AskAsync(HttpMethod.Post, route, body, portal =>
                PortalText.Write(parsed.InvocationConfiguration.Output, portal, parsed.GetValue(json)), cancellationToken);
        });
    }
}
