using System.Globalization;

namespace MockPortal.Data;

/// <summary>
/// What a new portal starts with: people and companies that look like life, and the odd ones that break a widget.
/// The ids never change, so tests and demos can name them. All numbers are reserved for fiction or unassigned.
/// </summary>
public static partial class SeedData
{
    /// <summary>The portal that exists from the first start.</summary>
    public const long DefaultPortalId = 20260001;

    /// <summary>The owner id of the portal's user.</summary>
    public const long OwnerId = 41180023;

    /// <summary>The user id of the same person; widgets that mix the two up are found out.</summary>
    public const long UserId = 9120457;

    /// <summary>Adds the demo data to the context, for its portal. The caller saves.</summary>
    /// <param name="db">A context whose portal exists and has no data yet.</param>
    /// <param name="now">The present; the records are made to look older than it.</param>
    public static void AddDemo(PortalDbContext db, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        // HubSpot leaves zero milliseconds out, so whole seconds keep the properties short.
        var today = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);

        db.Owners.Add(DemoOwner(db.PortalId, today));
        foreach (var company in SeedCompanies.All)
            AddCompany(db, company, today);
        AddDealsAndTickets(db, today);
        foreach (var contact in SeedContacts.All)
            AddContact(db, contact, today);

        foreach (var task in SeedTasks.All)
            AddTask(db, task, today);

