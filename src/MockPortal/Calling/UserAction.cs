using System.Text.Json.Nodes;

namespace MockPortal.Calling;

/// <summary>
/// What somebody does from outside, by API or in the inspector, instead of with a mouse. The open page carries it out, as
/// if it had been done there.
/// </summary>
public abstract record UserAction;

/// <summary>A message to the widget that no rule of the host asked for.</summary>
public sealed record SendByHand : UserAction
{
    /// <summary>Has a <c>type</c>; a <c>messageId</c> is added where it has none.</summary>
    public required JsonObject Message { get; init; }
}

/// <summary>A click on one of the page's own controls.</summary>
public sealed record Click : UserAction
{
    /// <summary>What the click means.</summary>
    public required SurfaceEvent Event { get; init; }

    /// <summary>The provider to choose first; null: the one that is chosen.</summary>
    public string? Provider { get; init; }
}

/// <summary>A link is followed: the page goes away, and a call in it ends.</summary>
public sealed record LeavePage : UserAction
{
    /// <summary>Path and query.</summary>
    public required string Url { get; init; }
}

/// <summary>The iframe is thrown away and made anew; a call goes on, as after any reload of a widget.</summary>
public sealed record ReloadWidget : UserAction;

/// <summary>Told by the server: somebody acts.</summary>
public sealed record ActionAsked : EngineEvent
{
    /// <summary>The page that is to carry it out, as found by <see cref="ActionTarget"/>.</summary>
    public required string SurfaceId { get; init; }

    public required UserAction Action { get; init; }
}

/// <summary>Do what a click does, this control's event included.</summary>
public sealed record Act : PageEffect
{
    public required SurfaceEvent Event { get; init; }

    public string? Provider { get; init; }
}

/// <summary>Load another page of the portal in this tab, as a link does: nobody is asked, and nothing is taken along.</summary>
public sealed record FollowLink : PageEffect
{
    public required string Url { get; init; }
}

/// <summary>The page has done what was asked of it from outside, or says why it could not.</summary>
public sealed record ActionDone : SurfaceEvent
{
    /// <summary>The number of the effect.</summary>
    public required long Effect { get; init; }

    /// <summary>Null: it was done.</summary>
    public string? Refusal { get; init; }
}
