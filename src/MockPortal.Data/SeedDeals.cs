namespace MockPortal.Data;

/// <summary>A deal of the demo data.</summary>
internal sealed record SeedDeal(long Id, string Name)
{
    public required int Amount { get; init; }

    /// <summary>A stage of HubSpot's own sales pipeline, by its internal name.</summary>
    public required string Stage { get; init; }

    public required long[] Contacts { get; init; }

    public long? Company { get; init; }

    /// <summary>How many days ago it was created.</summary>
    public required int Age { get; init; }
}

/// <summary>A ticket of the demo data.</summary>
internal sealed record SeedTicket(long Id, string Subject)
{
    /// <summary>A stage of HubSpot's own support pipeline: 1 new, 2 waiting on contact, 3 waiting on us, 4 closed.</summary>
    public required string Stage { get; init; }

    public string? Priority { get; init; }

    public required long[] Contacts { get; init; }

    public long? Company { get; init; }

    public required int Age { get; init; }
}

/// <summary>Deals and tickets have no number of their own: one calls the people they are about.</summary>
internal static class SeedDeals
{
    public static readonly SeedDeal[] Deals =
    [
        // Two people to call.
        new(5101, "Harbor & Pine: espresso machines for three shops")
        {
            Amount = 24500, Stage = "contractsent", Contacts = [101, 151], Company = 9001, Age = 40,
        },
        new(5108, "Grünwald: neue Backstraße")
        {
            Amount = 180000, Stage = "presentationscheduled", Contacts = [204], Company = 9027, Age = 25,
        },
        // Its only contact has no number.
        new(5123, "Quiet Mill: studio rental")
        {
            Amount = 3200, Stage = "appointmentscheduled", Contacts = [617], Company = 9085, Age = 12,
        },
        // Nobody to call.
        new(5140, "Spare parts, unclaimed")
        {
            Amount = 0, Stage = "closedlost", Contacts = [], Age = 5,
        },
    ];

    public static readonly SeedTicket[] Tickets =
    [
        new(6207, "Phone line drops after two minutes")
        {
            Stage = "3", Priority = "HIGH", Contacts = [318], Company = 9014, Age = 6,
        },
        new(6215, "Faktura skickad till fel adress")
        {
            Stage = "2", Priority = "LOW", Contacts = [845, 530], Company = 9066, Age = 3,
        },
        new(6230, "How do I change my delivery address?")
        {
            Stage = "1", Contacts = [377], Age = 1,
        },
    ];
}