        AddCounters(db);
    }

    /// <summary>The user of a portal that names no other.</summary>
    public static Owner DemoOwner(long portalId, DateTimeOffset now) => new()
    {
        PortalId = portalId,
        Id = OwnerId,
        UserId = UserId,
        Email = "robin.vega@mockportal.example",
        FirstName = "Robin",
        LastName = "Vega",
        CreatedAt = now.AddDays(-400),
        UpdatedAt = now.AddDays(-30),
    };

    /// <summary>Where the ids go on that a portal gives out; whatever it starts with, they look alike.</summary>
    public static void AddCounters(PortalDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        AddCounter(db, ObjectTypes.Contact, 1100);
        AddCounter(db, ObjectTypes.Company, 9100);
        AddCounter(db, ObjectTypes.Deal, 5200);
        AddCounter(db, ObjectTypes.Ticket, 6300);
        AddCounter(db, ObjectTypes.Task, 7100);
        AddCounter(db, ObjectTypes.Call, 70010000);
    }

    private static void AddCompany(PortalDbContext db, SeedCompany company, DateTimeOffset today)
    {
        var created = today.AddDays(-company.Age);
        var updated = today.AddDays(-company.Age / 3.0);
        var contacts = SeedContacts.All.Count(contact => contact.Companies.Contains(company.Id));
        AddObject(db, ObjectTypes.Company, company.Id, created, updated, new()
        {
            ["name"] = company.Name,
            ["domain"] = company.Domain,
            ["website"] = $"https://www.{company.Domain}",
            ["phone"] = company.Phone,
            ["industry"] = company.Industry,
            ["city"] = company.City,
            ["country"] = company.Country,
            ["numberofemployees"] = Text(company.Employees),
            ["lifecyclestage"] = company.Stage,
            ["hubspot_owner_id"] = Text(OwnerId),
            ["num_associated_contacts"] = Text(contacts),
            ["createdate"] = Text(created),
            ["hs_lastmodifieddate"] = Text(updated),
            ["hs_object_id"] = Text(company.Id),
        });
    }

    private static void AddContact(PortalDbContext db, SeedContact contact, DateTimeOffset today)
    {
        var created = today.AddDays(-contact.Age);
        var updated = today.AddDays(-contact.Age / 3.0);
        var primary = SeedCompanies.All.FirstOrDefault(company => contact.Companies.FirstOrDefault() == company.Id);
        AddObject(db, ObjectTypes.Contact, contact.Id, created, updated, new()
        {
            ["firstname"] = contact.First,
            ["lastname"] = contact.Last,
            ["email"] = contact.Email,
            ["phone"] = contact.Phone,
            ["mobilephone"] = contact.Mobile,
            ["hs_whatsapp_phone_number"] = contact.WhatsApp,
            ["jobtitle"] = contact.Title,
            ["company"] = primary?.Name,
            ["associatedcompanyid"] = primary is null ? null : Text(primary.Id),
            ["city"] = contact.City ?? primary?.City,
            ["country"] = contact.Country ?? primary?.Country,
            ["lifecyclestage"] = contact.Stage,
            ["hs_lead_status"] = contact.LeadStatus,
            ["hubspot_owner_id"] = contact.Owned ? Text(OwnerId) : null,
            ["createdate"] = Text(created),
            ["lastmodifieddate"] = Text(updated),
            ["hs_object_id"] = Text(contact.Id),
        });

        foreach (var (companyId, position) in contact.Companies.Select((id, index) => (id, index)))
            Link(db, contact.Id, companyId, primary: position == 0);
    }

    private static void AddTask(PortalDbContext db, SeedTask task, DateTimeOffset today)
    {
        var created = today.AddDays(-14);
        var due = today.AddDays(task.DueInDays);
        AddObject(db, ObjectTypes.Task, task.Id, created, task.Completed ? due : created, new()
        {
            ["hs_task_type"] = "CALL",
            ["hs_task_subject"] = task.Subject,
            ["hs_task_status"] = task.Completed ? "COMPLETED" : "NOT_STARTED",
            ["hs_task_completion_date"] = task.Completed ? Text(due) : null,
            ["hs_timestamp"] = Text(due),
            ["hubspot_owner_id"] = Text(OwnerId),
            ["hs_createdate"] = Text(created),
            ["hs_lastmodifieddate"] = Text(task.Completed ? due : created),
            ["hs_object_id"] = Text(task.Id),
        });
        AddLink(db, ObjectTypes.Task, task.Id, ObjectTypes.Contact, task.ContactId);
        AddLink(db, ObjectTypes.Contact, task.ContactId, ObjectTypes.Task, task.Id);
    }

    /// <summary>Both directions; the primary type always stands beside the unlabelled one.</summary>
    private static void Link(PortalDbContext db, long contactId, long companyId, bool primary)
    {
        const string contact = ObjectTypes.Contact;
        const string company = ObjectTypes.Company;
        AddLink(db, contact, contactId, company, companyId, AssociationTypes.ContactToPrimaryCompany, primary);
        AddLink(db, company, companyId, contact, contactId, AssociationTypes.PrimaryCompanyToContact, primary);
    }

    private static void AddLink(
        PortalDbContext db, string fromType, long fromId, string toType, long toId, int primaryTypeId = 0, bool primary = false)
    {
        int[] unlabelled = [AssociationTypes.Default(fromType, toType)!.Value];
        foreach (var typeId in primary ? [primaryTypeId, .. unlabelled] : unlabelled)
        {
            db.Associations.Add(new Association
            {
                PortalId = db.PortalId,
                FromTypeId = fromType,
                FromId = fromId,
                ToTypeId = toType,
                ToId = toId,
                Category = AssociationTypes.HubSpotDefined,
                TypeId = typeId,
            });
        }
    }

    private static void AddObject(
        PortalDbContext db,
        string objectTypeId,
        long id,
        DateTimeOffset created,
        DateTimeOffset updated,
        Dictionary<string, string?> properties)
    {
        var item = new CrmObject
        {
            PortalId = db.PortalId,
            ObjectTypeId = objectTypeId,
            Id = id,
            Name = "",
            SearchText = "",
            CreatedAt = created,
        };
        item.Set(properties, updated);
        db.Objects.Add(item);
    }

    private static void AddCounter(PortalDbContext db, string kind, long last) =>
        db.Counters.Add(new Counter { PortalId = db.PortalId, Kind = kind, Last = last });

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
