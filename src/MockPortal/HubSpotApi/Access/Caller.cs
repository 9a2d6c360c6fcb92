using MockPortal.Data;

namespace MockPortal.HubSpotApi.Access;

/// <summary>Who makes a request on HubSpot's paths: an app, in one portal.</summary>
internal sealed record Caller
{
    /// <summary>
    /// The id of the private app every portal has. Apps are numbered across HubSpot, so it is the same everywhere.
    /// </summary>
    public const long PrivateAppId = 1044001;

    /// <summary>The id of every app that came by OAuth, whatever its client id.</summary>
    public const long PublicAppId = 1044002;

    public static readonly Caller Nobody = new() { Kind = CallerKind.Nobody, PortalId = 0 };

    public required CallerKind Kind { get; init; }

    public required long PortalId { get; init; }

    public long AppId { get; init; } = PrivateAppId;

    /// <summary>Nobody, because the OAuth token was good until this moment.</summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>Null: all there are.</summary>
    public IReadOnlyList<string>? Granted { get; init; }

    /// <summary>Taken away for the sake of a test.</summary>
    public IReadOnlyList<string> Withheld { get; init; } = [];

    public bool Has(string scope) => Granted?.Contains(scope) != false && !Withheld.Contains(scope);

    /// <summary>How what this caller writes is labelled in the history of a property.</summary>
    public ChangeSource Source => ChangeSource.Integration(AppId);
}

/// <summary>With what a caller proved who it is.</summary>
internal enum CallerKind
{
    Nobody,
    PrivateApp,
    OAuth,
    DeveloperKey,
}
