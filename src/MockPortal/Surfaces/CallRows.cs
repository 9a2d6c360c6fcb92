using MockPortal.Calling;
using MockPortal.Data;
using CallRow = MockPortal.Data.Call;

namespace MockPortal.Surfaces;

/// <summary>Keeps the rows of the calls as the engine has them.</summary>
internal sealed class CallRows(PortalDbContext db, Owner owner)
{
    public async Task StoreAsync(CurrentCall call, CancellationToken cancellationToken)
    {
        var row = await db.Calls.FindAsync([db.PortalId, call.CallId], cancellationToken);
        if (row is null)
        {
            row = new CallRow
            {
                PortalId = db.PortalId,
                Id = call.CallId,
                UserId = owner.UserId,
                SurfaceId = call.SurfaceId,
                State = Wire.Name(call.Phase),
                Direction = Wire.Name(call.Direction),
                WidgetName = call.Widget.Name,
                WidgetUrl = call.Widget.Url,
                StartedAt = call.StartedAt,
            };
            db.Calls.Add(row);
        }

        row.SurfaceId = call.SurfaceId;
        row.State = Wire.Name(call.Phase);
        row.Direction = Wire.Name(call.Direction);
        row.EndStatus = call.EndStatus;
        row.FromNumber = call.FromNumber;
        row.ToNumber = call.ToNumber;
        row.ExternalCallId = call.ExternalCallId;
        row.ObjectTypeId = call.Record?.ObjectTypeId;
        row.ObjectId = call.Record?.ObjectId;
        row.CalleeObjectTypeId = call.Callee?.ObjectTypeId;
        row.CalleeObjectId = call.Callee?.ObjectId;
        row.EngagementIds = [.. call.EngagementIds];
        row.SdkVersion = call.SdkVersion;
        row.AnsweredAt = call.AnsweredAt;
        row.EndedAt = call.EndedAt;
        row.CompletedAt = call.CompletedAt;
        row.Warnings = [.. call.Warnings.Select(warning => new Warning { Code = warning.Code, Text = warning.Text })];

        // An id nobody knows has no CRM object to ask: what the call says is all there is.
        foreach (var id in call.EngagementIds)
        {
            if (await db.Engagements.FindAsync([db.PortalId, id], cancellationToken) is { Known: false } unknown)
                unknown.Status = Wire.Status(call);
        }
    }
}
