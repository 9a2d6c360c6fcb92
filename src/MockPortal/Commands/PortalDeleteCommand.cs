using System.CommandLine;
using MockPortal.Hosting;

namespace MockPortal.Commands;

/// <summary>Portals that are no longer needed, with everything in them.</summary>
internal sealed class PortalDeleteCommand : Command, IHasExamples
{
    private readonly Argument<long[]> ids = PortalCommand.Ids();
    private readonly Option<Uri?> url = ServerAddress.Option();

    public PortalDeleteCommand()
        : base("delete", "Delete portals with everything in them")
    {
        Add(ids);
        Add(url);
        SetAction(DeleteAsync);
    }

    public IReadOnlyList<(string Line, string Does)> Examples { get; } =
        [("portal delete 20260002 20260003", "Both, or up to the first that cannot be deleted")];

    private async Task<int> DeleteAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var server = new PortalServer(parsed.GetRequiredValue(url)!, parsed.InvocationConfiguration.Error);
        foreach (var id in parsed.GetRequiredValue(ids))
        {
            var code = await server.AskAsync(HttpMethod.Delete, $"/api/portals/{id}", body: null, _ =>
                parsed.InvocationConfiguration.Output.WriteLineAsync($"Portal {id} is deleted."), cancellationToken);
            if (code != ExitCodes.Done)
                return code;
        }

        return ExitCodes.Done;
    }
}
