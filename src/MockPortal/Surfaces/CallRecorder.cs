using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Tasks;

namespace MockPortal.Surfaces;

/// <summary>Carries out what the engine asks of the database.</summary>
internal sealed class CallRecorder(PortalDbContext db, Owner owner, PhoneNumberReader phoneNumbers)
{
    private readonly CallRows rows = new(db, owner);
    private readonly CallAssociations associations = new(db);
    private readonly RecordLookup records = new(db, phoneNumbers);

    /// <summary>Returns what the engine has to be told in turn, if anything.</summary>
    public async Task<EngineEvent?> CarryOutAsync(StoreEffect effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case CallChanged changed:
                await rows.StoreAsync(changed.Call, cancellationToken);
                return null;
            case CreateEngagement create:
                return await CreateAsync(create, now, cancellationToken);
            case SetEngagementProperties set:
                await SetAsync(set.EngagementId, set.Properties, now, cancellationToken);
                return null;
            case UpdateEngagement update:
                return await UpdateAsync(update, now, cancellationToken);
            case RecordEngagement record:
                return await RecordAsync(record, now, cancellationToken);
            case AssociateCall associate:
                await associations.AddAsync(associate.Call, cancellationToken);
                return null;
            case MatchCaller match:
                return new CallerMatched
                {
                    CallId = match.CallId,
                    SurfaceId = match.SurfaceId,
                    Matches = await records.FindCallerAsync(match.FromNumber, cancellationToken),
                };
            case LookUpRecord lookUp:
                return new RecordLookedUp
                {
                    SurfaceId = lookUp.SurfaceId,
                    Navigation = lookUp.Navigation,
                    Exists = await records.ExistsAsync(lookUp.Navigation.Record, cancellationToken),
                };
            case ReadTasks load:
                return new QueueLoaded
                {
                    SurfaceId = load.SurfaceId,
                    Tasks = await CallTask.QueueAsync(db, cancellationToken),
                };
            case CompleteTask complete:
                await CallTask.CompleteAsync(db, complete.TaskId, now, cancellationToken);
                return null;
            case MarkEngagement mark:
                return await MarkAsync(mark, now, cancellationToken);
            default:
                throw new NotSupportedException(effect.GetType().Name);
        }
    }

    private async Task<EngineEvent> CreateAsync(CreateEngagement create, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var call = create.Call;
        var id = create.SmallestId is { } smallest
            ? await NextFromAsync(smallest, cancellationToken)
            : await db.NextAsync(ObjectTypes.Call, cancellationToken);
        var engagement = new CrmObject
        {
            PortalId = db.PortalId,
            ObjectTypeId = ObjectTypes.Call,
            Id = id,
            Name = "",
            SearchText = "",
            CreatedAt = now,
        };
        engagement.Set(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["hs_object_id"] = Text(id),
                ["hs_createdate"] = HubSpotTime.Format(now),
                ["hs_lastmodifieddate"] = HubSpotTime.Format(now),
                ["hs_timestamp"] = HubSpotTime.Format(create.Timestamp),
                ["hs_call_title"] = call.Callee?.Name is { Length: > 0 } name ? $"Call with {name}" : "Call",
                ["hs_call_direction"] = Wire.Name(call.Direction),
                ["hs_call_from_number"] = call.FromNumber,
                ["hs_call_to_number"] = call.ToNumber,
                ["hs_call_status"] = "RINGING",
                ["hs_call_source"] = "INTEGRATIONS_PLATFORM",
                ["hs_call_external_id"] = call.ExternalCallId,
                ["hs_call_callee_object_id"] = call.Callee is null ? null : Text(call.Callee.ObjectId),
                ["hs_call_callee_object_type"] = call.Callee is null ? null : ObjectTypes.NameOf(call.Callee.ObjectTypeId),
                ["hubspot_owner_id"] = Text(owner.Id),
            },
            now);
        db.Objects.Add(engagement);
        await associations.AddAsync(id, [call.Record, call.Callee], cancellationToken);

        db.Engagements.Add(await NewEngagementAsync(id, "HOST", known: true, call, now, cancellationToken));
        return new EngagementCreated { CallId = call.CallId, EngagementId = id };
    }

    /// <summary>An id out of the row, which leaves the ids that follow as they would have been.</summary>
    private async Task<long> NextFromAsync(long smallest, CancellationToken cancellationToken)
    {
        var taken = await db.Objects
            .Where(item => item.ObjectTypeId == ObjectTypes.Call && item.Id >= smallest)
            .MaxAsync(item => (long?)item.Id, cancellationToken);
        return taken + 1 ?? smallest;
    }

    private async Task<bool> SetAsync(
        long engagementId, IEnumerable<KeyValuePair<string, string?>> properties, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Objects.FindAsync([db.PortalId, ObjectTypes.Call, engagementId], cancellationToken) is not { ArchivedAt: null } item)
            return false;

        item.Set(properties.Append(new("hs_lastmodifieddate", HubSpotTime.Format(now))), now);
        if (await db.Engagements.FindAsync([db.PortalId, engagementId], cancellationToken) is { } engagement)
            engagement.Follow(item);

        return true;
    }

    private async Task<EngineEvent> UpdateAsync(UpdateEngagement update, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var error = update.EngagementId switch
        {
            null => "CALL_COMPLETED has engagementProperties but no engagementId, and the host created no engagement for this call.",
            { } id when await SetAsync(id, update.Properties, now, cancellationToken) => null,
            { } id => $"This portal has no engagement {id}.",
        };
        return new EngagementUpdated { SurfaceId = update.SurfaceId, EngagementId = update.EngagementId, Error = error };
    }

    private async Task<EngineEvent?> RecordAsync(RecordEngagement record, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Engagements.FindAsync([db.PortalId, record.EngagementId], cancellationToken) is { } engagement)
        {
            if (!engagement.Sources.Split(',').Contains("CALL_DATA"))
                engagement.Sources += ",CALL_DATA";
            engagement.CallId ??= record.Call?.CallId;
        }
        else
        {
            var known = await db.Objects.FindAsync([db.PortalId, ObjectTypes.Call, record.EngagementId], cancellationToken) is not null;
            engagement = await NewEngagementAsync(record.EngagementId, "CALL_DATA", known, record.Call, now, cancellationToken);
            engagement.WidgetName ??= record.Surface.Widget.Name;
            engagement.WidgetUrl ??= record.Surface.Widget.Url;
            engagement.SdkVersion ??= record.Surface.SdkVersion;
            db.Engagements.Add(engagement);
        }

        return engagement.Known
            ? null
            : new EngagementUnknown { CallId = record.Call?.CallId, EngagementId = record.EngagementId };
    }

    private async Task<EngineEvent> MarkAsync(MarkEngagement mark, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var item = await db.Objects.FindAsync([db.PortalId, ObjectTypes.Call, mark.EngagementId], cancellationToken);
        var known = item is { ArchivedAt: null };
        if (known)
        {
            var engagement = await db.Engagements.FindAsync([db.PortalId, mark.EngagementId], cancellationToken);
            if (engagement is null)
            {
                engagement = await NewEngagementAsync(mark.EngagementId, "REST", known: true, null, now, cancellationToken);
                db.Engagements.Add(engagement);
            }

            if (mark.Type == "FINALIZE_ENGAGEMENT")
                engagement.FinalizedAt ??= now;
            else
                engagement.PublishedAt ??= now;
        }

        return new EngagementMarked
        {
            SurfaceId = mark.SurfaceId,
            Type = mark.Type,
            EngagementId = mark.EngagementId,
            Known = known,
            Echo = mark.Echo,
        };
    }

    private async Task<Engagement> NewEngagementAsync(
        long id, string source, bool known, CurrentCall? call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var record = call?.Callee ?? call?.Record;
        return new Engagement
        {
            PortalId = db.PortalId,
            EngagementId = id,
            Sequence = await db.NextAsync(Counter.Engagements, cancellationToken),
            Sources = source,
            Known = known,
            CallId = call?.CallId,
            Direction = call is null ? null : Wire.Name(call.Direction),
            Status = call is null ? null : Wire.Status(call),
            FromNumber = call?.FromNumber,
            ToNumber = call?.ToNumber,
            ObjectTypeId = record?.ObjectTypeId,
            ObjectId = record?.ObjectId,
            WidgetName = call?.Widget.Name,
            WidgetUrl = call?.Widget.Url,
            SdkVersion = call?.SdkVersion,
            RecordedAt = now,
        };
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
