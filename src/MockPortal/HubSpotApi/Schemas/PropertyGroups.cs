using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Schemas;

/// <summary>The groups properties are shown in.</summary>
internal static class PropertyGroups
{
    /// <summary><c>GET /crm/v3/properties/{objectType}/groups</c></summary>
    public static async Task<IResult> List(
        HttpContext context, PortalDbContext db, CancellationToken cancellationToken) =>
        HubSpotJson.Answer(new
        {
            results = (await LoadAsync(db, HubSpotRequest.Of(context).ObjectType, cancellationToken))
                .Where(group => !group.Archived).Select(Show).ToList(),
        });

    /// <summary><c>GET /crm/v3/properties/{objectType}/groups/{groupName}</c></summary>
    public static async Task<IResult> Get(
        string groupName, HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var all = await LoadAsync(db, HubSpotRequest.Of(context).ObjectType, cancellationToken);
        return all.FirstOrDefault(group => group.Name == groupName && !group.Archived) is { } found
            ? HubSpotJson.Answer(Show(found))
            : Errors.NotFound;
    }

    /// <summary><c>POST /crm/v3/properties/{objectType}/groups</c>: 201, or 409 for a name that is taken.</summary>
    public static async Task<IResult> Create(
        HttpContext context, PortalWriter writer, CancellationToken cancellationToken)
    {
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken)).Expect(
            "PropertyGroupCreate", "name", "label");
        body.Root.Require("name", "label");
        var name = body.Root["name"].Text() ?? "";
        return await WriteAsync(context, body, writer, StatusCodes.Status201Created, (all, db, type) =>
            all.Any(group => group.Name == name && !group.Archived)
                ? (null, Errors.Conflict($"A property group named '{name}' already exists."))
                : (Own(db, type, name, label: ""), null), cancellationToken);
    }

    /// <summary><c>PATCH /crm/v3/properties/{objectType}/groups/{groupName}</c></summary>
    public static async Task<IResult> Update(
        string groupName, HttpContext context, PortalWriter writer, CancellationToken cancellationToken)
    {
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken)).Expect("PropertyGroupUpdate");
        return await WriteAsync(context, body, writer, StatusCodes.Status200OK, (all, db, type) =>
            all.FirstOrDefault(group => group.Name == groupName && !group.Archived) is { } found
                ? (Own(db, type, groupName, found.Label), null)
                : (null, Errors.NotFound), cancellationToken);
    }

    /// <summary>
    /// <c>DELETE /crm/v3/properties/{objectType}/groups/{groupName}</c>: 204; properties that are in it stay.
    /// </summary>
    public static async Task<IResult> Archive(
        string groupName, HttpContext context, PortalWriter writer, CancellationToken cancellationToken)
    {
        var type = HubSpotRequest.Of(context).ObjectType;
        await writer.WriteAsync(HubSpotRequest.Of(context).Caller.PortalId, async (db, token) =>
        {
            if ((await LoadAsync(db, type, token)).FirstOrDefault(group => group.Name == groupName) is { } found)
                Own(db, type, groupName, found.Label).Archived = true;
            return true;
        }, cancellationToken);
        return Results.NoContent();
    }

    /// <summary>HubSpot's own groups and the portal's, archived ones included.</summary>
    public static async Task<IReadOnlyList<PropertyGroup>> LoadAsync(
        PortalDbContext db, ObjectType type, CancellationToken cancellationToken)
    {
        var own = await db.PropertyGroups.Where(group => group.ObjectTypeId == type.Id).ToListAsync(cancellationToken);
        var builtIn = PropertyCatalogue.OfHubSpot(type).All.Select(definition => definition.GroupName).Distinct()
            .Where(name => own.TrueForAll(group => group.Name != name))
            .Select(name => new PropertyGroup
            {
                PortalId = db.PortalId,
                ObjectTypeId = type.Id,
                Name = name,
                Label = LabelOf(name, type),
            });
        return [.. builtIn.Concat(own).OrderBy(group => group.Name, StringComparer.Ordinal)];
    }

    private static async Task<IResult> WriteAsync(
        HttpContext context,
        JsonBody body,
        PortalWriter writer,
        int status,
        Func<IReadOnlyList<PropertyGroup>, PortalDbContext, ObjectType, (PropertyGroup?, HubSpotError?)> find,
        CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var (label, order) = (body.Root["label"].Text(), body.Root["displayOrder"].Number());
        if (body.Error is { } wrong)
            return wrong;

        var (written, error) = await writer.WriteAsync(request.Caller.PortalId, async (db, token) =>
        {
            var (group, refused) = find(await LoadAsync(db, request.ObjectType, token), db, request.ObjectType);
            if (group is null)
                return ((object?)null, refused);

            group.Label = label ?? group.Label;
            group.DisplayOrder = (int?)order ?? group.DisplayOrder;
            group.Archived = false;
            return (Show(group), null);
        }, cancellationToken);
        return error is null ? HubSpotJson.Answer(written!, status) : error;
    }

    /// <summary>The portal's row of a group, which is made when there is none. The portal's rows are loaded.</summary>
    private static PropertyGroup Own(PortalDbContext db, ObjectType type, string name, string label)
    {
        var row = db.PropertyGroups.Local.FirstOrDefault(group => group.ObjectTypeId == type.Id && group.Name == name);
        if (row is null)
            db.PropertyGroups.Add(
                row = new() { PortalId = db.PortalId, ObjectTypeId = type.Id, Name = name, Label = label });
        return row;
    }

    private static object Show(PropertyGroup group) =>
        new { group.Name, group.Label, group.DisplayOrder, group.Archived };

    /// <summary><c>contactinformation</c>: Contact information.</summary>
    private static string LabelOf(string name, ObjectType type)
    {
        var words = name == $"{type.Singular}information" ? $"{type.Singular} information" : name.Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
