using System.Globalization;
using MockPortal.Data;

namespace MockPortal.HubSpotApi.Model;

/// <summary>
/// The properties of a record that count what it is linked with: its activities, its contacts, its deals.
/// </summary>
internal static class RecordCounts
{
    private static readonly string[] Holders = [ObjectTypes.Contact, ObjectTypes.Company, ObjectTypes.Deal];

    /// <summary>Activities by which somebody was spoken to; notes and tasks are about somebody.</summary>
    private static readonly string[] Contacting =
    [
        ObjectTypes.Call, ObjectTypes.Email, ObjectTypes.Meeting, ObjectTypes.Communication, ObjectTypes.PostalMail,
    ];

    private static readonly string[] Activities = [.. Contacting, ObjectTypes.Note, ObjectTypes.Task];

    /// <summary>Whether links from the one type to the other change a count of the one.</summary>
    public static bool Count(string holderTypeId, string otherTypeId) => Holders.Contains(holderTypeId)
        && holderTypeId != otherTypeId
        && (Activities.Contains(otherTypeId) || otherTypeId is ObjectTypes.Contact or ObjectTypes.Deal);

    /// <summary>Whether the time of such a record matters to those it is linked with.</summary>
    public static bool HasTime(string objectTypeId) => Activities.Contains(objectTypeId);

    /// <summary>The properties that follow from the counts, of those the record's type has.</summary>
    public static Dictionary<string, string?> PropertiesOf(CrmObject holder, IReadOnlyList<LinkedCount> counts)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["num_notes"] = Sum(Activities, "num_notes"),
            ["num_contacted_notes"] = Sum(Contacting, "num_contacted_notes"),
            ["num_associated_contacts"] = Sum([ObjectTypes.Contact], "num_associated_contacts"),
            ["num_associated_deals"] = Sum([ObjectTypes.Deal], "num_associated_deals"),
            ["notes_last_contacted"] = Latest(Contacting),
            ["hs_last_contacted"] = Latest(Contacting),
            ["notes_last_updated"] = Latest(Activities),
        };
        var known = PropertyCatalogue.OfHubSpot(ObjectType.Find(holder.ObjectTypeId)!);
        return values.Where(pair => known.Find(pair.Key) is not null && holder[pair.Key] != pair.Value)
            .ToDictionary(StringComparer.Ordinal);

        // Nothing there is no value, until there was something once.
        string? Sum(string[] types, string name) =>
            counts.Where(count => types.Contains(count.ObjectTypeId)).Sum(count => count.Count) is var sum and > 0
                ? sum.ToString(CultureInfo.InvariantCulture)
                : holder[name] is null ? null : "0";

        string? Latest(string[] types) =>
            counts.Where(count => types.Contains(count.ObjectTypeId)).Max(count => count.Latest) is { } milliseconds
                ? HubSpotTime.Format(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))
                : null;
    }
}
