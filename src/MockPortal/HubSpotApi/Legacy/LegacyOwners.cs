using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Account;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>Owners as version 2 gives them.</summary>
internal static class LegacyOwners
{
    /// <summary><c>GET /owners/v2/owners?email=</c>: a bare array; ids and times are numbers.</summary>
    public static async Task<IResult> List(HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var portalId = HubSpotRequest.Of(context).Caller.PortalId;
        var email = new HubSpotQuery(context.Request).Text("email");
        var owners = await Owners.Having(db, email).OrderBy(owner => owner.Id).ToListAsync(cancellationToken);
        return HubSpotJson.Answer(owners.Select(owner => new
        {
            portalId,
            ownerId = owner.Id,
            type = "PERSON",
            owner.FirstName,
            owner.LastName,
            owner.Email,
            createdAt = owner.CreatedAt.ToUnixTimeMilliseconds(),
            updatedAt = owner.UpdatedAt.ToUnixTimeMilliseconds(),
            activeUserId = owner.UserId,
            userIdIncludingInactive = owner.UserId,
            isActive = true,
        }).ToList());
    }
}
