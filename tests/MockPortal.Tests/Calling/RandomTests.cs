using System.Globalization;
using System.Text.Json;
using CsCheck;
using MockPortal.Calling;

namespace MockPortal.Tests.Calling;

/// <summary>What holds whatever happens in whatever order, with whatever a widget may send.</summary>
public sealed class RandomTests
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerOptions.Web) { AllowOutOfOrderMetadataProperties = true };

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void No_sequence_of_events_breaks_the_rules(bool dialAfterLogin, bool dialsInWindow) => Move.Sequences.Sample(
        moves =>
        {
            var desks = Enumerable.Range(0, Move.Users)
                .Select(user => new Desk { FirstCallId = (1000 * user) + 1, DialAfterLogin = dialAfterLogin, DialsInWindow = dialsInWindow })
                .ToList();
            var rules = desks.ConvertAll(_ => new Rules());
            foreach (var move in moves)
            {
                Play(desks[move.User], move, rules[move.User]);
                foreach (var (desk, user) in desks.Select((desk, user) => (desk, user)))
                    Assert.All(CallIds(desk.State), id => Assert.Equal(user, id / 1000));
            }
            desks.ForEach(Restart);
        },
        iter: 300,
        print: moves => string.Join('\n', moves.Select(move => $"{move.User} {move.Surface}: {move.Kind} {move.Argument}")));

    private static IEnumerable<long> CallIds(UserState state) =>
        state.Recent.Select(call => call.CallId).Concat(state.Call is { } call ? [call.CallId] : []);

    private static void Play(Desk desk, Move move, Rules rules)
    {
        desk.Wait(1);
        switch (move.Kind)
        {
            case "wait":
                desk.Wait(int.Parse(move.Argument, CultureInfo.InvariantCulture));
                return;
            case "confirm" when desk.State.Surfaces.TryGetValue(move.Surface, out var surface):
                var behind = int.Parse(move.Argument, CultureInfo.InvariantCulture);
                desk.State = CallEngine.Confirm(desk.State, move.Surface, surface.LastEffect - behind);
                return;
            case "restart":
                Restart(desk);
                return;
        }

        foreach (var told in Told(desk.State, move))
        {
            var before = desk.State;
            rules.Check(before, desk.Tell(told), null);
        }
        foreach (var e in move.Events())
        {
            var before = desk.State;
            rules.Clicks += e is DialClicked ? 1 : 0;
            var step = desk.Take(e, move.Surface);
            rules.Check(before, step, move.Surface);
        }
        if (desk.State.Surfaces.TryGetValue(move.Surface, out var seen))
        {
            var again = new DialClicked { PhoneNumber = "1", Sequence = seen.LastSequence };
            Assert.Same(desk.State, desk.Repeat(again, move.Surface).State);
        }
    }

    /// <summary>The server starts again and goes on with what it stored.</summary>
    private static void Restart(Desk desk)
    {
        var stored = JsonSerializer.Serialize(desk.State, Json);
        desk.State = JsonSerializer.Deserialize<UserState>(stored, Json)!;
        Assert.Equal(stored, JsonSerializer.Serialize(desk.State, Json));
    }

    private static UserAction ActionOf(string kind) => kind switch
    {
        "act reload" => new ReloadWidget(),
        "act leave" => new LeavePage { Url = "/" },
        _ => new Click { Event = new CloseClicked { Confirmed = true } },
    };

    /// <summary>What the server may answer about the calls there are.</summary>
    private static IEnumerable<EngineEvent> Told(UserState state, Move move)
    {
        if (move.Kind == "lost")
            return [new SurfaceLost { SurfaceId = move.Surface }];
        if (move.Kind == "queue loaded")
            return [new QueueLoaded { SurfaceId = move.Surface, Tasks = QueueTests.Tasks }];
        if (move.Kind.StartsWith("act ", StringComparison.Ordinal))
            return [new ActionAsked { SurfaceId = move.Surface, Action = ActionOf(move.Kind) }];
        var call = state.Call ?? (state.Recent.Count > 0 ? state.Recent[0] : null);
        if (call is null)
            return [];
        return move.Kind switch
        {
            "match" => [new CallerMatched
            {
                CallId = call.CallId,
                SurfaceId = move.Surface,
                Matches = [new CallerMatch { Record = Desk.Ada }],
            }],
            "no match" => [new CallerMatched { CallId = call.CallId, SurfaceId = move.Surface, Matches = [] }],
            "looked up" or "not found" => [new RecordLookedUp
            {
                SurfaceId = move.Surface,
                Navigation = new Navigation { Record = Desk.Ada, NewTab = false, Echo = [] },
                Exists = move.Kind == "looked up",
            }],
            "marked" => [new EngagementMarked
            {
                SurfaceId = move.Surface,
                Type = "PUBLISH_TO_CHANNEL",
                EngagementId = 5001,
                Known = true,
                Echo = [],
            }],
            "engagement created" => [new EngagementCreated { CallId = call.CallId, EngagementId = 5000 + call.CallId }],
            "engagement failed" => [new EngagementFailed { CallId = call.CallId, Message = "No." }],
            "engagement updated" => [new EngagementUpdated { SurfaceId = move.Surface, EngagementId = 5001 }],
            "engagement not updated" =>
                [new EngagementUpdated { SurfaceId = move.Surface, EngagementId = null, Error = "No." }],
            _ => [],
        };
    }
}
