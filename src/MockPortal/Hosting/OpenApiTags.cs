namespace MockPortal.Hosting;

/// <summary>The words of the OpenAPI document that belong to no single route.</summary>
internal static class OpenApiTags
{
    public const string Portals = "Portals";
    public const string Engagements = "Engagements";
    public const string Calls = "Calls";
    public const string Messages = "Messages";
    public const string Events = "Events";
    public const string Automation = "Automation";
    public const string Settings = "Settings";
    public const string Faults = "Faults";
    public const string Health = "Health";

    public const string Introduction =
        """
        Drives MockPortal from tests and scripts: make an isolated portal, let your widget make calls, then read what was
        recorded.

        * **Portals** are isolated from each other. Give each test worker its own: `POST /api/portals`, open its `homeUrl`,
          and use its `accessToken` as bearer token on HubSpot's own REST paths.
        * **Lists** come in pages: `limit` (1 to 500, default 100) and `after`, which takes the value of
          `paging.next.after`. On the last page `paging` is absent.
        * **Errors** are problem details (RFC 9457). `detail` says what was wrong and what to do; wrong query parameters
          are listed in `errors`, all of them at once. Unknown query parameters are refused.
        * **Times** are ISO 8601 in UTC. **Ids** are JSON numbers.

        HubSpot's own REST paths are not part of this document: they answer as HubSpot documents them.
        """;

    public static IReadOnlyList<(string Name, string Description)> All { get; } =
    [
        (Portals, "Isolated HubSpot accounts: make one for each test worker, delete it afterwards."),
        (Settings, "Which widget a portal loads: what is stored for it, over the configuration."),
        (Faults, "What should go wrong: lost, late and doubled messages, failing answers, a handshake or REST API in trouble."),
        (Engagements, "Every engagement id that became known: created by the host, made by REST, or named by a widget in CALL_DATA."),
        (Calls, "Phone calls as the host saw them, from dial or ring to completed."),
        (Messages, "Traces: what went over postMessage in both directions, and what happened to the host page."),
        (Events, "Everything that happens, as it happens, and the surfaces it happens in."),
        (Automation, "For tests: have an open page do what a user would do, wait for what follows, and expect it."),
        (Health, "For containers and scripts that wait for the start."),
    ];

    public static string? DescribePath(string? parameter) => parameter switch
    {
        "portalId" => "The portal; `GET /api/portals` lists them.",
        "engagementId" => "The engagement id: the id of the CRM object of type `0-48`.",
        "callId" => "The call's number within its portal, from 1.",
        _ => null,
    };
}
