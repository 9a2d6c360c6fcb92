using Microsoft.EntityFrameworkCore;

namespace MockPortal.Data;

/// <summary>
/// The database as one portal sees it. Every query is limited to <see cref="PortalId"/> by a filter; with no portal
/// chosen it sees nothing but the list of portals.
/// </summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options)
{
    /// <summary>The name of the filter that keeps portals apart, for the few queries that must look at all of them.</summary>
    public const string PortalFilter = "portal";

    /// <summary>The name of the filter that hides portals of which only rows are left.</summary>
    public const string RetiredFilter = "retired";

    /// <summary>Asked with every request and every write, so it is not translated each time.</summary>
    private static readonly Func<PortalDbContext, long, CancellationToken, Task<long?>> KeyOf = EF.CompileAsyncQuery(
        (PortalDbContext db, long portalNumber, CancellationToken _) => db.Portals
            .Where(portal => portal.Number == portalNumber)
            .Select(portal => (long?)portal.Id)
            .FirstOrDefault());

    private long? number;

    /// <summary>The key of the rows this context sees, <see cref="Portal.Id"/>: for rows only, never for people.</summary>
    public long PortalId
    {
        get;
        set => (field, number) = (value, null);
    }

    /// <summary>The portal's id as everybody outside knows it.</summary>
    public long PortalNumber => number ?? PortalId;

    /// <summary>Who makes the changes that are saved, for the history of properties.</summary>
    public ChangeSource Source { get; set; } = ChangeSource.CrmUi;

    /// <summary>Something was saved that gets a place in the portal's order; the writer tells it after the commit.</summary>
    internal bool HasNews { get; set; }

    public DbSet<Portal> Portals => Set<Portal>();

    public DbSet<Owner> Owners => Set<Owner>();

    public DbSet<CrmObject> Objects => Set<CrmObject>();

    public DbSet<PropertyChange> PropertyChanges => Set<PropertyChange>();

    public DbSet<CustomProperty> CustomProperties => Set<CustomProperty>();

    public DbSet<Association> Associations => Set<Association>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<CallDeletion> CallDeletions => Set<CallDeletion>();

    public DbSet<Engagement> Engagements => Set<Engagement>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Surface> Surfaces => Set<Surface>();

    public DbSet<UserSession> Sessions => Set<UserSession>();

    public DbSet<Counter> Counters => Set<Counter>();

    public DbSet<CallingApp> CallingApps => Set<CallingApp>();

    public DbSet<PortalSettings> Settings => Set<PortalSettings>();

    public DbSet<RecordingSettings> RecordingSettings => Set<RecordingSettings>();

    public DbSet<ChannelConnection> ChannelConnections => Set<ChannelConnection>();

    public DbSet<Transcript> Transcripts => Set<Transcript>();

    public DbSet<OAuthGrant> OAuthGrants => Set<OAuthGrant>();

    public DbSet<OAuthToken> OAuthTokens => Set<OAuthToken>();

    public DbSet<AssociationLabel> AssociationLabels => Set<AssociationLabel>();

    public DbSet<PropertyGroup> PropertyGroups => Set<PropertyGroup>();

    public DbSet<PortalFaults> Faults => Set<PortalFaults>();

    /// <summary>Sees the rows of this portal from now on, or none when there is no such portal.</summary>
    public async Task<bool> EnterAsync(long portalNumber, CancellationToken cancellationToken)
    {
        var key = await KeyOf(this, portalNumber, cancellationToken);
        Enter(key ?? 0, portalNumber);
        return key is not null;
    }

    /// <summary>Sees these rows, which are the portal's.</summary>
    public void Enter(long key, long portalNumber)
    {
        PortalId = key;
        number = portalNumber;
    }

    /// <summary>Gives out the next number of a kind. Call it only inside the writer's transaction.</summary>
    public async Task<long> NextAsync(string kind, CancellationToken cancellationToken) =>
        ++(await CounterAsync(kind, cancellationToken)).Last;

    /// <summary>The counter of a kind, tracked. Call it only inside the writer's transaction.</summary>
    public async Task<Counter> CounterAsync(string kind, CancellationToken cancellationToken)
    {
        var counter = await Counters.FindAsync([PortalId, kind], cancellationToken);
        if (counter is null)
        {
            counter = new Counter { PortalId = PortalId, Kind = kind };
            Counters.Add(counter);
        }

        return counter;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcDateTimeOffsetConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);

        Wall<Owner>(modelBuilder);
        Wall<CrmObject>(modelBuilder);
        Wall<PropertyChange>(modelBuilder);
        Wall<CustomProperty>(modelBuilder);
        Wall<Association>(modelBuilder);
        Wall<Call>(modelBuilder);
        Wall<CallDeletion>(modelBuilder);
        Wall<Engagement>(modelBuilder);
        Wall<Message>(modelBuilder);
        Wall<Surface>(modelBuilder);
        Wall<UserSession>(modelBuilder);
        Wall<Counter>(modelBuilder);
        Wall<CallingApp>(modelBuilder);
        Wall<PortalSettings>(modelBuilder);
        Wall<RecordingSettings>(modelBuilder);
        Wall<ChannelConnection>(modelBuilder);
        Wall<Transcript>(modelBuilder);
        Wall<OAuthGrant>(modelBuilder);
        Wall<OAuthToken>(modelBuilder);
        Wall<AssociationLabel>(modelBuilder);
        Wall<PropertyGroup>(modelBuilder);
        Wall<PortalFaults>(modelBuilder);
    }

    /// <summary>A portal is a wall: its rows are seen by nobody else and go with it.</summary>
    private void Wall<TEntity>(ModelBuilder modelBuilder)
        where TEntity : class, IPortalOwned
    {
        var entity = modelBuilder.Entity<TEntity>();
        entity.HasQueryFilter(PortalFilter, row => row.PortalId == PortalId);
        entity.HasOne<Portal>().WithMany().HasForeignKey(row => row.PortalId).OnDelete(DeleteBehavior.Cascade);
    }
}
