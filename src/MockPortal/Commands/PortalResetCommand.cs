using System.CommandLine;
using MockPortal.Hosting;

namespace MockPortal.Commands;

/// <summary>Portals as they were made, for the next run.</summary>
internal sealed class PortalResetCommand : Command, IHasExamples
{
    private readonly Argument<long[]> ids = PortalCommand.Ids();
    private readonly Option<Uri?> url = ServerAddress.Option();

    public PortalResetCommand()
        : base("reset", "Put portals back to what they began with; id and tokens stay")
    {
        Add(ids);
        Add(url);
        SetAction(ResetAsync);
    }

    public IReadOnlyList<(string Line, string Does)> Examples { get; } =
        [("portal reset 20260001", "The default portal as after the first start")];

    private async Task<int> ResetAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var server = new PortalServer(parsed.GetRequiredValue(url)!, parsed.InvocationConfiguration.Error);
        foreach (var id in parsed.GetRequiredValue(ids))
        {
            var code = await server.AskAsync(HttpMethod.Post, $"/api/portals/{id}/reset", body: null, _ =>
                parsed.InvocationConfiguration.Output.WriteLineAsync($"Portal {id} is reset."), cancellationToken);
            if (code != ExitCodes.Done)
                return code;
        }

        return ExitCodes.Done;
    }
}
