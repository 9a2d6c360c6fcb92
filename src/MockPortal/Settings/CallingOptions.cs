namespace MockPortal.Settings;

/// <summary>How the host behaves where HubSpot's behaviour can be varied. Configuration section <c>Calling</c>.</summary>
public sealed class CallingOptions
{
    public const string Section = "Calling";

    /// <summary>How long the host waits for SYNC_ACK, in milliseconds. HubSpot waits 30000.</summary>
    public int SyncTimeLimitMilliseconds { get; set; } = 30_000;

    /// <summary>Send SYNC to any origin, so that a widget whose address redirects elsewhere still works. HubSpot does not.</summary>
    public bool LenientSyncOrigin { get; set; }

    /// <summary>Dial a click that met a logged-out widget as soon as it logs in, instead of dropping it. HubSpot does not.</summary>
    public bool DialAfterLogin { get; set; }

    /// <summary>Which surface a click on a number goes to when there is a remote.</summary>
    public DialTarget DialTarget { get; set; }

    /// <summary>Ignore an inbound call while the user is logged out or unavailable, instead of warning only.</summary>
    public bool StrictInbound { get; set; }

    /// <summary>How long the host takes to reply to a widget. HubSpot's replies travel over its network.</summary>
    public ReplyDelay ReplyDelay { get; set; } = new(0, 0);

    /// <summary>Whether the user has the paid seat that calling takes. HubSpot locks calling for users without one.</summary>
    public bool Seat { get; set; } = true;

    /// <summary>The only provider the account's administrator allows; null or empty for no such lock.</summary>
    public string? LockedProvider { get; set; }

    /// <summary>Unload a widget when its panel is closed, instead of keeping it alive out of sight.</summary>
    public bool UnloadOnClose { get; set; }

    /// <summary>Send INITIATE_CALL_ID_SUCCEEDED after a call start with <c>externalCallId</c>, as for help desk apps.</summary>
    public bool InitiateCallId { get; set; }

    /// <summary>The country of numbers without a country code (ISO 3166 alpha-2).</summary>
    public string DefaultCountry { get; set; } = "US";

    /// <summary>Draws one delay after another. The same seed gives the same delays, so that a run can be repeated.</summary>
    public Func<int> NewReplyDelays(long seed)
    {
        var chance = new Random((int)(seed % int.MaxValue));
        return () => chance.Next(ReplyDelay.From, ReplyDelay.To + 1);
    }
}

/// <summary>Where DIAL_NUMBER goes when the user clicks a number in a tab with a remote.</summary>
public enum DialTarget
{
    /// <summary>The tab's own remote, which passes it on to the calling window itself.</summary>
    Clicked,

    /// <summary>The calling window.</summary>
    Window,
}
