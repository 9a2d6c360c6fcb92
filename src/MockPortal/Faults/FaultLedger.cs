using System.Collections.Immutable;
using System.Text.Json;
using MockPortal.Data;

namespace MockPortal.Faults;

/// <summary>
/// A portal's faults during one piece of the writer's work: counts what happens, and keeps the counts and what is held
/// back in the same commit as everything else that the work does.
/// </summary>
public sealed class FaultLedger
{
    private readonly PortalDbContext db;
    private readonly PortalFaults? stored;
    private readonly FaultPlan loadedPlan;
    private readonly ImmutableList<HeldMessage> loadedHeld;

    private FaultLedger(PortalDbContext db, PortalFaults? stored, FaultPlan plan)
    {
        this.db = db;
        this.stored = stored;
        Plan = loadedPlan = plan;
        Held = loadedHeld = stored is null or { Held: "[]" }
            ? []
            : JsonSerializer.Deserialize<ImmutableList<HeldMessage>>(stored.Held, JsonSerializerOptions.Web)!;
    }

    /// <summary>The rules with their counts.</summary>
    public FaultPlan Plan { get; private set; }

    /// <summary>In the order in which they were taken.</summary>
    public ImmutableList<HeldMessage> Held { get; set; }

    /// <summary>When the first of them goes on by itself; null: none does.</summary>
    public DateTimeOffset? NextDue => Held.Min(held => held.DueAt);

    /// <summary>The same, if that has changed: somebody has to wait for it.</summary>
    public DateTimeOffset? NewDue => ReferenceEquals(Held, loadedHeld) ? null : NextDue;

    /// <summary>The faults of the context's portal.</summary>
    /// <param name="db">A context of the writer.</param>
    /// <param name="configured">What a portal has that was not told otherwise.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<FaultLedger> LoadAsync(PortalDbContext db, FaultSettings configured, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var row = await db.Faults.FindAsync([db.PortalId], cancellationToken);
        return new FaultLedger(db, row, PlanOf(row, configured));
    }

    /// <summary>The rules in force. Those of a configuration that has changed since begin anew.</summary>
    internal static FaultPlan PlanOf(PortalFaults? row, FaultSettings configured)
    {
        if (row is null)
            return FaultPlan.Start(configured);

        var kept = new FaultPlan(JsonSerializer.Deserialize<FaultSettings>(row.Settings, JsonSerializerOptions.Web)!);
        var start = FaultPlan.Start(configured);
        return row.Configured && Write(FaultPlan.Start(kept.Settings)) != Write(start) ? start : kept;
    }

    /// <summary>Something happens: counts it, and says which rule hits it.</summary>
    public FaultHit? Meet(FaultOccasion occasion)
    {
        var decision = Plan.Decide(occasion);
        Plan = decision.Plan;
        return decision.Hit;
    }

    /// <summary>Which rule would hit it, if it happened now.</summary>
    public FaultHit? Foresee(FaultOccasion occasion) => Plan.Decide(occasion).Hit;

    /// <summary>Other rules from now on, counted from the beginning. What the old ones held back is due.</summary>
    public void Replace(FaultSettings settings, bool configured, DateTimeOffset now)
    {
        Plan = FaultPlan.Start(settings);
        Held = Held.ConvertAll(held => held with { DueAt = now });
        Keep(configured);
    }

    /// <summary>Takes over what changed; the writer saves it.</summary>
    public void Keep()
    {
        if (!ReferenceEquals(Plan, loadedPlan) || !ReferenceEquals(Held, loadedHeld))
            Keep(stored?.Configured ?? true);
    }

    private void Keep(bool configured)
    {
        var row = stored ?? db.Faults.Add(new PortalFaults { PortalId = db.PortalId, Settings = "" }).Entity;
        row.Settings = Write(Plan);
        row.Configured = configured;
        row.Held = JsonSerializer.Serialize(Held, JsonSerializerOptions.Web);
    }

    private static string Write(FaultPlan plan) => JsonSerializer.Serialize(plan.Settings, JsonSerializerOptions.Web);
}
