using MockPortal.Calling;
using MockPortal.Data;
using SurfaceRow = MockPortal.Data.Surface;

namespace MockPortal.Surfaces;

/// <summary>
/// Keeps the rows of the surfaces as the engine has them, and how their handshakes went, which it does not need to know.
/// </summary>
internal sealed class SurfaceRows(PortalDbContext db)
{
    /// <summary>Stores what one event of a page, or what followed from it, did to any surface.</summary>
    /// <param name="before">The state before.</param>
    /// <param name="after">The state now.</param>
    /// <param name="surfaceId">The surface the event came from.</param>
    /// <param name="reported">The event; null for news of the server.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task StoreAsync(
        UserState before,
        UserState after,
        string surfaceId,
        SurfaceEvent? reported,
        DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        foreach (var gone in before.Surfaces.Keys.Where(id => !after.Surfaces.ContainsKey(id)))
        {
            if (await db.Surfaces.FindAsync([db.PortalId, gone], cancellationToken) is { } row)
                row.ClosedAt = at;
        }

        foreach (var surface in after.Surfaces.Values)
        {
            var own = surface.Id == surfaceId ? reported : null;
            if (own is null && ReferenceEquals(surface, before.Surfaces.GetValueOrDefault(surface.Id)))
                continue;

            var row = await RowAsync(surface, opens: own is SurfaceOpened, at, cancellationToken);
            Copy(surface, row);
            row.Handshake = Handshakes.After(row.Handshake, own, surface.Phase, at);
        }
    }

    /// <summary>A page that chose another provider, or that the browser brought back, opens its surface again.</summary>
    private async Task<SurfaceRow> RowAsync(
        Calling.Surface surface, bool opens, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var row = await db.Surfaces.FindAsync([db.PortalId, surface.Id], cancellationToken);
        if (row is null)
        {
            row = new SurfaceRow
            {
                PortalId = db.PortalId,
                Id = surface.Id,
                Location = surface.Location,
                WidgetName = surface.Widget.Name,
                WidgetUrl = surface.Widget.Url,
                State = Wire.Name(surface.Phase),
                Visibility = Wire.Name(surface.Visibility),
                OpenedAt = at,
            };
            db.Surfaces.Add(row);
        }
        else if (opens)
        {
            row.OpenedAt = at;
            row.ClosedAt = null;
            row.Handshake = Handshake.None;
        }

        return row;
    }

    private static void Copy(Calling.Surface surface, SurfaceRow row)
    {
        row.Location = surface.Location;
        row.ObjectTypeId = surface.Record?.ObjectTypeId;
        row.ObjectId = surface.Record?.ObjectId;
        row.WidgetName = surface.Widget.Name;
        row.WidgetUrl = surface.Widget.Url;
        row.State = Wire.Name(surface.Phase);
        row.Visibility = Wire.Name(surface.Visibility);
        row.LoggedIn = surface.LoggedIn;
        row.Available = surface.Available;
        row.SdkVersion = surface.SdkVersion;
    }
}
