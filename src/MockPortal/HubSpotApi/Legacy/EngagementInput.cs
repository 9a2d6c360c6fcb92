using System.Globalization;
using MockPortal.Data;
using MockPortal.HubSpotApi.Associations;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>Reads what a version 1 client writes, as the record of version 3 it becomes.</summary>
internal static class EngagementInput
{
    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        ["contactIds"] = ObjectTypes.Contact,
        ["companyIds"] = ObjectTypes.Company,
        ["dealIds"] = ObjectTypes.Deal,
        ["ticketIds"] = ObjectTypes.Ticket,
    };

    /// <summary>The type of a new engagement. What is wrong is in the body's error afterwards.</summary>
    public static EngagementKind KindOf(JsonBody body)
    {
        var head = body.Root["engagement"];
        head.Require("type");
        var name = head["type"].Text();
        if (EngagementKind.Find(name) is { } kind)
            return kind;

        body.Refuse(Errors.Unreadable($"Invalid enum constant '{name}' for class ObjectType"));
        return EngagementKind.Call;
    }

    // {"engagement":{"active":true,"ownerId":500100,"type":"CALL","timestamp":1770091506789},
    //  "associations":{"contactIds":[151],"companyIds":[],"dealIds":[],"ownerIds":[]},
    //  "metadata":{"toNumber":"+49…","status":"COMPLETED"}}
    public static ObjectInput Read(JsonBody body, EngagementKind kind)
    {
        var (head, metadata) = (body.Root["engagement"], body.Root["metadata"]);
        var properties = kind.Fields
            .Where(field => metadata[field.Key].Exists)
            .ToDictionary(field => field.Value, field => metadata[field.Key].Text(), StringComparer.Ordinal);
        if (head["timestamp"].Exists)
            properties["hs_timestamp"] = head["timestamp"].Text();
        if (head["ownerId"].Exists)
            properties["hubspot_owner_id"] = head["ownerId"].Text();
        return new ObjectInput
        {
            Properties = properties,
            Associations = [.. LinksOf(body.Root["associations"], kind.Type)],
        };
    }

    /// <summary>The plain link to a record of another type.</summary>
    public static AssociationInput? LinkTo(ObjectType from, string objectTypeId, long id) =>
        AssociationTypes.Default(from.Id, objectTypeId) is not { } typeId ? null : new AssociationInput
        {
            ToId = id.ToString(CultureInfo.InvariantCulture),
            Types = [AssociationSpec.Of(typeId)],
        };

    /// <summary>Nulls inside of the lists are dropped.</summary>
    private static IEnumerable<AssociationInput> LinksOf(JsonField field, ObjectType kind) =>
        from list in Lists
        from item in field[list.Key].Items()
        let link = item.Number() is { } id ? LinkTo(kind, list.Value, id) : null
        where link is not null
        select link;
}
