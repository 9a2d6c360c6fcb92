namespace MockPortal.Data;

public static partial class SeedData
{
    private static void AddDealsAndTickets(PortalDbContext db, DateTimeOffset today)
    {
        foreach (var deal in SeedDeals.Deals)
            AddDeal(db, deal, today);
        foreach (var ticket in SeedDeals.Tickets)
            AddTicket(db, ticket, today);
        AddCounter(db, ObjectTypes.Deal, 5200);
        AddCounter(db, ObjectTypes.Ticket, 6300);
    }

    private static void AddDeal(PortalDbContext db, SeedDeal deal, DateTimeOffset today)
    {
        var created = today.AddDays(-deal.Age);
        AddObject(db, ObjectTypes.Deal, deal.Id, created, created, new()
        {
            ["dealname"] = deal.Name,
            ["amount"] = Text(deal.Amount),
            ["pipeline"] = "default",
            ["dealstage"] = deal.Stage,
            ["closedate"] = Text(today.AddDays(30)),
            ["hubspot_owner_id"] = Text(OwnerId),
            ["createdate"] = Text(created),
            ["hs_lastmodifieddate"] = Text(created),
            ["hs_object_id"] = Text(deal.Id),
        });
        LinkAll(db, ObjectTypes.Deal, deal.Id, deal.Contacts, deal.Company);
    }

    private static void AddTicket(PortalDbContext db, SeedTicket ticket, DateTimeOffset today)
    {
        var created = today.AddDays(-ticket.Age);
        AddObject(db, ObjectTypes.Ticket, ticket.Id, created, created, new()
        {
            ["subject"] = ticket.Subject,
            ["hs_pipeline"] = "0",
            ["hs_pipeline_stage"] = ticket.Stage,
            ["hs_ticket_priority"] = ticket.Priority,
            ["hubspot_owner_id"] = Text(OwnerId),
            ["createdate"] = Text(created),
            ["hs_lastmodifieddate"] = Text(created),
            ["hs_object_id"] = Text(ticket.Id),
        });
        LinkAll(db, ObjectTypes.Ticket, ticket.Id, ticket.Contacts, ticket.Company);
    }

    private static void LinkAll(PortalDbContext db, string type, long id, IEnumerable<long> contacts, long? company)
    {
        var others = contacts.Select(contact => (Type: ObjectTypes.Contact, Id: contact));
        if (company is { } companyId)
            others = others.Append((ObjectTypes.Company, companyId));
        foreach (var other in others)
        {
            AddLink(db, type, id, other.Type, other.Id, 0, primary: false);
            AddLink(db, other.Type, other.Id, type, id, 0, primary: false);
        }
    }
}
