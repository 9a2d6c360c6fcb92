namespace MockPortal.Data;

public static partial class SeedData
{
    private static void AddDealsAndTickets(PortalDbContext db, DateTimeOffset today)
    {
        foreach (var deal in SeedDeals.Deals)
            AddDeal(db, deal, today);
        foreach (var ticket in SeedDeals.Tickets)
            AddTicket(db, ticket, today);
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
        foreach (var contactId in contacts)
        {
            AddLink(db, type, id, ObjectTypes.Contact, contactId);
            AddLink(db, ObjectTypes.Contact, contactId, type, id);
        }

        if (company is not { } companyId)
            return;
        // A record's only company is its primary one.
        var primary = AssociationTypes.All.First(link => link.From == type && link.To == ObjectTypes.Company && link.IsPrimary);
        AddLink(db, type, id, ObjectTypes.Company, companyId, primary.Id, primary: true);
        AddLink(db, ObjectTypes.Company, companyId, type, id, primary.Back, primary: true);
    }
}
