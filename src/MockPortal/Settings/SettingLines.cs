using static MockPortal.Settings.SettingTable;

namespace MockPortal.Settings;

/// <summary>The lines of the settings page's tables.</summary>
internal static class SettingLines
{
    public static IReadOnlyList<SettingLine> OfWidget(SettingsView view) =>
    [
        .. view.Rows.Select(row => new SettingLine(row.Name, row.Text ?? "not set", row.Effect) { Origin = row.Origin }),
    ];

    public static IReadOnlyList<SettingLine> OfAccount(AccountState account) =>
    [
        new("seat", Flag(account.Seat), "Whether the user has the paid seat that calling takes.")
        {
            Origin = account.SeatOrigin,
        },
        new("lockedProvider", account.LockedProvider ?? "none", "The only provider the account’s administrator allows.")
        {
            Origin = account.LockedProviderOrigin,
        },
    ];

    /// <summary>Configuration only.</summary>
    public static IReadOnlyList<SettingLine> OfHost(CallingOptions calling) =>
    [
        .. HostSettings(calling).Select(line => line with { Label = $"{CallingOptions.Section}:{line.Key}" }),
    ];

    private static IEnumerable<SettingLine> HostSettings(CallingOptions calling) =>
    [
        new(nameof(calling.SyncTimeLimitMilliseconds), $"{calling.SyncTimeLimitMilliseconds}",
            "How long the host waits for the widget’s SYNC_ACK."),
        new(nameof(calling.LenientSyncOrigin), Flag(calling.LenientSyncOrigin),
            "Send SYNC to any origin, for widgets whose address redirects elsewhere."),
        new(nameof(calling.DialAfterLogin), Flag(calling.DialAfterLogin),
            "Dial a click that met a logged-out widget as soon as it logs in."),
        new(nameof(calling.DialTarget), $"{calling.DialTarget}",
            "Where a click on a number goes when there is a remote: the clicked tab’s remote, or the calling window."),
        new(nameof(calling.StrictInbound), Flag(calling.StrictInbound),
            "Ignore a call that rings while the user is logged out or unavailable, instead of a warning only."),
        new(nameof(calling.UnloadOnClose), Flag(calling.UnloadOnClose),
            "Unload a widget when its panel is closed, instead of keeping it alive out of sight."),
        new(nameof(calling.InitiateCallId), Flag(calling.InitiateCallId),
            "Tell widgets the host’s own id of a call that has an externalCallId, as for help desk apps."),
        new(nameof(calling.ReplyDelay), $"{calling.ReplyDelay}",
            "How many milliseconds the host’s replies to a widget take."),
        new(nameof(calling.DefaultCountry), calling.DefaultCountry, "The country of numbers without a country code."),
    ];

    private static string Flag(bool value) => value ? "true" : "false";
}
