namespace MockPortal.Data;

/// <summary>A company of the demo data.</summary>
internal sealed record SeedCompany(long Id, string Name, string Domain)
{
    public string? Phone { get; init; }

    /// <summary>HubSpot's internal value.</summary>
    public required string Industry { get; init; }

    public required string City { get; init; }

    public required string Country { get; init; }

    public required int Employees { get; init; }

    public string Stage { get; init; } = "customer";

    /// <summary>How many days ago it was created.</summary>
    public required int Age { get; init; }
}

/// <summary>The companies of the demo data.</summary>
internal static class SeedCompanies
{
    public static readonly SeedCompany[] All =
    [
        // Its number is also Tom Okafor's.
        new(9001, "Harbor & Pine Coffee Roasters", "harborandpine.example")
        {
            Phone = "(415) 555-0100", Industry = "FOOD_BEVERAGES",
            City = "San Francisco", Country = "United States", Employees = 48, Age = 310,
        },
        new(9014, "Lumen Orchard Ltd", "lumenorchard.example")
        {
            Phone = "+44 20 7946 0321", Industry = "RENEWABLES_ENVIRONMENT",
            City = "London", Country = "United Kingdom", Employees = 120, Age = 288,
        },
        new(9027, "Bäckerei Grünwald GmbH & Co. KG", "baeckerei-gruenwald.example")
        {
            Phone = "030 23125-100", Industry = "FOOD_PRODUCTION",
            City = "Berlin", Country = "Germany", Employees = 35, Age = 254,
        },
        new(9033, "Atelier Clément", "atelier-clement.example")
        {
            Phone = "01 99 00 47 00", Industry = "DESIGN",
            City = "Lyon", Country = "France", Employees = 6, Stage = "opportunity", Age = 201,
        },
        new(9048, "星見ソフト株式会社", "hoshimi-soft.example")
        {
            Phone = "+81 3-0000-0140", Industry = "COMPUTER_SOFTWARE",
            City = "東京", Country = "Japan", Employees = 310, Stage = "opportunity", Age = 187,
        },
        new(9052, "Wattle Creek Freight Pty Ltd", "wattlecreek.example")
        {
            Phone = "(02) 5550 4400", Industry = "LOGISTICS_AND_SUPPLY_CHAIN",
            City = "Newcastle", Country = "Australia", Employees = 86, Age = 140,
        },
        new(9066, "Fjärilen Vård AB", "fjarilenvard.example")
        {
            Phone = "08-465 004 00", Industry = "HOSPITAL_HEALTH_CARE",
            City = "Stockholm", Country = "Sweden", Employees = 540, Age = 122,
        },
        new(9071,
            "Worshipful Society of Independent Bookbinders, Letterpress Printers and Paper Conservators of Manchester",
            "bookbinders-and-paper-conservators.example")
        {
            Phone = "0161 496 0100", Industry = "PRINTING",
            City = "Manchester", Country = "United Kingdom", Employees = 3, Stage = "lead", Age = 97,
        },
        // No number at all: Call has nothing to dial.
        new(9085, "Quiet Mill Studio", "quietmill.example")
        {
            Industry = "MEDIA_PRODUCTION",
            City = "Vancouver", Country = "Canada", Employees = 4, Stage = "lead", Age = 44,
        },
        new(9093, "Brightwater Clinics", "brightwaterclinics.example")
        {
            Phone = "+1 646-555-0110 ext. 1", Industry = "HOSPITAL_HEALTH_CARE",
            City = "New York", Country = "United States", Employees = 1250, Age = 21,
        },
    ];
}
