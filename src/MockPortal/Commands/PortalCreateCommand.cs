using System.CommandLine;

namespace MockPortal.Commands;

/// <summary>A new portal, for a test worker or to try something.</summary>
internal sealed class PortalCreateCommand : Command, IHasExamples
{
    private readonly Option<string?> name = new("--name")
    {
        Description = "What people read; left out, 'Portal' and its id",
        HelpName = "text",
    };

    private readonly Option<Uri?> url = ServerAddress.Option();
    private readonly Option<bool> json = PortalCommand.Json();

    public PortalCreateCommand()
        : base("create", "Make a portal with the demo data, and print its id, token and address")
    {
        Add(name);
        Add(json);
        Add(url);
        SetAction(CreateAsync);
    }

    public IReadOnlyList<(string Line, string Does)> Examples { get; } =
        [("portal create --name \"Worker 3\" --json", "A portal of its own for a test worker")];

    private async Task<int> CreateAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var server = new PortalServer(parsed.GetRequiredValue(url)!, parsed.InvocationConfiguration.Error);
        using var body = JsonContent.Create(new { name = parsed.GetValue(name) });
        return await server.AskAsync(HttpMethod.Post, "/api/portals", body, portal =>
            PortalText.Write(parsed.InvocationConfiguration.Output, portal, parsed.GetValue(json)), cancellationToken);
    }
}
