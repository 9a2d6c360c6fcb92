using System.Text.Json;
using MockPortal.Data;
using MockPortal.HubSpotApi.Objects;
using MockPortal.Settings;

namespace MockPortal.Portals.Seeds;

/// <summary>Writes a seed into a portal that is empty.</summary>
internal sealed class SeedWriter(PortalDbContext db, SeedDocument seed, DateTimeOffset now)
{
    private const int MostErrors = 10;

    /// <summary>Beyond it a browser cannot hold an id exactly.</summary>
    private const long GreatestId = 9_007_199_254_740_991;

    private readonly List<string> errors = [];
    private readonly Dictionary<(string TypeId, long Id), IReadOnlyList<SeedLink>> records = [];

    /// <summary>What is wrong; empty when everything was written.</summary>
    public async Task<IReadOnlyList<string>> WriteAsync(CancellationToken cancellationToken)
    {
        SeedData.AddCounters(db);
        var owners = AddOwners();
        if (seed.Widget is { } widget)
        {
            errors.AddRange(SettingsCheck.Errors(widget).Select(error => $"seed.widget: {error.Text}"));
            if (errors.Count == 0)
                await SettingsStore.ReplaceAsync(db, widget, now, cancellationToken);
        }

        var seeder = new RecordSeeder(db, owners, now);
        foreach (var (typeId, name, list) in Lists())
            await AddAsync(seeder, typeId, name, list, cancellationToken);
        CheckLinks();
        if (errors.Count > 0)
            return [.. errors.Take(MostErrors)];

        // Links look up what they join.
        await db.SaveChangesAsync(cancellationToken);
        foreach (var ((typeId, id), links) in records)
        {
            foreach (var link in links)
                await seeder.LinkAsync(typeId, id, link.ObjectTypeId, link.ObjectId, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return [];
    }

    private IEnumerable<(string TypeId, string Name, IReadOnlyList<SeedRecord> List)> Lists() =>
    [
        (ObjectTypes.Company, "companies", seed.Companies),
        (ObjectTypes.Contact, "contacts", seed.Contacts),
        (ObjectTypes.Deal, "deals", seed.Deals),
        (ObjectTypes.Ticket, "tickets", seed.Tickets),
        (ObjectTypes.Task, "tasks", seed.Tasks),
    ];

    private async Task AddAsync(
        RecordSeeder seeder, string typeId, string name, IReadOnlyList<SeedRecord> list, CancellationToken cancellationToken)
    {
        foreach (var (record, index) in list.Select((record, index) => (record, index)))
        {
            var path = $"seed.{name}[{index}]";
            var counter = await db.CounterAsync(typeId, cancellationToken);
            var id = record.Id ?? counter.Last + 1;
            counter.Last = Math.Max(counter.Last, id);
            var properties = record.Properties.ToDictionary(entry => entry.Key, entry => TextOf(entry.Value), StringComparer.Ordinal);
            if (id is < 1 or > GreatestId)
                errors.Add($"{path}.id is {id}; allowed is a whole number from 1 to {GreatestId}.");
            else if (!records.TryAdd((typeId, id), record.Associations))
                errors.Add($"{path}.id is {id}, which another one of {name} has; give each its own.");
            else if (record.Properties.FirstOrDefault(entry => !IsScalar(entry.Value)) is { Key: { } wrong })
                errors.Add($"{path}.properties.{wrong} is neither a text, a number, true nor false.");
            else if (await seeder.AddAsync(typeId, id, properties, cancellationToken) is { } error)
                errors.Add($"{path}: {error}");
        }
    }

    private void CheckLinks()
    {
        foreach (var ((typeId, id), links) in records)
        {
            foreach (var link in links)
            {
                if (!records.ContainsKey((link.ObjectTypeId, link.ObjectId)))
                    errors.Add($"The seed links {typeId} {id} with {link.ObjectTypeId} {link.ObjectId}, which is not in it.");
                else if (AssociationTypes.Plain(typeId, link.ObjectTypeId) is null)
                    errors.Add($"The seed links {typeId} {id} with {link.ObjectTypeId} {link.ObjectId}; HubSpot does not link these types.");
            }
        }
    }

    private List<long> AddOwners()
    {
        var owners = new List<long>();
        var (ownerId, userId) = (SeedData.OwnerId - 1, SeedData.UserId - 1);
        if (seed.Owners.Count == 0)
        {
            db.Owners.Add(SeedData.DemoOwner(db.PortalId, now));
            return [SeedData.OwnerId];
        }

        foreach (var user in seed.Owners)
        {
            (ownerId, userId) = (user.OwnerId ?? ownerId + 1, user.UserId ?? userId + 1);
            if (owners.Contains(ownerId))
            {
                errors.Add($"seed.owners has the owner id {ownerId} twice; give each its own.");
                continue;
            }

            owners.Add(ownerId);
            db.Owners.Add(new Owner
            {
                PortalId = db.PortalId,
                Id = ownerId,
                UserId = userId,
                Email = user.Email,
                FirstName = user.FirstName,
                LastName = user.LastName,
                CreatedAt = now,
                UpdatedAt = now,
            });
        }

        return owners;
    }

    private static bool IsScalar(JsonElement value) => value.ValueKind
        is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null;

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };
}
