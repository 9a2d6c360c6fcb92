using MockPortal.Data;
using MockPortal.HubSpotApi.Associations;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>
/// Links records, version 1 of associations. A request does not name the types of records: the definition it names is
/// one between two certain types. Those to and from engagements are definitions of their own, whatever the engagement is.
/// </summary>
internal static class DefinitionLinks
{
    /// <summary>The definitions about engagements: the other type, and whether the engagement comes first.</summary>
    private static readonly Dictionary<long, (string Other, bool EngagementFirst)> OfEngagements = new()
    {
        [7] = (ObjectTypes.Company, false),
        [8] = (ObjectTypes.Company, true),
        [9] = (ObjectTypes.Contact, false),
        [10] = (ObjectTypes.Contact, true),
        [11] = (ObjectTypes.Deal, false),
        [12] = (ObjectTypes.Deal, true),
        [17] = (ObjectTypes.Ticket, false),
        [18] = (ObjectTypes.Ticket, true),
    };

    /// <summary><c>PUT /crm-associations/v1/associations</c>: 204.</summary>
    public static Task<IResult> Link(HttpContext context, RecordStore store, CancellationToken cancellationToken) =>
        RunAsync(context, store, body => [body.Root], LinkAsync, cancellationToken);

    /// <summary><c>PUT /crm-associations/v1/associations/create-batch</c>: 204; the body is a bare array.</summary>
    public static Task<IResult> LinkMany(HttpContext context, RecordStore store, CancellationToken cancellationToken) =>
        RunAsync(context, store, body => body.Root.Items(), LinkAsync, cancellationToken);

    /// <summary><c>PUT /crm-associations/v1/associations/delete</c>: 204 whether there was such a link or not.</summary>
    public static Task<IResult> Unlink(HttpContext context, RecordStore store, CancellationToken cancellationToken) =>
        RunAsync(context, store, body => [body.Root], UnlinkAsync, cancellationToken);

    /// <summary><c>PUT /crm-associations/v1/associations/delete-batch</c>: 204; the body is a bare array.</summary>
    public static Task<IResult> UnlinkMany(HttpContext context, RecordStore store, CancellationToken cancellationToken) =>
        RunAsync(context, store, body => body.Root.Items(), UnlinkAsync, cancellationToken);

    private static async Task<IResult> RunAsync(
        HttpContext context,
        RecordStore store,
        Func<JsonBody, IReadOnlyList<JsonField>> links,
        Func<RecordEditor, AssociationType, Definition, CancellationToken, Task<HubSpotError?>> write,
        CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        if (!body.Root.Exists)
            body.Expect("AssociationRequest", Definition.Required);
        var wanted = links(body).Select(Definition.Read).ToList();
        if (body.Error is { } wrong)
            return wrong;

        var error = await store.WriteAsync(HubSpotRequest.Of(context), ObjectType.Contact, async (editor, token) =>
        {
            foreach (var link in wanted)
            {
                var type = await FindAsync(editor.Db, link, token);
                var refused = type is null ? AssociationSpec.Unknown(link.Name) : await write(editor, type, link, token);
                if (refused is null)
                    continue;
                editor.Abandon();
                return refused;
            }

            return null;
        }, cancellationToken);
        return error is null ? Results.NoContent() : error;
    }

    private static async Task<HubSpotError?> LinkAsync(
        RecordEditor editor, AssociationType type, Definition link, CancellationToken cancellationToken)
    {
        var (from, to) = (ObjectType.Find(type.From)!, ObjectType.Find(type.To)!);
        if (await LinkWriter.MissingAsync(editor.Db, from, $"{link.FromId}", to, $"{link.ToId}", cancellationToken)
            is { } missing)
            return missing;

        await AssociationEditor.LinkAsync(editor, type, link.FromId, link.ToId, cancellationToken);
        return null;
    }

    private static async Task<HubSpotError?> UnlinkAsync(
        RecordEditor editor, AssociationType type, Definition link, CancellationToken cancellationToken)
    {
        // Version 1 knows no links beside the labelled one: what it takes away is gone.
        await AssociationEditor.UnlinkAsync(editor, type.From, link.FromId, type.To, link.ToId, cancellationToken);
        return null;
    }

    /// <summary>The type of version 3 a definition stands for, with the records it links. Null: there is none.</summary>
    private static async Task<AssociationType?> FindAsync(
        PortalDbContext db, Definition link, CancellationToken cancellationToken)
    {
        if (!OfEngagements.TryGetValue(link.DefinitionId, out var definition))
        {
            var known = await AssociationCatalogue.LoadAsync(db, cancellationToken);
            return known.FirstOrDefault(type => type.Category == link.Category && type.Id == link.DefinitionId);
        }

        var engagementId = definition.EngagementFirst ? link.FromId : link.ToId;
        if (await ReadEngagements.FindAsync(db, engagementId, cancellationToken) is not { } engagement)
            return null;
        return definition.EngagementFirst
            ? AssociationTypes.Plain(engagement.ObjectTypeId, definition.Other)
            : AssociationTypes.Plain(definition.Other, engagement.ObjectTypeId);
    }

    // {"fromObjectId":101,"toObjectId":9001,"category":"HUBSPOT_DEFINED","definitionId":1}
    private sealed record Definition(long FromId, long ToId, string Category, long DefinitionId)
    {
        public static readonly string[] Required = ["fromObjectId", "toObjectId", "category", "definitionId"];

        public string Name => $"{Category}={DefinitionId}";

        public static Definition Read(JsonField field)
        {
            field.Require(Required);
            return new Definition(
                field["fromObjectId"].Number() ?? 0,
                field["toObjectId"].Number() ?? 0,
                field["category"].Text() ?? "",
                field["definitionId"].Number() ?? 0);
        }
    }
}
