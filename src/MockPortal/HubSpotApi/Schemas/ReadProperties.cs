using System.Text.Json;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Schemas;

/// <summary>Tells which properties a type has.</summary>
internal static class ReadProperties
{
    /// <summary><c>GET /crm/v3/properties/{objectType}</c>: all of them in one piece.</summary>
    public static async Task<IResult> List(HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var query = new HubSpotQuery(context.Request);
        var archived = query.Flag("archived");
        if (query.Error is { } wrong)
            return wrong;

        var all = await PropertyCatalogue.LoadAsync(db, HubSpotRequest.Of(context).ObjectType, cancellationToken);
        var fields = query.List("properties");
        var results = all.All.Where(definition => definition.Archived == archived)
            .OrderBy(definition => definition.Name, StringComparer.Ordinal)
            .Select(definition => Show(definition, fields))
            .ToList();
        return HubSpotJson.Answer(new { results });
    }

    /// <summary><c>GET /crm/v3/properties/{objectType}/{propertyName}</c></summary>
    public static async Task<IResult> Get(
        string propertyName, HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var query = new HubSpotQuery(context.Request);
        var archived = query.Flag("archived");
        if (query.Error is { } wrong)
            return wrong;

        var all = await PropertyCatalogue.LoadAsync(db, HubSpotRequest.Of(context).ObjectType, cancellationToken);
        return all.All.FirstOrDefault(definition => Is(definition, propertyName, archived)) is { } found
            ? HubSpotJson.Answer(Show(found, query.List("properties")))
            : NoProperty(propertyName);
    }

    /// <summary><c>POST /crm/v3/properties/{objectType}/batch/read</c>: 207 when some do not exist.</summary>
    public static async Task<IResult> ReadBatch(
        HttpContext context, PortalDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        var request = HubSpotRequest.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var names = BatchInputs.Read(body, ["name"]).Select(input => input["name"].Text() ?? "").Distinct().ToList();
        var archived = body.Root["archived"].Flag() ?? false;
        if (body.Error is { } wrong)
            return wrong;

        var all = await PropertyCatalogue.LoadAsync(db, request.ObjectType, cancellationToken);
        var found = all.All.Where(definition => names.Exists(name => Is(definition, name, archived))).ToList();
        var missing = names.Where(name => !found.Exists(definition => Is(definition, name, archived))).ToList();
        IReadOnlyList<BatchError> errors = missing.Count == 0 ? [] :
        [
            new BatchError
            {
                Category = Errors.ObjectNotFound,
                Message = $"Could not get some {request.ObjectType.Name} properties, "
                    + "they may be deleted or not exist.",
                Context = HubSpotError.ContextOf("name", missing),
            },
        ];
        return Batch.Of(found, errors, started, clock).Answer();
    }

    public static HubSpotError NoProperty(string name) => Errors.NotFound with
    {
        Message = $"Property {name} does not exist",
        Category = Errors.ObjectNotFound,
    };

    private static bool Is(PropertyDefinition definition, string name, bool archived) =>
        definition.Archived == archived && definition.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The fields that were asked for; all when none were.</summary>
    private static object Show(PropertyDefinition definition, IReadOnlyList<string>? fields)
    {
        if (fields is null)
            return definition;

        var all = JsonSerializer.SerializeToNode(definition, HubSpotJson.Options)!.AsObject();
        foreach (var name in all.Select(field => field.Key).Except(fields).ToList())
            all.Remove(name);
        return all;
    }
}
