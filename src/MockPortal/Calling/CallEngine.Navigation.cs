using System.Text.Json;

namespace MockPortal.Calling;

/// <summary>
/// NAVIGATE_TO_RECORD. HubSpot loads the whole page anew, the widget with it, and the call goes on: the page that
/// follows says which surface it comes from, and takes its call over.
/// </summary>
public static partial class CallEngine
{
    /// <summary>How long a page may take to be replaced by the next one.</summary>
    private static readonly TimeSpan NavigationLimit = TimeSpan.FromSeconds(30);

    private static void RequestNavigation(Turn turn, JsonElement data)
    {
        var coordinates = data.Field("objectCoordinates");
        var echo = HostMessages.Echo(data, "engagementId", "objectCoordinates");
        var typeId = coordinates.Field("objectTypeId").Text();
        var objectId = coordinates.Field("objectId").Id();
        var reason = coordinates.Field("portalId").Integer() != turn.Context.PortalId
            ? $"the portal of this page is {turn.Context.PortalId}"
            : typeId is not ("0-1" or "0-2") ? "only contacts (0-1) and companies (0-2) can be opened"
            : objectId is null ? "objectId is no positive whole number"
            : null;
        if (reason is not null)
        {
            turn.Warn(Warnings.NavigationRefused(coordinates.IsGiven() ? coordinates.Shown() : null, reason));
            turn.Send(turn.SurfaceId, "NAVIGATE_TO_RECORD_FAILED", echo);
            return;
        }
        if (Fails(turn, "NAVIGATE_TO_RECORD", _ => echo))
            return;

        var navigation = new Navigation
        {
            Record = new RecordReference { ObjectTypeId = typeId!, ObjectId = objectId!.Value },
            NewTab = data.Field("openIn").String() is "NEW_TAB",
            Echo = echo,
        };
        // The next SYNC is to carry the engagement's id, so the id has to be there first.
        if (turn.State.Holds(turn.Surface) && turn.State.Call is { EngagementPending: true })
            turn.Change(turn.Surface with { PendingNavigation = navigation });
        else
            turn.Store(new LookUpRecord { SurfaceId = turn.SurfaceId, Navigation = navigation });
    }

    private static void NavigateNow(Turn turn)
    {
        foreach (var surface in turn.State.Surfaces.Values)
        {
            if (surface.PendingNavigation is not { } navigation)
                continue;
            turn.Change(surface with { PendingNavigation = null });
            turn.Store(new LookUpRecord { SurfaceId = surface.Id, Navigation = navigation });
        }
    }

    private static void ReportLookedUp(Turn turn, RecordLookedUp e)
    {
        if (!turn.State.Surfaces.TryGetValue(e.SurfaceId, out var surface))
            return;

        var (record, newTab) = (e.Navigation.Record, e.Navigation.NewTab);
        if (!e.Exists)
        {
            turn.Warn(Warnings.NavigationRefused(
                $"{record.ObjectTypeId} {record.ObjectId}", "this portal has no such record"));
            turn.Send(surface.Id, "NAVIGATE_TO_RECORD_FAILED", e.Navigation.Echo);
            return;
        }

        var url = RecordUrl(turn, record);
        if (!newTab && TabOf(turn.State, surface) is { } tab)
            GoTo(turn, tab, url);
        else
            turn.Emit(surface.Id, new Navigate { Url = url, NewTab = true });
    }

    private static string RecordUrl(Turn turn, RecordReference record) =>
        $"/contacts/{turn.Context.PortalId}/record/{record.ObjectTypeId}/{record.ObjectId}";

    private static void GoTo(Turn turn, Surface tab, string url)
    {
        turn.Change(tab with { NavigatesSince = turn.Context.Now });
        turn.Emit(tab.Id, new Navigate { Url = url, NewTab = false });
    }

    /// <summary>
    /// The tab that goes to the record: the one that asked, or for the calling window, which stays where it is, the one
    /// the user turned to last. Null: there is none.
    /// </summary>
    private static Surface? TabOf(UserState state, Surface asker) => asker.Location == "window"
        ? state.Surfaces.Values.Where(surface => surface.Location == "remote").MaxBy(surface => surface.FocusedAt)
        : asker;

    private static bool Navigates(DateTimeOffset? since, DateTimeOffset now) =>
        since is { } start && now - start <= NavigationLimit;

    /// <summary>A page that should be gone by now has stayed; from here on leaving it drops the call again.</summary>
    private static void ForgetNavigation(Turn turn)
    {
        if (turn.Surface.NavigatesSince is { } since && !Navigates(since, turn.Context.Now))
            turn.Change(turn.Surface with { NavigatesSince = null });
    }

    /// <summary>A call between two pages waits only so long.</summary>
    private static void DropAwaited(Turn turn)
    {
        if (turn.State.Call is not { } call || turn.State.Surfaces.ContainsKey(call.SurfaceId))
            return;
        var left = turn.State.Closed.Find(closed => closed.Id == call.SurfaceId);
        if (!Navigates(left?.NavigatesSince, turn.Context.Now))
            Drop(turn, call);
    }

    /// <summary>
    /// The page follows another one of its tab: it loads the widget at once, shows it as it was shown there, and goes on
    /// with the call.
    /// </summary>
    private static void Arrive(Turn turn, string cameFrom)
    {
        // The farewell of the page before may still be on its way.
        if (turn.State.Surfaces.GetValueOrDefault(cameFrom) is { NavigatesSince: not null } before)
            Close(turn, before.Id);
        var left = turn.State.Closed.Find(closed => closed.Id == cameFrom);
        if (!Navigates(left?.NavigatesSince, turn.Context.Now))
            return;

        if (turn.State.Call is { } call && call.SurfaceId == cameFrom)
        {
            turn.CallId = call.CallId;
            turn.Put(call with { SurfaceId = turn.SurfaceId });
        }
        turn.State = turn.State with
        {
            Closed = turn.State.Closed.Replace(left!, left! with { NavigatesSince = null }),
        };
        SetVisibility(turn, turn.SurfaceId, left!.Visibility);
        LoadAnew(turn, new OpenFrame());
    }
}
