using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MockPortal.Data;

/// <summary>
/// Gives every change its place in the one order of its portal, whoever makes it. It has to be the last to look at
/// what is saved.
/// </summary>
internal sealed class ChangePositions : SaveChangesInterceptor
{
    public static readonly ChangePositions Instance = new();

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PortalDbContext db)
            await PlaceAsync(db, cancellationToken);
        return result;
    }

    private static async Task PlaceAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var changed = db.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .ToList();
        foreach (var message in changed.Select(entry => entry.Entity).OfType<Message>())
        {
            // The trace numbers its messages itself. What comes with numbers of its own, such as test data, counts as well.
            var counter = await db.CounterAsync(Counter.Messages, cancellationToken);
            counter.Last = Math.Max(counter.Last, message.Sequence);
            db.HasNews = true;
        }

        var rows = new HashSet<IPositioned>(changed.Select(entry => entry.Entity).OfType<IPositioned>());
        rows.UnionWith(await EngagementsAsync(db, changed, cancellationToken));
        foreach (var row in rows.OrderBy(RankOf))
        {
            row.Position = await db.NextAsync(Counter.Messages, cancellationToken);
            db.HasNews = true;
        }
    }

    /// <summary>Of an engagement, most is in the CRM object.</summary>
    private static async Task<List<Engagement>> EngagementsAsync(
        PortalDbContext db, List<EntityEntry> changed, CancellationToken cancellationToken)
    {
        var engagements = new List<Engagement>();
        var objects = changed.Select(entry => entry.Entity).OfType<CrmObject>();
        foreach (var call in objects.Where(item => item.ObjectTypeId == ObjectTypes.Call))
        {
            if (await db.Engagements.FindAsync([db.PortalId, call.Id], cancellationToken) is { } engagement)
                engagements.Add(engagement);
        }

        return engagements;
    }

    /// <summary>What was saved together follows from outside to inside, alike in every run.</summary>
    private static int RankOf(IPositioned row) => row switch
    {
        Surface => 0,
        Call => 1,
        _ => 2,
    };
}
