using System.Globalization;
using MockPortal.Data;

namespace MockPortal.Benchmarks.Data;

/// <summary>Contacts that look like life: names that repeat, numbers of several countries that do not.</summary>
internal static class People
{
    /// <summary>The first id; those of the demo data are below it.</summary>
    public const long FirstId = 100_001;

    private static readonly DateTimeOffset Beginning = new(2024, 1, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] FirstNames =
    [
        "Amara", "Anton", "Beatriz", "Björn", "Chiara", "Dmitri", "Elif", "Emma", "Farid", "Fiona", "George", "Hannah", "Hiro",
        "Ines", "Jakub", "Jürgen", "Kavya", "Lars", "Leila", "Louis", "Mateo", "Mei", "Nadia", "Noah", "Olga", "Owen", "Petra",
        "Quentin", "Rafael", "Rosa", "Sanjay", "Sofia", "Tomás", "Ulrike", "Viktor", "Wanda", "Xavier", "Yara", "Zoë",
    ];

    private static readonly string[] LastNames =
    [
        "Adeyemi", "Bauer", "Bianchi", "Castillo", "Chen", "Dubois", "Eriksen", "Fernández", "Fischer", "García", "Grünwald",
        "Haddad", "Ito", "Jansen", "Johansson", "Kowalski", "Kumar", "Lefèvre", "Lindqvist", "Moreau", "Murphy", "Nakamura",
        "Novak", "O'Brien", "Okafor", "Oliveira", "Papadopoulos", "Quinn", "Rossi", "Schneider", "Silva", "Singh", "Suzuki",
        "Tanaka", "Taylor", "Ueda", "Vargas", "Wagner", "Whitfield", "Xu", "Yilmaz", "Zhang", "Zimmermann",
    ];

    private static readonly string[] Companies =
        ["Harbor & Pine", "Bäckerei Grünwald", "Northwind Cycles", "Sakura Print", "Quiet Mill", "Atlas Freight", "Linden Optik"];

    private static readonly string[] Stages = ["lead", "subscriber", "opportunity", "customer", "marketingqualifiedlead"];

    private static readonly string[] LeadStatuses = ["NEW", "OPEN", "IN_PROGRESS", "CONNECTED", "BAD_TIMING"];

    private static readonly (string Code, string City, string Country, int Digits)[] Areas =
    [
        ("1", "San Francisco", "United States", 10), ("4930", "Berlin", "Germany", 8), ("4989", "München", "Germany", 8),
        ("4420", "London", "United Kingdom", 8), ("331", "Paris", "France", 8), ("813", "Tokyo", "Japan", 8),
        ("34", "Madrid", "Spain", 9), ("46", "Stockholm", "Sweden", 9),
    ];

    /// <summary>Which of how many people a row is about: every one of them is called about as often as the others.</summary>
    public static long IdOf(int number, int people) => FirstId + number * 7919L % people;

    /// <summary>The number of a person in E.164 without its plus. No two people share one.</summary>
    public static string PhoneOf(long id)
    {
        var area = Areas[id % Areas.Length];
        // Multiplied with a number that has no divisor in common with the range, all are different and none follows another.
        var range = (long)Math.Pow(10, Math.Min(8, area.Digits));
        var local = (id * 48_271_939L % range).ToString(CultureInfo.InvariantCulture).PadLeft(area.Digits, '7');
        return area.Code + local;
    }

    public static string FirstNameOf(long id) => FirstNames[id * 31 % FirstNames.Length];

    public static string NameOf(long id) => $"{FirstNameOf(id)} {LastNameOf(id)}";

    public static IEnumerable<CrmObject> Contacts(long portalId, int count) =>
        Enumerable.Range(0, count).Select(index => Contact(portalId, FirstId + index));

    private static string LastNameOf(long id) => LastNames[id / 7 % LastNames.Length];

    private static CrmObject Contact(long portalId, long id)
    {
        var area = Areas[id % Areas.Length];
        var country = area.Code[..Math.Min(2, area.Code.Length)];
        var (phone, company) = (PhoneOf(id), Companies[id / 3 % Companies.Length]);
        var mobile = id % 3 == 0 ? $"49171{id * 7_919_777L % 10_000_000:0000000}" : null;
        var created = Beginning.AddMinutes(id - FirstId);
        var contact = new CrmObject
        {
            PortalId = portalId,
            ObjectTypeId = ObjectTypes.Contact,
            Id = id,
            Name = "",
            SearchText = "",
            CreatedAt = created,
        };
        contact.Set(new Dictionary<string, string?>
        {
            ["firstname"] = FirstNameOf(id),
            ["lastname"] = LastNameOf(id),
            ["email"] = $"person{id}@{company.Split(' ')[0].ToLowerInvariant()}.example",
            ["phone"] = $"+{phone}",
            ["mobilephone"] = mobile is null ? null : $"+{mobile}",
            ["company"] = company,
            ["city"] = area.City,
            ["country"] = area.Country,
            ["lifecyclestage"] = Stages[id % 11 % Stages.Length],
            ["hs_lead_status"] = LeadStatuses[id % 13 % LeadStatuses.Length],
            ["hubspot_owner_id"] = $"{SeedData.OwnerId + id % 17 % 5}",
            ["createdate"] = HubSpotTime.Format(created),
            ["lastmodifieddate"] = HubSpotTime.Format(created.AddDays(1)),
            ["hs_object_id"] = $"{id}",
            ["hs_searchable_calculated_phone_number"] = phone[country.Length..],
            ["hs_searchable_calculated_international_phone_number"] = phone,
            ["hs_calculated_phone_number"] = $"+{phone}",
            ["hs_searchable_calculated_mobile_number"] = mobile?[2..],
            ["hs_searchable_calculated_international_mobile_number"] = mobile,
            ["hs_calculated_mobile_number"] = mobile is null ? null : $"+{mobile}",
        }, created.AddDays(1));
        return contact;
    }

    /// <summary>The digits a calling app looks a caller up by: without the country's code.</summary>
    public static string NationalOf(long id)
    {
        var area = Areas[id % Areas.Length];
        return PhoneOf(id)[Math.Min(2, area.Code.Length)..];
    }
}
