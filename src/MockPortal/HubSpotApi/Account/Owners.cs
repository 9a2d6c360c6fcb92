using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Account;

/// <summary>The people records can belong to.</summary>
internal static class Owners
{
    private const int Limit = 100;
    private const int MaximumLimit = 500;

    /// <summary><c>GET /crm/v3/owners</c>: an address nobody has gives an empty list.</summary>
    public static async Task<IResult> GetPage(
        HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var query = new HubSpotQuery(context.Request);
        var limit = query.Limit(Limit, MaximumLimit);
        var after = query.After() ?? 0;
        // Nobody ever leaves a portal here.
        var archived = query.Flag("archived");
        if (query.Error is { } wrong)
            return wrong;

        var owners = await Having(db, query.Text("email"))
            .Where(owner => owner.Id >= after && !archived)
            .OrderBy(owner => owner.Id)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        return HubSpotJson.Answer(new Collection<OwnerAnswer>
        {
            Results = [.. owners.Take(limit).Select(OwnerAnswer.Of)],
            Paging = owners.Count > limit ? ForwardPaging.To(owners[limit].Id, query) : null,
        });
    }

    /// <summary><c>GET /crm/v3/owners/{ownerId}?idProperty=id|userId</c></summary>
    public static async Task<IResult> Get(
        string ownerId, HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var query = new HubSpotQuery(context.Request);
        var archived = query.Flag("archived");
        var idProperty = query.Text("idProperty") ?? "id";
        if (!idProperty.Equals("id", StringComparison.OrdinalIgnoreCase)
            && !idProperty.Equals("userId", StringComparison.OrdinalIgnoreCase))
            query.Refuse(Errors.QueryParameter("idProperty"));
        if (!long.TryParse(ownerId, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            query.Refuse(Errors.PathParameter("ownerId"));
        if (query.Error is { } wrong)
            return wrong;

        var byUser = idProperty.Equals("userId", StringComparison.OrdinalIgnoreCase);
        var owner = await db.Owners.AsNoTracking()
            .FirstOrDefaultAsync(row => byUser ? row.UserId == id : row.Id == id, cancellationToken);
        return owner is null || archived ? Errors.NotFound : HubSpotJson.Answer(OwnerAnswer.Of(owner));
    }

    /// <summary>The owners with an e-mail address, in any letter case; all of them when it is null.</summary>
    public static IQueryable<Owner> Having(PortalDbContext db, string? email)
    {
        // Addresses are stored in lower case.
        var wanted = email?.ToLowerInvariant();
        return db.Owners.AsNoTracking().Where(owner => wanted == null || owner.Email == wanted);
    }
}

/// <summary>An owner, who is also a user: the same person under two ids.</summary>
internal sealed record OwnerAnswer
{
    public required string Id { get; init; }

    public required string Email { get; init; }

    public string Type { get; init; } = "PERSON";

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required long UserId { get; init; }

    public required long UserIdIncludingInactive { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public bool Archived { get; init; }

    public IReadOnlyList<OwnerTeam> Teams { get; init; } = [new()];

    public static OwnerAnswer Of(Owner owner) => new()
    {
        Id = owner.Id.ToString(CultureInfo.InvariantCulture),
        Email = owner.Email,
        FirstName = owner.FirstName,
        LastName = owner.LastName,
        UserId = owner.UserId,
        UserIdIncludingInactive = owner.UserId,
        CreatedAt = owner.CreatedAt,
        UpdatedAt = owner.UpdatedAt,
    };
}

/// <summary>A team an owner is in.</summary>
internal sealed record OwnerTeam
{
    public string Id { get; init; } = Teams.Id;

    public string Name { get; init; } = Teams.Name;

    public bool Primary { get; init; } = true;
}
