using System.Text.RegularExpressions;
using MockPortal.Data;

namespace MockPortal.HubSpotApi.Model;

/// <summary>A type of CRM objects: the one place that knows its names, its scopes and its own property names.</summary>
internal sealed partial record ObjectType
{
    public static readonly ObjectType Contact = new(ObjectTypes.Contact, "contact", "contacts")
    {
        Created = "createdate",
        Modified = "lastmodifieddate",
        Defaults = ["email", "firstname", "lastname"],
        Searched = ["firstname", "lastname", "email", "phone", "hs_additional_emails", "fax", "mobilephone", "company",
            "hs_marketable_until_renewal"],
    };

    public static readonly ObjectType Company = new(ObjectTypes.Company, "company", "companies")
    {
        Created = "createdate",
        Defaults = ["domain", "name"],
        Searched = ["website", "phone", "name", "domain"],
    };

    public static readonly ObjectType Deal = new(ObjectTypes.Deal, "deal", "deals")
    {
        Created = "createdate",
        Defaults = ["amount", "closedate", "dealname", "dealstage", "pipeline"],
        Searched = ["dealname", "pipeline", "dealstage", "description", "dealtype"],
    };

    public static readonly ObjectType Ticket = new(ObjectTypes.Ticket, "ticket", "tickets")
    {
        Created = "createdate",
        Defaults =
            ["content", "hs_pipeline", "hs_pipeline_stage", "hs_ticket_category", "hs_ticket_priority", "subject"],
        Searched = ["subject", "content", "hs_pipeline_stage", "hs_ticket_category", "hs_ticket_id"],
    };

    public static readonly ObjectType Call = new(ObjectTypes.Call, "call", "calls")
    {
        Searched = ["hs_call_title", "hs_body_preview"],
        Required = ["hs_timestamp"],
    };

    private static readonly ObjectType[] All =
    [
        Contact,
        Company,
        Deal,
        Ticket,
        Activity(ObjectTypes.Communication, "communication", "communications"),
        Activity(ObjectTypes.Task, "task", "tasks", "hs_task_subject"),
        Activity(ObjectTypes.Note, "note", "notes"),
        Activity(ObjectTypes.Meeting, "meeting", "meetings", "hs_meeting_title"),
        Call,
        Activity(ObjectTypes.Email, "email", "emails", "hs_email_subject"),
        new(ObjectTypes.User, "user", "users") { Searched = ["hs_email", "hs_given_name", "hs_family_name"] },
        Activity(ObjectTypes.PostalMail, "postal_mail", "postal_mail"),
        new(ObjectTypes.Lead, "lead", "leads") { Defaults = ["hs_lead_name"], Searched = ["hs_lead_name"] },
    ];

    private ObjectType(string id, string singular, string plural)
    {
        Id = id;
        Singular = singular;
        Plural = plural;
    }

    /// <summary>HubSpot's id, e.g. <c>0-1</c>.</summary>
    public string Id { get; }

    public string Singular { get; }

    /// <summary>The key in <c>associations</c> of an answer.</summary>
    public string Plural { get; }

    /// <summary>The name in messages, e.g. <c>CONTACT</c>.</summary>
    public string Name => Singular.ToUpperInvariant();

    /// <summary>The property that says when a record was made.</summary>
    public string Created { get; private init; } = "hs_createdate";

    /// <summary>The property that says when it was last changed. Contacts are the exception.</summary>
    public string Modified { get; private init; } = "hs_lastmodifieddate";

    /// <summary>What cannot be left out when a record is made.</summary>
    public IReadOnlyList<string> Required { get; private init; } = [];

    /// <summary>What comes back when nothing is asked for, without the three properties that always do.</summary>
    public IReadOnlyList<string> Defaults { get; private init; } = [];

    /// <summary>Where the <c>query</c> of a search looks.</summary>
    public IReadOnlyList<string> Searched { get; private init; } = [];

    /// <summary>Notes, tasks, calls and the like, which share the contacts' scopes.</summary>
    public bool IsActivity =>
        Id is ObjectTypes.Call or ObjectTypes.Communication or ObjectTypes.Task or ObjectTypes.Note
        or ObjectTypes.Meeting or ObjectTypes.Email or ObjectTypes.PostalMail;

    /// <summary>
    /// The type a token of a path stands for: singular, plural or id, in any letter case. Null: none.
    /// </summary>
    public static ObjectType? Find(string token) =>
        Array.Find(All, type => type.Id == token
            || type.Singular.Equals(token, StringComparison.OrdinalIgnoreCase)
            || type.Plural.Equals(token, StringComparison.OrdinalIgnoreCase))
        ?? (CustomId().IsMatch(token) ? new ObjectType(token, token, token) { Searched = ["name"] } : null);

    public bool Equals(ObjectType? other) => other?.Id == Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Id;

    /// <summary>The scopes any of which allows to read or to write records of the type.</summary>
    public IReadOnlyList<string> Scopes(Use use)
    {
        var verb = use is Use.Read ? "read" : "write";
        return Id switch
        {
            _ when IsActivity => [$"crm.objects.contacts.{verb}"],
            ObjectTypes.Ticket => ["tickets"],
            _ when Id.StartsWith("2-", StringComparison.Ordinal) => [$"crm.objects.custom.{verb}"],
            _ => [$"crm.objects.{Plural}.{verb}"],
        };
    }

    private static ObjectType Activity(string id, string singular, string plural, params string[] searched) =>
        new(id, singular, plural) { Required = ["hs_timestamp"], Searched = [.. searched, "hs_body_preview"] };

    [GeneratedRegex("^2-[0-9]{1,12}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CustomId();
}

/// <summary>What a route does with records.</summary>
internal enum Use
{
    Read,
    Write,
}
