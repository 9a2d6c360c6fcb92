using System.Globalization;
using MockPortal.Data;
using MockPortal.HubSpotApi.Associations;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>Fills a portal with records under ids of the caller's choice, by the rules that clients of the REST API meet.</summary>
internal sealed class RecordSeeder(PortalDbContext db, IReadOnlyCollection<long> owners, DateTimeOffset now)
{
    private readonly List<string> ownerIds = [.. owners.Select(id => id.ToString(CultureInfo.InvariantCulture))];
    private readonly Dictionary<string, RecordEditor> editors = new(StringComparer.Ordinal);

    /// <summary>What HubSpot would say is wrong with the record; null when it was added.</summary>
    public async Task<string?> AddAsync(
        string objectTypeId, long id, Dictionary<string, string?> properties, CancellationToken cancellationToken)
    {
        var input = new ObjectInput { Properties = properties, Associations = [] };
        var (_, error) = await EditorOf(objectTypeId).CreateAsync(input, cancellationToken, id);
        return error is null ? null : string.Join(' ', error.Errors?.Select(detail => detail.Message) ?? [error.Message]);
    }

    /// <summary>Links two records that have been saved.</summary>
    public Task LinkAsync(string fromTypeId, long fromId, string toTypeId, long toId, CancellationToken cancellationToken) =>
        AssociationEditor.LinkAsync(
            EditorOf(fromTypeId), AssociationTypes.Plain(fromTypeId, toTypeId)!, fromId, toId, cancellationToken);

    private RecordEditor EditorOf(string objectTypeId)
    {
        if (!editors.TryGetValue(objectTypeId, out var editor))
        {
            var type = ObjectType.Find(objectTypeId)!;
            // A portal that is being filled has no properties of its own yet.
            editors[objectTypeId] = editor = new RecordEditor(db, PropertyCatalogue.OfHubSpot(type), ownerIds, HubSpotTime.Truncate(now));
        }

        return editor;
    }
}
