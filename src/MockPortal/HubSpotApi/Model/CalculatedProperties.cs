using System.Globalization;
using MockPortal.Data;
using MockPortal.Layout;
using MockPortal.Surfaces;

namespace MockPortal.HubSpotApi.Model;

/// <summary>The properties HubSpot makes of others, for every record whoever wrote it.</summary>
internal sealed class CalculatedProperties(PhoneNumberReader phoneNumbers)
{
    private const string Connected = "f240bbac-87c9-4f6e-bf70-924b57d47db7";
    private const int LongestPreview = 5000;

    /// <summary>What every new record has from the beginning.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> OfNew(ObjectType type, CrmObject item, ChangeSource source)
    {
        yield return new("hs_object_id", Text(item.Id));
        yield return new(type.Created, HubSpotTime.Format(item.CreatedAt));
        yield return new("hs_object_source", source.Type);
        yield return new("hs_object_source_label", source.Type);
        yield return new("hs_object_source_id", source.Id);
        if (source.UserId is { } user)
        {
            yield return new("hs_object_source_user_id", Text(user));
            yield return new("hs_created_by_user_id", Text(user));
        }

        foreach (var property in type.Id switch
        {
            ObjectTypes.Contact => OfNewContact(item),
            ObjectTypes.Company => [new("website", item["website"] ?? item["domain"])],
            ObjectTypes.Ticket => [new("hs_ticket_id", Text(item.Id))],
            _ when type.IsActivity => [new("hs_obj_coords", $"{type.Id}-{item.Id}")],
            _ => Array.Empty<KeyValuePair<string, string?>>(),
        })
            yield return property;
    }

    /// <summary>What follows from the other properties, after each change of them.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Of(ObjectType type, CrmObject item, ChangeSource source)
    {
        yield return new(type.Modified, HubSpotTime.Format(item.UpdatedAt));
        if (source.UserId is { } user)
            yield return new("hs_updated_by_user_id", Text(user));
        var own = type.Id == ObjectTypes.Contact ? OfContact(item) : type.IsActivity ? OfActivity(type, item) : [];
        foreach (var property in own)
            yield return property;
    }

    private static KeyValuePair<string, string?>[] OfNewContact(CrmObject item) =>
    [
        new("hs_all_contact_vids", Text(item.Id)),
        new("hs_is_contact", "true"),
        new("hs_is_unworked", "true"),
        new("hs_pipeline", "contacts-lifecycle-pipeline"),
        new("lifecyclestage", item["lifecyclestage"] ?? "lead"),
        new("hs_lifecyclestage_lead_date",
            item["lifecyclestage"] is null or "lead" ? HubSpotTime.Format(item.CreatedAt) : null),
        new("hs_marketable_status", "false"),
        new("hs_marketable_until_renewal", "false"),
        new("hs_membership_has_accessed_private_content", "0"),
        new("hs_registered_member", "0"),
    ];

    private IEnumerable<KeyValuePair<string, string?>> OfContact(CrmObject item)
    {
        yield return new("hs_email_domain", item["email"]?.Split('@')[^1]);

        var phone = Read(item["phone"]);
        yield return new("hs_searchable_calculated_phone_number", phone?.National);
        yield return new("hs_searchable_calculated_international_phone_number", phone?.International);
        yield return new("hs_calculated_phone_number", phone?.E164);
        yield return new(
            "hs_calculated_phone_number_country_code",
            phone?.Parts?.CountryCode.ToString(CultureInfo.InvariantCulture));
        yield return new("hs_calculated_phone_number_region_code", phone?.Parts?.Country);
        yield return new("hs_calculated_phone_number_area_code", phone?.Parts?.AreaCode);

        var mobile = Read(item["mobilephone"]);
        yield return new("hs_searchable_calculated_mobile_number", mobile?.National);
        yield return new("hs_searchable_calculated_international_mobile_number", mobile?.International);
        yield return new("hs_calculated_mobile_number", mobile?.E164);
    }

    private static IEnumerable<KeyValuePair<string, string?>> OfActivity(ObjectType type, CrmObject item)
    {
        yield return new("hs_engagements_last_contacted", type.Id == ObjectTypes.Call ? item["hs_timestamp"] : null);

        var body = item[$"hs_{type.Singular}_body"];
        var text = body is null ? null : Format.PlainText(body);
        yield return new("hs_body_preview", text?.Length > LongestPreview ? text[..LongestPreview] : text);
        yield return new(
            "hs_body_preview_html", body is null
                ? null
                : $"<html>\n <head></head>\n <body>\n  {body}\n </body>\n</html>");
        yield return new(
            "hs_body_preview_is_truncated", body is null ? null : text?.Length > LongestPreview ? "true" : "false");
        if (type.Id != ObjectTypes.Call)
            yield break;

        yield return new("hs_connected_count", item["hs_call_disposition"] == Connected ? "1" : "0");
        yield return new("hs_voicemail_count", item["hs_call_has_voicemail"] == "true" ? "1" : "0");
    }

    private Number? Read(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit)).TrimStart('0');
        if (digits.Length == 0)
            return null;
        if (phoneNumbers.Split(typed!) is not { } parts || parts.National.TrimStart('0').Length == 0)
            return new Number(digits, null, null, null);

        var international = $"{parts.CountryCode}{parts.National}";
        return new Number(parts.National.TrimStart('0'), international, $"+{international}", parts);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number in the forms it is searched in; the national one has no leading zeros.</summary>
    private sealed record Number(string National, string? International, string? E164, NumberParts? Parts);
}
