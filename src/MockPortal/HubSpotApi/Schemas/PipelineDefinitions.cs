using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.Records;

namespace MockPortal.HubSpotApi.Schemas;

/// <summary>
/// The pipelines every portal starts with: one for deals and one for tickets. They cannot be changed here.
/// </summary>
internal static class PipelineDefinitions
{
    /// <summary>HubSpot's own pipelines are older than any portal.</summary>
    private static readonly DateTimeOffset Origin = new(2020, 1, 2, 3, 4, 5, 6, TimeSpan.Zero);

    /// <summary>How likely a deal is to be won, by the stage it is in.</summary>
    private static readonly Dictionary<string, string> Probabilities = new(StringComparer.Ordinal)
    {
        ["appointmentscheduled"] = "0.2",
        ["qualifiedtobuy"] = "0.4",
        ["presentationscheduled"] = "0.6",
        ["decisionmakerboughtin"] = "0.8",
        ["contractsent"] = "0.9",
        ["closedwon"] = "1.0",
        ["closedlost"] = "0.0",
    };

    private static readonly Pipeline Sales = new()
    {
        Id = "default",
        Label = "Sales Pipeline",
        Stages = Stages(Pipelines.Deals, id => new(StringComparer.Ordinal)
        {
            ["isClosed"] = id is "closedwon" or "closedlost" ? "true" : "false",
            ["probability"] = Probabilities[id],
        }),
    };

    private static readonly Pipeline Support = new()
    {
        Id = "0",
        Label = "Support Pipeline",
        Stages = Stages(
            Pipelines.Tickets, id => new(StringComparer.Ordinal) { ["ticketState"] = id == "4" ? "CLOSED" : "OPEN" }),
    };

    /// <summary><c>GET /crm/v3/pipelines/{objectType}</c>: none for a type that has no pipelines.</summary>
    public static IResult List(HttpContext context) =>
        HubSpotJson.Answer(new Collection<Pipeline> { Results = Find(context) is { } pipeline ? [pipeline] : [] });

    /// <summary><c>GET /crm/v3/pipelines/{objectType}/{pipelineId}</c></summary>
    public static IResult Get(string pipelineId, HttpContext context) =>
        Find(context, pipelineId) is { } pipeline ? HubSpotJson.Answer(pipeline) : Errors.NotFound;

    /// <summary><c>GET /crm/v3/pipelines/{objectType}/{pipelineId}/stages</c></summary>
    public static IResult ListStages(string pipelineId, HttpContext context) =>
        Find(context, pipelineId) is { } pipeline
        ? HubSpotJson.Answer(new Collection<PipelineStage> { Results = pipeline.Stages })
        : Errors.NotFound;

    /// <summary><c>GET /crm/v3/pipelines/{objectType}/{pipelineId}/stages/{stageId}</c></summary>
    public static IResult GetStage(string pipelineId, string stageId, HttpContext context) =>
        Find(context, pipelineId)?.Stages.FirstOrDefault(stage => stage.Id == stageId) is { } found
            ? HubSpotJson.Answer(found)
            : Errors.NotFound;

    private static Pipeline? Find(HttpContext context) => HubSpotRequest.Of(context).ObjectType.Id switch
    {
        ObjectTypes.Deal => Sales,
        ObjectTypes.Ticket => Support,
        _ => null,
    };

    private static Pipeline? Find(HttpContext context, string id) =>
        Find(context) is { } pipeline && pipeline.Id == id ? pipeline : null;

    private static IReadOnlyList<PipelineStage> Stages(
        IReadOnlyDictionary<string, string> labels, Func<string, Dictionary<string, string>> metadata) =>
    [
        .. labels.Select((stage, index) => new PipelineStage
        {
            Id = stage.Key,
            Label = stage.Value,
            DisplayOrder = index,
            Metadata = metadata(stage.Key),
            CreatedAt = Origin,
            UpdatedAt = Origin,
        }),
    ];

    /// <summary>The way of a deal or a ticket.</summary>
    private sealed record Pipeline
    {
        public required string Label { get; init; }

        public int DisplayOrder { get; init; }

        public required string Id { get; init; }

        public required IReadOnlyList<PipelineStage> Stages { get; init; }

        public DateTimeOffset CreatedAt { get; init; } = Origin;

        public DateTimeOffset UpdatedAt { get; init; } = Origin;

        public bool Archived { get; init; }
    }
}

/// <summary>A station on the way.</summary>
internal sealed record PipelineStage
{
    public required string Label { get; init; }

    public required int DisplayOrder { get; init; }

    public required Dictionary<string, string> Metadata { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public bool Archived { get; init; }
}
