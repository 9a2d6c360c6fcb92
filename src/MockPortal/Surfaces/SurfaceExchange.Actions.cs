using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.Surfaces;

/// <summary>What is done from outside goes to the page with its effects, and the page answers when it has done it.</summary>
public sealed partial class SurfaceExchange
{
    /// <summary>How long a page may take: far more than it needs.</summary>
    private static readonly TimeSpan ActionLimit = TimeSpan.FromSeconds(10);

    /// <summary>Gives an action to the page that is to carry it out.</summary>
    /// <param name="portalId">The portal.</param>
    /// <param name="action">What is to be done.</param>
    /// <param name="surface">A surface's id or location; null: the one a user would turn to.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<GivenAction> GiveAsync(
        long portalId, UserAction action, string? surface, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var given = await writer.WriteAsync(
            portalId, (db, token) => GiveAsync(db, action, surface, now, token), cancellationToken);
        live.Tell(portalId, given.Concerned);
        return given;
    }

    /// <summary>Waits for the page to carry it out; null: it did not answer in time.</summary>
    public async Task<ActionAnswer?> AnswerAsync(long portalId, GivenAction given, CancellationToken cancellationToken)
    {
        var surfaceId = given.Surface!.Id;
        try
        {
            return await answers.Expect(portalId, surfaceId, given.Effect).WaitAsync(ActionLimit, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            answers.Forget(portalId, surfaceId, given.Effect);
        }
    }

    private async Task<GivenAction> GiveAsync(
        PortalDbContext db, UserAction action, string? wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var user = await LoadAsync(db, cancellationToken);
        var target = ActionTarget.Find(user?.State ?? UserState.Empty, action, wanted, now);
        if (user is null || target.Surface is not { } surface)
            return new GivenAction { Problem = target.Problem };

        var before = (await db.CounterAsync(Counter.Messages, cancellationToken)).Last;
        var run = await RunAsync(db, user, surface.Id, cancellationToken);
        await run.TellAsync(new ActionAsked { SurfaceId = surface.Id, Action = action }, now, cancellationToken);
        Store(db, user.Session, user.Owner.UserId, run.State);
        var effect = run.State.Surfaces[surface.Id].LastEffect;
        // Not after the commit: the page may be quicker.
        _ = answers.Expect(db.PortalNumber, surface.Id, effect);
        return new GivenAction
        {
            Surface = surface,
            Effect = effect,
            After = before,
            Concerned = Concerned(user.State, run.State),
        };
    }

    /// <summary>Tells those who wait what an exchange of this page says about it and others.</summary>
    private void TellAnswers(long portalId, string surfaceId, IEnumerable<SurfaceEvent> events, Outcome done)
    {
        foreach (var answer in events.OfType<ActionDone>())
            answers.Tell(portalId, surfaceId, answer);
        answers.TellGone(portalId, done.Gone);
    }
}

/// <summary>An action on its way to a page.</summary>
public sealed record GivenAction
{
    /// <summary>Why no page got it; null when one did.</summary>
    public string? Problem { get; init; }

    /// <summary>The surface that got it, as it was before.</summary>
    public Calling.Surface? Surface { get; init; }

    /// <summary>The number of the effect.</summary>
    public long Effect { get; init; }

    /// <summary>The last message of the portal before it: everything it causes comes after.</summary>
    public long After { get; init; }

    internal IReadOnlyList<string> Concerned { get; init; } = [];
}
