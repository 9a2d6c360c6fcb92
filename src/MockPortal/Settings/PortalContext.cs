using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using MockPortal.Calling;
using MockPortal.Layout;

namespace MockPortal.Settings;

/// <summary>What the host script must know of the page it runs in; the JSON of <c>#portal-context</c>.</summary>
public sealed record PortalContext
{
    public required long PortalId { get; init; }

    public required long UserId { get; init; }

    public required long OwnerId { get; init; }

    /// <summary>
    /// <c>tab</c> or <c>window</c>. Whether a tab has a widget or a remote is for the browser to say, which may override
    /// the settings.
    /// </summary>
    public string Page { get; init; } = "tab";

    /// <summary>Null on a page without a record.</summary>
    public RecordReference? Record { get; init; }

    public required PortalContextSettings Settings { get; init; }

    /// <summary>The provider list; the entry that is <c>own</c> stands for <see cref="Settings"/>.</summary>
    public required IReadOnlyList<ProviderSettings> Providers { get; init; }

    public required AccountState Account { get; init; }

    /// <summary>HubSpot repeats SYNC every 100 ms until it is answered.</summary>
    public int SyncIntervalMilliseconds { get; init; } = 100;

    public required int SyncTimeLimitMilliseconds { get; init; }

    public required bool LenientSyncOrigin { get; init; }
}

/// <summary>The settings in force as far as the server knows them, and where each came from.</summary>
public sealed record PortalContextSettings
{
    public required IReadOnlyDictionary<string, JsonNode> Values { get; init; }

    public required IReadOnlyDictionary<string, string> Origins { get; init; }
}

/// <summary>Makes the context of a page.</summary>
public sealed class PortalContextSource(WidgetSettings settings, IOptions<CallingOptions> options)
{
    /// <param name="portal">The page's portal.</param>
    /// <param name="host">The name under which the browser reached the portal.</param>
    /// <param name="record">The record whose page it is.</param>
    public PortalContext For(PortalHeader portal, string host, RecordReference? record = null)
    {
        var set = settings.All(portal, host).Where(setting => setting.Value is not null).ToList();
        return new PortalContext
        {
            PortalId = portal.Id,
            UserId = portal.User?.UserId ?? 0,
            OwnerId = portal.User?.Id ?? 0,
            Record = record,
            Settings = new PortalContextSettings
            {
                Values = set.ToDictionary(setting => setting.Name, setting => setting.Value!),
                Origins = set.ToDictionary(setting => setting.Name, setting => setting.Origin),
            },
            Providers = settings.Providers(portal),
            Account = AccountState.Of(portal, options.Value),
            SyncTimeLimitMilliseconds = options.Value.SyncTimeLimitMilliseconds,
            LenientSyncOrigin = options.Value.LenientSyncOrigin,
        };
    }
}
