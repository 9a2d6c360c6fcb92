using System.Globalization;
using MockPortal.Data;
using MockPortal.Layout;

namespace MockPortal.Records;

/// <summary>A property as the record page shows it.</summary>
public sealed record RecordProperty
{
    // HubSpot's labels, in the order of a record's sidebar.
    private static readonly (string Name, string Label)[] Labelled =
    [
        ("name", "Name"),
        ("dealname", "Deal name"),
        ("amount", "Amount"),
        ("dealstage", "Deal stage"),
        ("pipeline", "Pipeline"),
        ("closedate", "Close date"),
        ("subject", "Ticket name"),
        ("hs_pipeline_stage", "Ticket status"),
        ("hs_ticket_priority", "Priority"),
        ("firstname", "First name"),
        ("lastname", "Last name"),
        ("email", "Email"),
        ("phone", "Phone number"),
        ("mobilephone", "Mobile phone number"),
        ("hs_whatsapp_phone_number", "WhatsApp phone number"),
        ("jobtitle", "Job title"),
        ("company", "Company name"),
        ("domain", "Company domain name"),
        ("website", "Website"),
        ("industry", "Industry"),
        ("numberofemployees", "Number of employees"),
        ("address", "Street address"),
        ("zip", "Postal code"),
        ("city", "City"),
        ("state", "State"),
        ("country", "Country"),
        ("lifecyclestage", "Lifecycle stage"),
        ("hs_lead_status", "Lead status"),
        ("hubspot_owner_id", "Owner"),
        ("createdate", "Create date"),
    ];

    private static readonly string[] Coded = ["industry", "lifecyclestage", "hs_lead_status", "hs_ticket_priority"];

    private static readonly string[] Timed = ["createdate", "closedate"];

    /// <summary>The internal name.</summary>
    public required string Name { get; init; }

    /// <summary>Null for a property that only a developer asks for.</summary>
    public string? Label { get; init; }

    /// <summary>As stored.</summary>
    public required string Value { get; init; }

    /// <summary>As a person reads it.</summary>
    public required string Text { get; init; }

    /// <summary>Set when the value is a point in time.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Set when the value is a number one can call.</summary>
    public RecordNumber? Number { get; init; }

    /// <summary>Every set property: labelled ones in their order, the others by internal name.</summary>
    internal static IReadOnlyList<RecordProperty> ListOf(CrmObject record, Owner? user)
    {
        var numbers = PhoneProperties.NumbersOf(record);
        var others = record.Properties.Keys
            .Where(name => Array.TrueForAll(Labelled, entry => entry.Name != name))
            .Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Label: (string?)null));
        return
        [
            .. from entry in Labelled.Select(entry => (entry.Name, Label: (string?)entry.Label)).Concat(others)
               let value = record[entry.Name]
               where value is not null
               select new RecordProperty
               {
                   Name = entry.Name,
                   Label = entry.Label,
                   Value = value,
                   Text = TextOf(entry.Name, value, user),
                   Time = Timed.Contains(entry.Name) ? HubSpotTime.Read(value) : null,
                   Number = numbers.FirstOrDefault(number => number.Property == entry.Name),
               },
        ];
    }

    private static string TextOf(string name, string value, Owner? user)
    {
        if (Coded.Contains(name))
            return Format.Words(value);
        if (name == "dealstage")
            return Pipelines.DealStage(value)!;
        if (name == "hs_pipeline_stage")
            return Pipelines.TicketStage(value)!;
        if (name == "hubspot_owner_id" && user?.Id.ToString(CultureInfo.InvariantCulture) == value)
            return user.Name;
        return value;
    }
}
