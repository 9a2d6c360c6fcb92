using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Account;

/// <summary>The people who can log in. They are the owners, under their other id.</summary>
internal static class Users
{
    private const int Limit = 100;

    /// <summary><c>GET /settings/v3/users</c></summary>
    public static async Task<IResult> GetPage(
        HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var query = new HubSpotQuery(context.Request);
        var limit = query.Limit(Limit, Limit);
        var after = query.After() ?? 0;
        if (query.Error is { } wrong)
            return wrong;

        var users = await db.Owners.AsNoTracking()
            .Where(user => user.UserId >= after)
            .OrderBy(user => user.UserId)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        return HubSpotJson.Answer(new Collection<UserAnswer>
        {
            Results = [.. users.Take(limit).Select(UserAnswer.Of)],
            Paging = users.Count > limit ? ForwardPaging.To(users[limit].UserId, query) : null,
        });
    }

    /// <summary><c>GET /settings/v3/users/{userId}?idProperty=USER_ID|EMAIL</c></summary>
    public static async Task<IResult> Get(
        string userId, HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var idProperty = new HubSpotQuery(context.Request).Text("idProperty") ?? "USER_ID";
        var id = 0L;
        if (idProperty is not ("USER_ID" or "EMAIL"))
            return Errors.QueryParameter("idProperty");
        if (idProperty == "USER_ID" && !long.TryParse(userId, NumberStyles.None, CultureInfo.InvariantCulture, out id))
            return Errors.PathParameter("userId");

        var named = idProperty == "EMAIL"
            ? Owners.Having(db, userId)
            : db.Owners.AsNoTracking().Where(row => row.UserId == id);
        var user = await named.FirstOrDefaultAsync(cancellationToken);
        return user is null ? Errors.NotFound : HubSpotJson.Answer(UserAnswer.Of(user));
    }

    /// <summary><c>GET /settings/v3/users/teams</c></summary>
    public static async Task<IResult> GetTeams(PortalDbContext db, CancellationToken cancellationToken)
    {
        var users = await db.Owners.OrderBy(user => user.UserId).Select(user => user.UserId)
            .ToListAsync(cancellationToken);
        return HubSpotJson.Answer(new
        {
            results = new[]
            {
                new
                {
                    Teams.Id,
                    Teams.Name,
                    userIds = users.Select(id => id.ToString(CultureInfo.InvariantCulture)),
                    secondaryUserIds = Array.Empty<string>(),
                },
            },
        });
    }

    /// <summary><c>GET /settings/v3/users/roles</c>: none; they are an Enterprise feature.</summary>
    public static IResult GetRoles() => HubSpotJson.Answer(new { results = Array.Empty<object>() });
}

/// <summary>A user.</summary>
internal sealed record UserAnswer
{
    public required string Id { get; init; }

    public required string Email { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public IReadOnlyList<string> RoleIds { get; init; } = [];

    public bool SuperAdmin { get; init; }

    public string PrimaryTeamId { get; init; } = Teams.Id;

    public static UserAnswer Of(Owner user) => new()
    {
        Id = user.UserId.ToString(CultureInfo.InvariantCulture),
        Email = user.Email,
        FirstName = user.FirstName,
        LastName = user.LastName,
    };
}
