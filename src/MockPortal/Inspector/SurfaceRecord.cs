using MockPortal.Data;
using MockPortal.Layout;

namespace MockPortal.Inspector;

/// <summary>One iframe with the host page around it.</summary>
public sealed record SurfaceRecord
{
    /// <summary>The page's own id, as <c>surface</c> of messages and calls.</summary>
    public required string Surface { get; init; }

    /// <summary><c>widget</c> (in the page), <c>remote</c> (in every page, beside the window) or <c>window</c>.</summary>
    /// <example>widget</example>
    public required string Location { get; init; }

    /// <summary>The type of the record whose page it is; null on a page without one.</summary>
    /// <example>0-1</example>
    public required string? ObjectTypeId { get; init; }

    /// <example>101</example>
    public required long? ObjectId { get; init; }

    /// <summary>The provider's name.</summary>
    /// <example>Demo Softphone</example>
    public required string WidgetName { get; init; }

    /// <summary>The address it is loaded from.</summary>
    public required string WidgetUrl { get; init; }

    /// <summary>
    /// Where the handshake stands: <c>absent</c> (no iframe yet), <c>loading</c>, <c>syncing</c>, <c>synced</c> (SYNC_ACK came),
    /// <c>initialized</c> or <c>failed</c>.
    /// </summary>
    /// <example>initialized</example>
    public required string State { get; init; }

    /// <summary><c>hidden</c>, <c>minimized</c> or <c>open</c>.</summary>
    /// <example>open</example>
    public required string Visibility { get; init; }

    /// <summary>Null until the widget has said.</summary>
    public required bool? LoggedIn { get; init; }

    /// <summary>Whether the user takes calls; null until the widget has said.</summary>
    public required bool? Available { get; init; }

    /// <summary>The version it reported in SYNC_ACK.</summary>
    public required string? SdkVersion { get; init; }

    /// <summary>How the handshake with the current document went so far.</summary>
    public required HandshakeRecord Handshake { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the page went away; null while it is there.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What people tell it by.</summary>
    internal string Name => $"{Location} {Format.ShortId(Surface)}{(ClosedAt is null ? "" : ", closed")}";

    internal static SurfaceRecord Of(Surface surface) => new()
    {
        Surface = surface.Id,
        Location = surface.Location,
        ObjectTypeId = surface.ObjectTypeId,
        ObjectId = surface.ObjectId,
        WidgetName = surface.WidgetName,
        WidgetUrl = surface.WidgetUrl,
        State = surface.State,
        Visibility = surface.Visibility,
        LoggedIn = surface.LoggedIn,
        Available = surface.Available,
        SdkVersion = surface.SdkVersion,
        Handshake = HandshakeRecord.Of(surface.Handshake),
        OpenedAt = surface.OpenedAt,
        ClosedAt = surface.ClosedAt,
    };
}

/// <summary>The steps of a handshake. What has not happened is null.</summary>
public sealed record HandshakeRecord
{
    /// <summary>The iframe was created, or its address set; null for a document that followed by itself.</summary>
    public required DateTimeOffset? LoadingAt { get; init; }

    /// <summary>The iframe's <c>load</c> event.</summary>
    public required DateTimeOffset? LoadedAt { get; init; }

    /// <summary>The first SYNC.</summary>
    public required DateTimeOffset? SyncAt { get; init; }

    /// <summary>How many SYNCs were sent.</summary>
    public required int Syncs { get; init; }

    public required DateTimeOffset? SyncAckAt { get; init; }

    public required DateTimeOffset? InitializedAt { get; init; }

    /// <summary>The host gave up; a late SYNC_ACK still counts.</summary>
    public required DateTimeOffset? FailedAt { get; init; }

    /// <summary>The likely cause in words.</summary>
    public required string? FailureReason { get; init; }

    internal static HandshakeRecord Of(Handshake handshake) => new()
    {
        LoadingAt = handshake.LoadingAt,
        LoadedAt = handshake.LoadedAt,
        SyncAt = handshake.SyncAt,
        Syncs = handshake.Syncs,
        SyncAckAt = handshake.SyncAckAt,
        InitializedAt = handshake.InitializedAt,
        FailedAt = handshake.FailedAt,
        FailureReason = handshake.FailureReason,
    };
}
