using MockPortal.HubSpotApi.Access;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Schemas;

/// <summary>
/// The routes about what records are made of: properties, their groups, and the pipelines of deals and tickets.
/// </summary>
internal static class SchemaRoutes
{
    public static RouteGroupBuilder MapSchemas(this RouteGroupBuilder hubSpot)
    {
        var properties = hubSpot.MapGroup("/crm/v3/properties/{objectType}").RequireToken().CountRequests()
            .WithObjectType();
        var read = properties.MapGroup("").RequireScope(request => ReadScopes(request.ObjectType));
        var write = properties.MapGroup("").RequireScope(request => WriteScopes(request.ObjectType));

        read.MapGet("", ReadProperties.List);
        read.MapGet("/{propertyName}", ReadProperties.Get);
        read.MapPost("/batch/read", ReadProperties.ReadBatch);
        write.MapPost("", WriteProperties.Create);
        write.MapPatch("/{propertyName}", WriteProperties.Update);
        write.MapDelete("/{propertyName}", WriteProperties.Archive);
        write.MapPost("/batch/create", WriteProperties.CreateBatch);
        write.MapPost("/batch/archive", WriteProperties.ArchiveBatch);

        read.MapGet("/groups", PropertyGroups.List);
        read.MapGet("/groups/{groupName}", PropertyGroups.Get);
        write.MapPost("/groups", PropertyGroups.Create);
        write.MapPatch("/groups/{groupName}", PropertyGroups.Update);
        write.MapDelete("/groups/{groupName}", PropertyGroups.Archive);

        var pipelines = hubSpot.MapGroup("/crm/v3/pipelines/{objectType}").RequireToken().CountRequests()
            .WithObjectType()
            .RequireScope(request => ReadScopes(request.ObjectType));
        pipelines.MapGet("", PipelineDefinitions.List);
        pipelines.MapGet("/{pipelineId}", PipelineDefinitions.Get);
        pipelines.MapGet("/{pipelineId}/stages", PipelineDefinitions.ListStages);
        pipelines.MapGet("/{pipelineId}/stages/{stageId}", PipelineDefinitions.GetStage);
        return hubSpot;
    }

    /// <summary>
    /// Who may do anything with records of a type, or with its schema, may know what they are made of.
    /// </summary>
    private static IReadOnlyList<string> ReadScopes(ObjectType type) =>
    [
        .. type.Scopes(Use.Read),
        .. type.Scopes(Use.Write),
        .. SchemaScopes(type, "read"),
        .. SchemaScopes(type, "write"),
    ];

    private static IReadOnlyList<string> WriteScopes(ObjectType type) =>
        SchemaScopes(type, "write") is { Count: > 0 } schema ? schema : type.Scopes(Use.Write);

    /// <summary>None for types without a schema scope of their own.</summary>
    private static List<string> SchemaScopes(ObjectType type, string verb)
    {
        var area = type.IsActivity ? ObjectType.Contact.Plural : type.Id.StartsWith("2-", StringComparison.Ordinal)
            ? "custom"
            : type.Plural;
        return [.. new[] { $"crm.schemas.{area}.{verb}" }.Where(Scopes.All.Contains)];
    }
}
