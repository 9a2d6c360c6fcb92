namespace MockPortal.Calling;

/// <summary>The page that is to carry out an action: the one that was named, or the one a user would turn to.</summary>
public sealed record ActionTarget
{
    /// <summary>Null: no page can do it now.</summary>
    public Surface? Surface { get; init; }

    /// <summary>Why no page can do it; null when one can.</summary>
    public string? Problem { get; init; }

    /// <summary>Looks among the pages that are open.</summary>
    /// <param name="state">The user's pages.</param>
    /// <param name="action">What is to be done.</param>
    /// <param name="wanted">The id of a surface, or its location: <c>widget</c>, <c>remote</c> or <c>window</c>.</param>
    /// <param name="now">The present.</param>
    public static ActionTarget Find(UserState state, UserAction action, string? wanted, DateTimeOffset now)
    {
        var open = state.Surfaces.Values.Where(surface => CallEngine.IsOpen(surface, now)).ToList();
        if (open.Count == 0)
            return new() { Problem = "No page of this portal is open in a browser." };

        var named = open.Where(surface => wanted is null || wanted == surface.Id || wanted == surface.Location).ToList();
        if (named.Count == 0)
        {
            var list = string.Join(", ", open.Select(surface => $"{surface.Id} ({surface.Location})"));
            return new() { Problem = $"No open page has the surface '{wanted}'; open: {list}." };
        }

        var best = named
            .OrderByDescending(surface => Rank(state, surface, action))
            .ThenByDescending(surface => surface.FocusedAt)
            .First();
        return action is SendByHand && !CanHear(best)
            ? new() { Problem = $"The widget of the surface {best.Id} cannot be sent anything: {WhyNot(best.Phase)}." }
            : new() { Surface = best };
    }

    /// <summary>Messages go to the widget with the call, or to one that is there; a mouse is more likely in a tab.</summary>
    private static int Rank(UserState state, Surface surface, UserAction action) => action switch
    {
        SendByHand or ReloadWidget => state.Call?.SurfaceId == surface.Id ? 2 : CanHear(surface) ? 1 : 0,
        _ => surface.Location == "window" ? 0 : 1,
    };

    private static bool CanHear(Surface surface) => surface.Phase is FramePhase.Synced or FramePhase.Initialized;

    private static string WhyNot(FramePhase phase) => phase switch
    {
        FramePhase.Absent => "it has not been opened",
        FramePhase.Failed => "it did not answer SYNC",
        _ => "it is still loading",
    };
}
