using MockPortal.HubSpotApi.Access;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>The routes that link records: version 4, and what is left of version 3.</summary>
internal static class AssociationRoutes
{
    public static RouteGroupBuilder MapAssociations(this RouteGroupBuilder hubSpot)
    {
        var token = hubSpot.MapGroup("").RequireToken().CountRequests();

        var pair = token.MapGroup("/crm/v4/objects/{objectType}/{objectId}/associations").WithObjectTypes();
        pair.MapGet("/{toObjectType}", PairAssociations.GetPage);
        pair.MapPut("/{toObjectType}/{toObjectId}", PairAssociations.Label);
        pair.MapPut("/default/{toObjectType}/{toObjectId}", PairAssociations.Link);
        pair.MapDelete("/{toObjectType}/{toObjectId}", PairAssociations.Unlink);

        var batch = token.MapGroup("/crm/v4/associations/{objectType}/{toObjectType}").WithObjectTypes();
        batch.MapPost("/batch/create", BatchLinks.Create);
        batch.MapPost("/batch/associate/default", BatchLinks.CreateDefault);
        batch.MapPost("/batch/read", BatchRead.Read);
        batch.MapPost("/batch/archive", BatchLinks.Archive);
        batch.MapPost("/batch/labels/archive", BatchLinks.ArchiveLabels);
        batch.MapGet("/labels", LabelDefinitions.List);
        batch.MapPost("/labels", LabelDefinitions.Create);
        batch.MapPut("/labels", LabelDefinitions.Rename);
        batch.MapDelete("/labels/{associationTypeId:int}", LabelDefinitions.Delete);

        var oldPair = token.MapGroup("/crm/v3/objects/{objectType}/{objectId}/associations/{toObjectType}")
            .WithObjectTypes();
        oldPair.MapGet("", NamedAssociations.GetPage);
        oldPair.MapPut("/{toObjectId}/{associationType}", NamedAssociations.Link);
        oldPair.MapDelete("/{toObjectId}/{associationType}", NamedAssociations.Unlink);

        var oldBatch = token.MapGroup("/crm/v3/associations/{objectType}/{toObjectType}").WithObjectTypes();
        oldBatch.MapPost("/batch/create", NamedBatch.Create);
        oldBatch.MapPost("/batch/read", BatchRead.ReadNamed);
        oldBatch.MapPost("/batch/archive", NamedBatch.Archive);
        oldBatch.MapGet("/types", NamedBatch.GetTypes);
        return hubSpot;
    }
}
