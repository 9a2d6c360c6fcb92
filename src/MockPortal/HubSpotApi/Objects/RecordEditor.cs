using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.HubSpotApi.Associations;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>
/// Changes records in one piece of the writer's work. Each method checks everything before it changes anything: what
/// comes back with an error has left no trace.
/// </summary>
internal sealed class RecordEditor(
    PortalDbContext db, PropertySet properties, IReadOnlyCollection<string> owners, DateTimeOffset now)
{
    private readonly HashSet<RecordReference> touched = [];
    private readonly List<CrmObject> changed = [];

    public PortalDbContext Db => db;

    public PropertySet Properties => properties;

    public DateTimeOffset Now => now;

    /// <summary>Records whose timelines may look different now.</summary>
    public IReadOnlyCollection<RecordReference> Touched => touched;

    public void Touch(string objectTypeId, long objectId) =>
        touched.Add(new RecordReference { ObjectTypeId = objectTypeId, ObjectId = objectId });

    /// <summary>Records this work has made or changed: they are not in the database yet, or have other values there.</summary>
    public IReadOnlyCollection<CrmObject> Changed => changed;

    /// <summary>Nothing of what was done in this work is stored.</summary>
    public void Abandon()
    {
        db.ChangeTracker.Clear();
        touched.Clear();
        changed.Clear();
    }

    /// <param name="input">What the client sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="id">The id the record gets; null: the next one.</param>
    public async Task<(Written? Written, HubSpotError? Error)> CreateAsync(
        ObjectInput input, CancellationToken cancellationToken, long? id = null)
    {
        var (values, error) = PropertyInput.Read(properties, input.Properties, _ => null, owners, db.PortalNumber);
        error ??= MissingIn(values) ?? await WrongAsync(values, null, cancellationToken);
        if (error is not null)
            return (null, error);

        var (links, wrong) = await AssociationInput.CheckAsync(
            db, properties.Type, input.Associations, cancellationToken);
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
        changed.Add(item);
        if (properties.Type == ObjectType.Call)
            await RestEngagements.RecordAsync(db, item, now, cancellationToken);
        await PrimaryCompany.FollowAsync(this, item, values, cancellationToken);
        foreach (var link in links)
            await AssociationEditor.LinkAsync(this, link.Type, item.Id, link.ToId, cancellationToken);
        return (new Written(item, properties), null);
    }

    public async Task<(Written? Written, HubSpotError? Error)> UpdateAsync(
        CrmObject item, IReadOnlyDictionary<string, string?> sent, CancellationToken cancellationToken)
    {
        var (values, error) = PropertyInput.Read(properties, sent, name => item[name], owners, db.PortalNumber);
        error ??= await WrongAsync(values, item, cancellationToken);
        if (error is not null)
            return (null, error);

        var before = item.Properties;
        LifecycleStages.KeepForward(item, values);
        item.Set(values, now);
        changed.Add(item);
        await PrimaryCompany.FollowAsync(this, item, values, cancellationToken);
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
        var missing = properties.Type.Required.Where(name => string.IsNullOrEmpty(values.GetValueOrDefault(name)))
            .ToList();
        // A company has a name or a domain.
        if (properties.Type == ObjectType.Company && values.GetValueOrDefault("name") is null
            && values.GetValueOrDefault("domain") is null)
            missing.AddRange(["name", "domain"]);
        return missing.Count == 0 ? null : Errors.Validation(
            $"Error creating {properties.Type.Name}. Some required properties were not set.") with
        {
            Context = HubSpotError.ContextOf("properties", missing),
        };
    }

    /// <summary>What is wrong with values although each for itself is right.</summary>
    private async Task<HubSpotError?> WrongAsync(
        Dictionary<string, string?> values, CrmObject? self, CancellationToken cancellationToken) =>
        await UniqueValues.TakenAsync(this, values, self, cancellationToken)
            ?? (properties.Type == ObjectType.Contact
                ? await PrimaryCompany.MissingAsync(db, values, cancellationToken)
                : null);
}
