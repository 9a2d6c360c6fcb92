using System.CommandLine;

namespace MockPortal.Commands;

/// <summary>A portal in a file, with its data and its traces: to keep the evidence of a failed run, or to hand it to somebody.</summary>
internal sealed class PortalExportCommand : Command, IHasExamples
{
    private readonly Argument<long> id = PortalCommand.Id();

    private readonly Argument<string?> file = new("file")
    {
        Description = "Where to; '-' is the standard output; left out, portal-ID.json",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<Uri?> url = ServerAddress.Option();

    public PortalExportCommand()
        : base("export", "Write a portal with its data and traces into a file")
    {
        Add(id);
        Add(file);
        Add(url);
        SetAction(ExportAsync);
    }

    public IReadOnlyList<(string Line, string Does)> Examples { get; } =
        [("portal export 20260002 failed-run.json", "Keep what a test left behind")];

    private async Task<int> ExportAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var server = new PortalServer(parsed.GetRequiredValue(url)!, parsed.InvocationConfiguration.Error);
        var portalId = parsed.GetValue(id);
        var path = parsed.GetValue(file) ?? $"portal-{portalId}.json";
        return await PortalFile.TryAsync(path, parsed.InvocationConfiguration.Error, () =>
            server.AskAsync(HttpMethod.Get, $"/api/portals/{portalId}/export", body: null, async answer =>
            {
                await using (var target = PortalFile.OpenWrite(path))
                    await answer.Content.CopyToAsync(target, cancellationToken);
                if (!PortalFile.IsStandard(path))
                    await parsed.InvocationConfiguration.Output.WriteLineAsync($"Portal {portalId} is in {Path.GetFullPath(path)}.");
            }, cancellationToken));
    }
}
