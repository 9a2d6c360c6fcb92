using System.CommandLine;
using System.Text.Json;
using MockPortal.Hosting;

namespace MockPortal.Commands;

/// <summary>All portals there are.</summary>
internal sealed class PortalListCommand : Command, IHasExamples
{
    private readonly Option<Uri?> url = ServerAddress.Option();
    private readonly Option<bool> json = PortalCommand.Json();

    public PortalListCommand()
        : base("list", "List the portals, the default one first")
    {
        Add(json);
        Add(url);
        SetAction(ListAsync);
    }

    public IReadOnlyList<(string Line, string Does)> Examples { get; } = [("portal list", "A line for each portal")];

    private async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var server = new PortalServer(parsed.GetRequiredValue(url)!, parsed.InvocationConfiguration.Error);
        var portals = new List<JsonElement>();
        string? after = "";
        while (after is not null)
        {
            var page = $"/api/portals?limit={CommonParameters.LargestPage}{(after.Length > 0 ? $"&after={after}" : "")}";
            var code = await server.AskAsync(HttpMethod.Get, page, body: null, answer =>
            {
                portals.AddRange(answer.GetProperty("results").EnumerateArray());
                after = answer.TryGetProperty("paging", out var paging)
                    ? paging.GetProperty("next").GetProperty("after").GetString()
                    : null;
            }, cancellationToken);
            if (code != ExitCodes.Done)
                return code;
        }

        PortalText.WriteList(parsed.InvocationConfiguration.Output, portals, parsed.GetValue(json));
        return ExitCodes.Done;
    }
}
