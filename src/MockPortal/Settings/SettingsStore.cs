using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.Settings;

/// <summary>Reads and replaces what a portal stores over the configuration.</summary>
public sealed class SettingsStore(PortalDbContext db, PortalWriter writer, TimeProvider clock)
{
    /// <summary>What the context's portal has stored.</summary>
    public async Task<SettingsRecord> ReadAsync(CancellationToken cancellationToken)
    {
        var stored = await db.Settings.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var apps = await db.CallingApps.AsNoTracking().OrderBy(app => app.AppId).ToListAsync(cancellationToken);
        return Copy(stored?.Widget ?? new(), new SettingsRecord()) with
        {
            Providers = [.. apps.Select(app => Copy(app.Fields, new ProviderRecord()) with { AppId = app.AppId })],
            Seat = stored?.Seat,
            LockedProvider = stored?.LockedProvider,
        };
    }

    /// <summary>Replaces everything the portal has stored. The settings have been checked.</summary>
    public Task ReplaceAsync(long portalId, SettingsRecord settings, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return writer.WriteAsync(portalId, async (context, token) =>
        {
            await ReplaceAsync(context, settings, now, token);
            return true;
        }, cancellationToken);
    }

    /// <summary>The same as part of other work.</summary>
    public static async Task ReplaceAsync(
        PortalDbContext context, SettingsRecord settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = await context.Settings.SingleOrDefaultAsync(cancellationToken);
        if (stored is null)
            context.Settings.Add(stored = new PortalSettings { PortalId = context.PortalId });
        stored.Widget = Copy(settings, new CallingAppFields());
        stored.Seat = settings.Seat;
        stored.LockedProvider = settings.LockedProvider;
        await ReplaceAppsAsync(context, settings.Providers ?? [], now, cancellationToken);
    }

    /// <summary>An app that stays keeps the time of its creation, and that of its last change when nothing changed.</summary>
    private static async Task ReplaceAppsAsync(
        PortalDbContext context, IReadOnlyList<ProviderRecord> providers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var present = await context.CallingApps.ToDictionaryAsync(app => app.AppId, cancellationToken);
        var free = providers.Select(provider => provider.AppId ?? 0).DefaultIfEmpty().Max();
        foreach (var provider in providers)
        {
            var appId = provider.AppId ?? ++free;
            var fields = Copy(provider, new CallingAppFields());
            if (!present.Remove(appId, out var app))
                context.CallingApps.Add(app = new CallingApp { PortalId = context.PortalId, AppId = appId, CreatedAt = now });
            if (app.Fields != fields)
                app.Set(fields, now);
        }

        context.CallingApps.RemoveRange(present.Values);
    }

    private static T Copy<T>(CallingAppFields from, T to)
        where T : CallingAppFields => to with
        {
            Name = from.Name,
            Url = from.Url,
            Width = from.Width,
            Height = from.Height,
            IsReady = from.IsReady,
            SupportsCustomObjects = from.SupportsCustomObjects,
            SupportsInboundCalling = from.SupportsInboundCalling,
            UsesCallingWindow = from.UsesCallingWindow,
            UsesRemote = from.UsesRemote,
        };
}
