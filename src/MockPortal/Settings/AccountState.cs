using MockPortal.Layout;

namespace MockPortal.Settings;

/// <summary>What the HubSpot account grants its user: stored for the portal, or else configured.</summary>
public sealed record AccountState
{
    /// <summary>False: calling is locked for the user.</summary>
    public required bool Seat { get; init; }

    /// <summary>The route or configuration key that says so.</summary>
    public required string SeatOrigin { get; init; }

    /// <summary>The only provider the administrator allows; null for no lock.</summary>
    public required string? LockedProvider { get; init; }

    public required string LockedProviderOrigin { get; init; }

    public static AccountState Of(PortalHeader portal, CallingOptions options)
    {
        var stored = WidgetSettings.StoredOrigin(portal.Id);
        var locked = portal.Settings?.LockedProvider ?? options.LockedProvider;
        return new AccountState
        {
            Seat = portal.Settings?.Seat ?? options.Seat,
            SeatOrigin = portal.Settings?.Seat is null ? Key(nameof(options.Seat)) : stored,
            LockedProvider = string.IsNullOrEmpty(locked) ? null : locked,
            LockedProviderOrigin = portal.Settings?.LockedProvider is null ? Key(nameof(options.LockedProvider)) : stored,
        };
    }

    private static string Key(string name) => $"{CallingOptions.Section}:{name}";
}
