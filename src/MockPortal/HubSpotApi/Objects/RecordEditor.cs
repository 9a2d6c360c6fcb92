using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.HubSpotApi.Associations;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>
/// Changes records in one piece of the writer's work. Each method checks everything before it changes anything: what comes
/// back with an error has left no trace.
/// </summary>
internal sealed class RecordEditor(PortalDbContext db, PropertySet properties, IReadOnlyCollection<string> owners, DateTimeOffset now)
{
    private readonly HashSet<RecordReference> touched = [];
    private readonly List<CrmObject> written = [];

    public PortalDbContext Db => db;

    public PropertySet Properties => properties;

    public DateTimeOffset Now => now;

    /// <summary>Records whose timelines may look different now.</summary>
    public IReadOnlyCollection<RecordReference> Touched => touched;

    public void Touch(string objectTypeId, long objectId) =>
        touched.Add(new RecordReference { ObjectTypeId = objectTypeId, ObjectId = objectId });

    /// <summary>Whether this work has made or changed such a record.</summary>
    public bool HasWritten(Predicate<CrmObject> which) => written.Exists(which);

    /// <summary>Nothing of what was done in this work is stored.</summary>
    public void Abandon()
    {
        db.ChangeTracker.Clear();
        touched.Clear();
        written.Clear();
    }

    /// <param name="input">What the client sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="id">The id the record gets; null: the next one.</param>
    public async Task<(Written? Written, HubSpotError? Error)> CreateAsync(
        ObjectInput input, CancellationToken cancellationToken, long? id = null)
    {
        var (values, error) = PropertyInput.Read(properties, input.Properties, _ => null, owners, db.PortalNumber);
        error ??= MissingIn(values) ?? await TakenAsync(values, null, cancellationToken);
        if (error is not null)
            return (null, error);

        var (links, wrong) = await AssociationInput.CheckAsync(db, properties.Type, input.Associations, cancellationToken);
        if (wrong is not null)
            return (null, wrong);

        var item = new CrmObject
        {
            PortalId = db.PortalId,
            ObjectTypeId = properties.Type.Id,
            Id = id ?? await db.NextAsync(properties.Type.Id, cancellationToken),
            Name = "",
            SearchText = "",
            CreatedAt = now,
        };
        item.Set(values, now);
        db.Objects.Add(item);
        written.Add(item);
        if (properties.Type == ObjectType.Call)
            await RestEngagements.RecordAsync(db, item, now, cancellationToken);
        foreach (var link in links)
            await AssociationEditor.LinkAsync(this, link.Type, item.Id, link.ToId, cancellationToken);
        return (new Written(item, properties), null);
    }

    public async Task<(Written? Written, HubSpotError? Error)> UpdateAsync(
        CrmObject item, IReadOnlyDictionary<string, string?> sent, CancellationToken cancellationToken)
    {
        var (values, error) = PropertyInput.Read(properties, sent, name => item[name], owners, db.PortalNumber);
        error ??= await TakenAsync(values, item, cancellationToken);
        if (error is not null)
            return (null, error);

        var before = item.Properties;
        LifecycleStages.KeepForward(item, values);
        item.Set(values, now);
        written.Add(item);
        if (properties.Type == ObjectType.Call)
            await RestEngagements.FollowAsync(this, item, cancellationToken);
        return (new Written(item, properties) { Before = before }, null);
    }

    public async Task ArchiveAsync(CrmObject item, CancellationToken cancellationToken)
    {
        item.ArchivedAt ??= now;
        if (properties.Type == ObjectType.Call)
            await RestEngagements.FollowAsync(this, item, cancellationToken);
    }

    private HubSpotError? MissingIn(Dictionary<string, string?> values)
    {
        var missing = properties.Type.Required.Where(name => string.IsNullOrEmpty(values.GetValueOrDefault(name))).ToList();
        // A company has a name or a domain.
        if (properties.Type == ObjectType.Company && values.GetValueOrDefault("name") is null && values.GetValueOrDefault("domain") is null)
            missing.AddRange(["name", "domain"]);
        return missing.Count == 0 ? null : Errors.Validation(
            $"Error creating {properties.Type.Name}. Some required properties were not set.") with
        {
            Context = HubSpotError.ContextOf("properties", missing),
        };
    }

    /// <summary>409 when another record has the value of a unique property.</summary>
    private async Task<HubSpotError?> TakenAsync(
        Dictionary<string, string?> values, CrmObject? self, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in values)
        {
            if (value is null || properties.Find(name) is not { HasUniqueValue: true })
                continue;

            var stored = await db.WithProperty(properties.Type.Id, name, [value])
                .Where(item => item.ArchivedAt == null)
                .ToListAsync(cancellationToken);
            // Records of this very work are not in the database yet, or have another value there.
            var other = stored.Concat(written).FirstOrDefault(item => item != self
                && item.ArchivedAt is null && string.Equals(item[name], value, StringComparison.OrdinalIgnoreCase));
            if (other is not null)
                return Taken(name, value, other.Id);
        }

        return null;
    }

    private HubSpotError Taken(string name, string value, long id)
    {
        var existing = id.ToString(CultureInfo.InvariantCulture);
        return properties.Type == ObjectType.Contact && name == "email"
            ? Errors.Conflict($"Contact already exists. Existing ID: {existing}")
            : Errors.Conflict($"{properties.Type.Name} with {name}={value} already exists. Existing ID: {existing}");
    }
}
