using System.Text.Json;
using MockPortal.Data;
using MockPortal.Hosting;

namespace MockPortal.Portals.Seeds;

/// <summary>What a portal starts with and goes back to when it is reset.</summary>
public sealed class PortalSeed
{
    public const string Allowed = "\"demo\", \"empty\" or an object with contacts, companies, deals, tickets, tasks, owners and widget";

    private const string EmptyName = "empty";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private readonly SeedDocument? document;

    private PortalSeed(string? json, SeedDocument? document) => (Json, this.document) = (json, document);

    /// <summary>The demo data.</summary>
    public static PortalSeed Demo { get; } = new(null, null);

    /// <summary>A user and nothing else.</summary>
    public static PortalSeed Empty { get; } = new($"\"{EmptyName}\"", new SeedDocument());

    /// <summary>As it is stored; null for the demo data.</summary>
    public string? Json { get; }

    /// <summary>A seed that was stored.</summary>
    public static PortalSeed Of(string? json) => json is null ? Demo : Read(JsonElement.Parse(json)).Seed!;

    /// <summary>A seed by its name or with its content; else what is wrong.</summary>
    public static (PortalSeed? Seed, string? Error) Read(JsonElement seed)
    {
        if (seed.ValueKind is JsonValueKind.String && seed.ValueEquals("demo"))
            return (Demo, null);
        if (seed.ValueKind is JsonValueKind.String && seed.ValueEquals(EmptyName))
            return (Empty, null);
        if (seed.ValueKind is not JsonValueKind.Object)
            return (null, $"seed is {seed.GetRawText()}; allowed is {Allowed}.");
        try
        {
            return (new PortalSeed(JsonSerializer.Serialize(seed), seed.Deserialize<SeedDocument>(Options)), null);
        }
        catch (JsonException error)
        {
            return (null, $"seed cannot be read: {BindingText.Explain(error)}");
        }
    }

    /// <summary>
    /// Adds it to the context's portal, which exists and is empty. What is wrong with it is returned, and then nothing has
    /// been added; the portal is not either.
    /// </summary>
    public async Task<IReadOnlyList<string>> AddAsync(PortalDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (document is null)
        {
            SeedData.AddDemo(db, now);
            await db.SaveChangesAsync(cancellationToken);
            return [];
        }

        var errors = await new SeedWriter(db, document, now).WriteAsync(cancellationToken);
        if (errors.Count > 0)
            db.ChangeTracker.Clear();
        return errors;
    }
}
