using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.Surfaces;

/// <summary>What pages do whose portal is reset: they show what is no more, so they are loaded anew.</summary>
public sealed partial class SurfaceExchange
{
    /// <summary>More pages than anybody has open at once.</summary>
    private const int ReloadLimit = 200;

    /// <summary>The surfaces of the context's portal.</summary>
    public async Task<IReadOnlyList<string>> OpenPagesAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await LoadAsync(db, cancellationToken) is { } user ? [.. user.State.Surfaces.Keys, .. user.State.Reloading] : [];

    /// <summary>Whenever one of these pages is heard of, it is to be loaded anew. The portal's user is saved, and has no pages.</summary>
    public async Task ReloadPagesAsync(PortalDbContext db, IReadOnlyList<string> surfaceIds, CancellationToken cancellationToken)
    {
        if (surfaceIds.Count > 0 && await LoadAsync(db, cancellationToken) is { } user)
            Store(db, user.Session, user.Owner.UserId, UserState.Empty with { Reloading = [.. surfaceIds.Take(ReloadLimit)] });
    }

    /// <summary>Tells the pages, once it is committed.</summary>
    public void TellReload(long portalId, IReadOnlyList<string> surfaceIds)
    {
        live.Tell(portalId, surfaceIds);
        answers.TellGone(portalId, surfaceIds);
    }

    private static ExchangeReply Reload(ExchangeRequest request) => new()
    {
        Acknowledged = request.Events.Select(item => item.Sequence).DefaultIfEmpty().Max(),
        Effects = [],
        Reload = true,
    };
}
