using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Settings;

namespace MockPortal.Surfaces;

/// <summary>
/// Carries what pages report through the call engine and into the database, state and messages in one commit, and
/// answers with what the page is to do.
/// </summary>
public sealed partial class SurfaceExchange(
    PortalWriter writer,
    LiveSurfaces live,
    ActionAnswers answers,
    TimeProvider clock,
    PhoneNumberReader phoneNumbers,
    IOptions<CallingOptions> options,
    ILogger<SurfaceExchange> log)
{
    /// <summary>How exact the time of the last sign of life is kept: finer would be a write for every keep-alive.</summary>
    private static readonly TimeSpan SeenInterval = TimeSpan.FromSeconds(30);

    private static readonly JsonSerializerOptions StateJson = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        MaxDepth = 256,
    };

    /// <summary>Takes each event once, whatever is sent twice. Null when the portal is gone.</summary>
    public async Task<ExchangeReply?> ExchangeAsync(long portalId, string surfaceId, ExchangeRequest request)
    {
        var receivedAt = clock.GetUtcNow();
        // Not given up when the page goes away in the middle: the work is done all the same, and the others hear of it.
        var done = await writer.WriteAsync(
            portalId, (db, token) => ApplyAsync(db, surfaceId, request, receivedAt, token), CancellationToken.None);
        live.Tell(portalId, done.Concerned.Where(other => other != surfaceId));
        TellAnswers(portalId, surfaceId, request.Events, done);
        return done.Reply;
    }

    private async Task<Outcome> ApplyAsync(
        PortalDbContext db, string surfaceId, ExchangeRequest request, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        if (await LoadAsync(db, cancellationToken) is not { } user)
            return Outcome.Nothing;
        if (user.State.Reloading.Contains(surfaceId))
            return new Outcome(Reload(request), [], []);

        var state = CallEngine.Confirm(user.State, surfaceId, request.Received);
        if (state.Surfaces.GetValueOrDefault(surfaceId) is { } known && receivedAt - known.LastSeen > SeenInterval)
            state = CallEngine.Seen(state, surfaceId, receivedAt);

        var run = await RunAsync(db, user with { State = state }, surfaceId, cancellationToken);
        foreach (var reported in request.Events.OrderBy(item => item.Sequence))
        {
            var at = receivedAt - TimeSpan.FromMilliseconds(Math.Clamp(reported.Age, 0, TimeSpan.MillisecondsPerDay));
            await run.ApplyAsync(await WithNumberAsync(db, reported, cancellationToken), at, cancellationToken);
        }

        Store(db, user.Session, user.Owner.UserId, run.State);
        var surface = run.State.Surfaces.GetValueOrDefault(surfaceId);
        var reply = new ExchangeReply
        {
            Acknowledged = Math.Max(surface?.LastSequence ?? 0, request.Events.Select(item => item.Sequence).DefaultIfEmpty().Max()),
            Effects = surface?.Outbox ?? [],
            View = surface is null ? null : SurfaceView.Of(run.State, surfaceId),
        };
        return new Outcome(reply, Concerned(user.State, run.State), Gone(user.State, run.State));
    }

    private static async Task<User?> LoadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        // One user a portal for now; the session is keyed by user so that more can come.
        var owner = await db.Owners.AsNoTracking().OrderBy(candidate => candidate.Id).FirstOrDefaultAsync(cancellationToken);
        if (owner is null)
            return null;

        var session = await db.Sessions.FindAsync([db.PortalId, owner.UserId], cancellationToken);
        var state = session is null ? UserState.Empty : JsonSerializer.Deserialize<UserState>(session.State, StateJson)!;
        return new User(owner, session, state);
    }

    private async Task<EngineRun> RunAsync(
        PortalDbContext db, User user, string surfaceId, CancellationToken cancellationToken) =>
        new(db, user.Owner, user.State, phoneNumbers)
        {
            SurfaceId = surfaceId,
            CallCounter = await db.CounterAsync(Counter.Calls, cancellationToken),
            Options = options.Value,
            NewReplyDelay = options.Value.NewReplyDelays(user.Session?.Version ?? 0),
        };

    /// <summary>A number with its country, and if it was typed, with the record that has it.</summary>
    private async Task<SurfaceEvent> WithNumberAsync(
        PortalDbContext db, SurfaceEvent reported, CancellationToken cancellationToken)
    {
        if (reported is not DialClicked dial)
            return reported;
        var matches = dial.Typed
            ? await new RecordLookup(db, phoneNumbers).FindCallerAsync(dial.PhoneNumber, cancellationToken)
            : [];
        return dial with
        {
            CountryCode = phoneNumbers.CountryOf(dial.PhoneNumber),
            Callee = dial.Typed ? matches.FirstOrDefault()?.Record : dial.Callee,
        };
    }

    private static void Store(PortalDbContext db, UserSession? session, long userId, UserState state)
    {
        var json = JsonSerializer.Serialize(state, StateJson);
        if (session is null)
        {
            db.Sessions.Add(new UserSession { PortalId = db.PortalId, UserId = userId, Version = 1, State = json });
        }
        else if (session.State != json)
        {
            session.State = json;
            session.Version++;
        }
    }

    private sealed record User(Owner Owner, UserSession? Session, UserState State);

    /// <summary>The answer, and the surfaces that have something new to hear or show.</summary>
    private sealed record Outcome(ExchangeReply? Reply, IReadOnlyList<string> Concerned, IReadOnlyList<string> Gone)
    {
        public static readonly Outcome Nothing = new(null, [], []);
    }
}
