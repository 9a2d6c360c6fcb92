namespace MockPortal.Data;

/// <summary>The texts that are derived from a CRM object's properties: its name and what the lists search in.</summary>
public static class ObjectNames
{
    private static readonly string[] Searched =
    [
        "firstname", "lastname", "name", "email", "hs_additional_emails", "domain", "website", "company", "jobtitle", "phone",
        "mobilephone", "fax", "hs_searchable_calculated_international_phone_number",
        "hs_searchable_calculated_international_mobile_number", "city", "hs_call_title", "hs_body_preview", "dealname", "subject",
        "content", "description", "hs_task_subject", "hs_meeting_title", "hs_email_subject", "hs_lead_name", "hs_ticket_id",
        "hs_call_from_number", "hs_call_to_number", "hs_call_external_id",
    ];

    /// <summary>The digits of these are part of those above.</summary>
    private static readonly string[] Derived =
        ["hs_searchable_calculated_phone_number", "hs_searchable_calculated_mobile_number"];

    /// <summary>Whether all that such a property holds is in the search text.</summary>
    internal static bool IsSearched(string property) => Searched.Contains(property) || Derived.Contains(property);

    public static string NameOf(CrmObject item)
    {
        var name = item.ObjectTypeId switch
        {
            ObjectTypes.Contact => $"{item["firstname"]} {item["lastname"]}".Trim() is { Length: > 0 } full ? full : item["email"],
            ObjectTypes.Company => item["name"] ?? item["domain"],
            ObjectTypes.Call => item["hs_call_title"],
            ObjectTypes.Task => item["hs_task_subject"],
            ObjectTypes.Deal => item["dealname"],
            _ => item["name"] ?? item["subject"],
        };
        return name ?? $"#{item.Id}";
    }

    /// <summary>Numbers are searchable as typed and as bare digits, since nobody types them as they are stored.</summary>
    public static string SearchTextOf(CrmObject item)
    {
        var values = Searched.Select(property => item[property]).OfType<string>().ToList();
        var digits = new[] { item["phone"], item["mobilephone"] }
            .OfType<string>()
            .Select(number => string.Concat(number.Where(char.IsAsciiDigit)));
        return string.Join('\n', values.Concat(digits)).ToLowerInvariant();
    }
}
