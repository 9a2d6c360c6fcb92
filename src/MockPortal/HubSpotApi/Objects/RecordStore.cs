using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.Surfaces;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>Carries what clients change to the writer, and the news of it to the pages that are open.</summary>
internal sealed class RecordStore(PortalWriter writer, SurfaceExchange surfaces, TimeProvider clock)
{
    /// <summary>
    /// Runs a piece of work with the portal and the object type of a request; returns after the commit. Work that ends
    /// with an error leaves no trace.
    /// </summary>
    public Task<T> WriteAsync<T>(
        HubSpotRequest request,
        Func<RecordEditor, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken) =>
        WriteAsync(request, request.ObjectType, work, cancellationToken);

    /// <summary>Makes one record.</summary>
    public Task<(Written? Written, HubSpotError? Error)> CreateAsync(
        HubSpotRequest request, ObjectType type, ObjectInput input, CancellationToken cancellationToken) =>
        WriteAsync(request, type, (editor, token) => editor.CreateAsync(input, token), cancellationToken);

    public async Task<T> WriteAsync<T>(
        HubSpotRequest request,
        ObjectType type,
        Func<RecordEditor, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken)
    {
        var (result, concerned) = await writer.WriteAsync(request.Caller.PortalId, async (db, token) =>
        {
            db.Source = request.Caller.Source;
            var properties = await PropertyCatalogue.LoadAsync(db, type, token);
            var owners = await db.Owners.Select(owner => owner.Id).ToListAsync(token);
            var now = HubSpotTime.Truncate(clock.GetUtcNow());
            var editor = new RecordEditor(
                db, properties, [.. owners.Select(id => id.ToString(CultureInfo.InvariantCulture))], now);
            var done = await work(editor, token);
            if (done is HubSpotError)
                editor.Abandon();
            return (done, await surfaces.RefreshTimelinesAsync(db, editor.Touched, now, token));
        }, cancellationToken);
        surfaces.Tell(request.Caller.PortalId, concerned);
        return result;
    }
}
