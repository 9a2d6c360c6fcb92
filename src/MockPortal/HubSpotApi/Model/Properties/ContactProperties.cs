namespace MockPortal.HubSpotApi.Model.Properties;

/// <summary>HubSpot's own properties of contacts.</summary>
internal static class ContactProperties
{
    public const string Group = "contactinformation";

    private static readonly Define Define = new(Group);

    /// <summary>Contacts and companies share the stages.</summary>
    public static readonly PropertyDefinition LifecycleStage = Define.Choice("lifecyclestage", "Lifecycle Stage",
        "subscriber", "lead", "marketingqualifiedlead=Marketing Qualified Lead",
        "salesqualifiedlead=Sales Qualified Lead", "opportunity", "customer", "evangelist", "other").As("radio");

    public static readonly PropertyDefinition LeadStatus = Define.Choice("hs_lead_status", "Lead Status",
        "NEW", "OPEN", "IN_PROGRESS=In Progress", "OPEN_DEAL=Open Deal", "UNQUALIFIED",
        "ATTEMPTED_TO_CONTACT=Attempted to Contact", "CONNECTED", "BAD_TIMING=Bad Timing").As("radio");

    public static IReadOnlyList<PropertyDefinition> All { get; } =
    [
        Define.Text("firstname", "First Name"),
        Define.Text("lastname", "Last Name"),
        Define.Text("email", "Email").Unique(),
        Define.Text("hs_additional_emails", "Additional email addresses").As("checkbox"),
        Define.Phone("phone", "Phone Number"),
        Define.Phone("mobilephone", "Mobile Phone Number"),
        Define.Phone("hs_whatsapp_phone_number", "WhatsApp Phone Number"),
        Define.Phone("fax", "Fax Number"),
        Define.Text("jobtitle", "Job Title"),
        Define.Text("salutation"),
        Define.Text("company", "Company Name"),
        Define.Text("website", "Website URL"),
        Define.Text("address", "Street Address"),
        Define.Text("city"),
        Define.Text("state", "State/Region"),
        Define.Text("zip", "Postal Code"),
        Define.Text("country", "Country/Region"),
        Define.Text("industry"),
        Define.Area("message"),
        LifecycleStage,
        LeadStatus,
        Define.Many("hs_timezone", "Time Zone").As("select"),
        Define.Many("hs_language", "Preferred language").As("select"),
        Define.Reference("associatedcompanyid", "Primary Associated Company ID", "COMPANY")
            with { Type = "number", FieldType = "number" },
        Define.Number("hs_pinned_engagement_id", "Pinned Engagement ID"),
        Define.Time("notes_last_contacted", "Last Contacted").Calculated(),
        Define.Time("notes_last_updated", "Last Activity Date").Calculated(),
        Define.Time("hs_last_contacted", "Last contacted").Calculated(),
        Define.Number("num_contacted_notes", "Number of times contacted").Calculated(),
        Define.Number("num_notes", "Number of Sales Activities").Calculated(),
        Define.Number("num_associated_deals", "Number of Associated Deals").Calculated(),
        Define.Time("hs_lastmodifieddate", "Object last modified date").Calculated().Hidden(),
        Define.Many("hs_all_contact_vids", "All vids for a contact").Calculated().Hidden(),
        Define.Text("hs_email_domain", "Email Domain").Calculated(),
        Define.Flag("hs_is_contact", "Is a contact").Calculated().Hidden(),
        Define.Flag("hs_is_unworked", "Contact unworked").Calculated().Hidden(),
        Define.Text("hs_pipeline", "Pipeline").Hidden(),
        Define.Time("hs_lifecyclestage_lead_date", "Became a Lead Date").Calculated(),
        Define.Choice("hs_marketable_status", "Marketing contact status",
            "true=Marketing contact", "false=Non-marketing contact").Calculated(),
        Define.Choice("hs_marketable_until_renewal", "Marketing contact until next update", "true=Yes", "false=No")
            .Calculated(),
        Define.Number("hs_membership_has_accessed_private_content").Calculated().Hidden(),
        Define.Number("hs_registered_member", "Registered member").Calculated().Hidden(),
        .. PhoneNumbers(),
    ];

    /// <summary>The properties apps look a caller up by, made of <c>phone</c> and <c>mobilephone</c>.</summary>
    private static IEnumerable<PropertyDefinition> PhoneNumbers() =>
    [
        Digits("hs_searchable_calculated_phone_number", "Calculated Phone Number without country code"),
        Digits("hs_searchable_calculated_mobile_number", "Calculated Mobile Number without country code"),
        Digits("hs_searchable_calculated_international_phone_number", "Calculated Phone Number with country code"),
        Digits("hs_searchable_calculated_international_mobile_number", "Calculated Mobile Number with country code"),
        Digits("hs_calculated_phone_number", "Calculated Phone Number in International Format"),
        Digits("hs_calculated_mobile_number", "Calculated Mobile Number in International Format"),
        Define.Text("hs_calculated_phone_number_country_code", "Calculated Phone Number Country Code").Calculated()
            .Hidden(),
        Define.Text("hs_calculated_phone_number_region_code", "Calculated Phone Number Region Code").Calculated()
            .Hidden(),
        Define.Text("hs_calculated_phone_number_area_code", "Calculated Phone Number Area Code").Calculated().Hidden(),
    ];

    private static PropertyDefinition Digits(string name, string label) =>
        Define.Phone(name, label).Calculated().Hidden() with { Type = "phone_number" };
}
