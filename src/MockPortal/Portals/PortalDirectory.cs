using MockPortal.Data;

namespace MockPortal.Portals;

/// <summary>Makes and removes portals.</summary>
public sealed class PortalDirectory(PortalDbContext db, TimeProvider clock)
{
    /// <summary>The first portal of a new database. Runs before the server listens, so it need not go through the writer.</summary>
    public async Task CreateDefaultAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        db.PortalId = SeedData.DefaultPortalId;
        db.Portals.Add(new Portal
        {
            Id = db.PortalId,
            Name = "Demo portal",
            AccessToken = $"pat-mock-{db.PortalId}",
            CreatedAt = now,
        });
        SeedData.AddDemo(db, now);
        await db.SaveChangesAsync(cancellationToken);
    }
}
