using System.Globalization;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>Links many records at once, version 3.</summary>
internal static class NamedBatch
{
    private const int Maximum = 2000;

    /// <summary>
    /// <c>POST /crm/v3/associations/{objectType}/{toObjectType}/batch/create</c>: 201, or 207 when some cannot be
    /// linked.
    /// </summary>
    public static async Task<IResult> Create(
        HttpContext context, RecordStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var started = clock.GetUtcNow();
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var inputs = Read(body);
        if (body.Error is { } wrong)
            return wrong;

        var done = await store.WriteAsync(request, async (editor, token) =>
        {
            var links = new List<(NamedLink? Link, HubSpotError? Error)>();
            foreach (var link in inputs)
            {
                var error = await NamedAssociations.LinkAsync(
                    editor, request, link.From.Id, link.To.Id, link.Type, token);
                links.Add((error is null ? link : null, error));
            }

            return links;
        }, cancellationToken);
        return Batch.Of(done, started, clock).Answer(StatusCodes.Status201Created);
    }

    /// <summary><c>POST /crm/v3/associations/{objectType}/{toObjectType}/batch/archive</c>: 204.</summary>
    public static async Task<IResult> Archive(
        HttpContext context, RecordStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var inputs = Read(body);
        if (body.Error is { } wrong)
            return wrong;

        var error = await store.WriteAsync(request, async (editor, token) =>
        {
            foreach (var link in inputs)
            {
                if (await NamedAssociations.UnlinkAsync(editor, request, link.From.Id, link.To.Id, link.Type, token)
                    is { } unknown)
                    return unknown;
            }

            return null;
        }, cancellationToken);
        return error is null ? BatchLinks.Gone(request, clock) : error;
    }

    /// <summary><c>GET /crm/v3/associations/{objectType}/{toObjectType}/types</c></summary>
    public static async Task<IResult> GetTypes(
        HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var known = await AssociationCatalogue.LoadAsync(db, cancellationToken);
        return HubSpotJson.Answer(new
        {
            results = AssociationCatalogue.OfPair(known, request.ObjectType.Id, request.ToObjectType.Id)
                .Select(type => new
                {
                    id = type.Id.ToString(CultureInfo.InvariantCulture),
                    name = AssociationNames.Of(type.Category, request.ObjectType, request.ToObjectType, type.Id),
                })
                .ToList(),
        });
    }

    // {"inputs":[{"from":{"id":"1"},"to":{"id":"2"},"type":"call_to_contact"}]}
    private static List<NamedLink> Read(JsonBody body) =>
    [
        .. BatchInputs.Read(body, ["from", "to", "type"], Maximum).Select(input =>
        {
            var (from, to) = BatchLinks.PairOf(input);
            return new NamedLink(new RecordId(from), new RecordId(to), input["type"].Text() ?? "");
        }),
    ];
}

/// <summary>A link with the name of its type.</summary>
internal sealed record NamedLink(RecordId From, RecordId To, string Type);
