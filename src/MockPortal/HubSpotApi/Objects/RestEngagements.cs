using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>
/// A call made by REST is an engagement like any other: it is recorded, and it follows its CRM object.
/// </summary>
internal static class RestEngagements
{
    private const string Source = "REST";

    public static async Task RecordAsync(
        PortalDbContext db, CrmObject call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Engagements.FindAsync([db.PortalId, call.Id], cancellationToken) is { } engagement)
        {
            // A widget named the id before there was an engagement with it.
            engagement.Sources += $",{Source}";
            engagement.Known = true;
        }
        else
        {
            engagement = new Engagement
            {
                PortalId = db.PortalId,
                EngagementId = call.Id,
                Sequence = await db.NextAsync(Counter.Engagements, cancellationToken),
                Sources = Source,
                Known = true,
                RecordedAt = now,
            };
            db.Engagements.Add(engagement);
        }

        engagement.Follow(call);
    }

    /// <summary>
    /// After a change of the CRM object. The timelines that show it are those of its records and of its call.
    /// </summary>
    public static async Task FollowAsync(RecordEditor editor, CrmObject call, CancellationToken cancellationToken)
    {
        var db = editor.Db;
        editor.Touch(ObjectTypes.Call, call.Id);
        if (await db.Engagements.FindAsync([db.PortalId, call.Id], cancellationToken) is { } engagement)
        {
            engagement.Follow(call);
            var made = await db.Calls.AsNoTracking()
                .FirstOrDefaultAsync(row => row.Id == engagement.CallId, cancellationToken);
            Touch(made?.ObjectTypeId, made?.ObjectId);
            Touch(made?.CalleeObjectTypeId, made?.CalleeObjectId);
        }

        var links = await db.Associations.AsNoTracking()
            .Where(link => link.FromTypeId == ObjectTypes.Call && link.FromId == call.Id)
            .ToListAsync(cancellationToken);
        foreach (var link in links)
            Touch(link.ToTypeId, link.ToId);

        void Touch(string? objectTypeId, long? objectId)
        {
            if (objectTypeId is not null && objectId is { } id)
                editor.Touch(objectTypeId, id);
        }
    }
}
