using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>A link a client wants, to a record whose type follows from the types of the link.</summary>
internal sealed record AssociationInput
{
    public required string ToId { get; init; }

    public required IReadOnlyList<AssociationSpec> Types { get; init; }

    public static AssociationInput Read(JsonField field)
    {
        field.Require("to", "types");
        field["to"].Require("id");
        return new AssociationInput
        {
            ToId = field["to"]["id"].Text() ?? "",
            Types = [.. field["types"].Items().Select(AssociationSpec.Read)],
        };
    }

    /// <summary>What the links of a record mean, or the answer that says which of them is wrong.</summary>
    public static async Task<(IReadOnlyList<AssociationPlan> Plans, HubSpotError? Error)> CheckAsync(
        PortalDbContext db, ObjectType from, IEnumerable<AssociationInput> inputs, CancellationToken cancellationToken)
    {
        var plans = new List<AssociationPlan>();
        var known = await AssociationCatalogue.LoadAsync(db, cancellationToken);
        foreach (var input in inputs)
        {
            foreach (var spec in input.Types)
            {
                var (type, wrong) = spec.Find(known, from);
                if (type is null)
                    return ([], wrong);
                if (!await ExistsAsync(db, type.To, input.ToId, cancellationToken))
                    return ([], NoRecord(type.To, input.ToId));
                plans.Add(new AssociationPlan(type, long.Parse(input.ToId, CultureInfo.InvariantCulture)));
            }
        }

        return (plans, null);
    }

    /// <summary>400 for a link to or from a record that does not exist.</summary>
    public static HubSpotError NoRecord(string objectTypeId, string id) =>
        Errors.Validation("One or more associations are invalid") with
        {
            Context = HubSpotError.ContextOf(
            "INVALID_OBJECT_IDS", $"{ObjectType.Find(objectTypeId)?.Name}={id} is not valid"),
        };

    public static Task<bool> ExistsAsync(
        PortalDbContext db, string objectTypeId, string id, CancellationToken cancellationToken) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? db.Objects.AnyAsync(
                item => item.ObjectTypeId == objectTypeId && item.Id == number && item.ArchivedAt == null,
                cancellationToken)
            : Task.FromResult(false);
}

/// <summary>One type of one link that can be made.</summary>
internal sealed record AssociationPlan(AssociationType Type, long ToId);

/// <summary>An association type as clients name it.</summary>
internal sealed record AssociationSpec
{
    public required string AssociationCategory { get; init; }

    public required long AssociationTypeId { get; init; }

    /// <summary>One of HubSpot's own.</summary>
    public static AssociationSpec Of(int typeId) => new()
    {
        AssociationCategory = AssociationTypes.HubSpotDefined,
        AssociationTypeId = typeId,
    };

    public static AssociationSpec Read(JsonField field)
    {
        field.Require("associationCategory", "associationTypeId");
        return new AssociationSpec
        {
            AssociationCategory = field["associationCategory"].Text() ?? "",
            AssociationTypeId = field["associationTypeId"].Number() ?? 0,
        };
    }

    /// <summary>The type, seen from a record of one object type; or why there is none.</summary>
    public (AssociationType? Type, HubSpotError? Error) Find(IReadOnlyList<AssociationType> all, ObjectType from)
    {
        var known = all.Where(type => type.Category == AssociationCategory && type.Id == AssociationTypeId).ToList();
        if (known.Find(type => type.From == from.Id) is { } found)
            return (found, null);
        if (known.Count > 0)
        {
            return (null, Errors.Validation($"invalid from object type {from.Id} for associations to be created. "
                + $"expected: {known[0].From}. For definition 0-{AssociationTypeId}"));
        }

        return (null, Unknown($"{AssociationCategory}={AssociationTypeId}"));
    }

    public static HubSpotError Unknown(string spec) => Errors.Validation("One or more associations are invalid") with
    {
        Context = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["INVALID_ASSOCIATION_TYPE_ID"] = [$"{spec} is not a valid association definition id"],
            ["associationSpec"] = [spec],
        },
    };
}
