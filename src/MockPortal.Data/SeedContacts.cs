namespace MockPortal.Data;

/// <summary>A contact of the demo data. Numbers are as somebody typed them.</summary>
internal sealed record SeedContact(long Id, string? First, string? Last)
{
    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Mobile { get; init; }

    public string? WhatsApp { get; init; }

    public string? Title { get; init; }

    /// <summary>The first one is the primary company.</summary>
    public long[] Companies { get; init; } = [];

    /// <summary>Null: where the primary company is.</summary>
    public string? City { get; init; }

    public string? Country { get; init; }

    public string Stage { get; init; } = "customer";

    public string? LeadStatus { get; init; }

    public bool Owned { get; init; } = true;

    /// <summary>How many days ago it was created.</summary>
    public required int Age { get; init; }
}

/// <summary>The contacts of the demo data. A comment says what is odd about one.</summary>
internal static class SeedContacts
{
    public static readonly SeedContact[] All =
    [
        new(101, "Nora", "Castillo")
        {
            Email = "nora.castillo@harborandpine.example", Phone = "+14155550132", Mobile = "+1 415-555-0178",
            Title = "Head of Purchasing", Companies = [9001], LeadStatus = "CONNECTED", Age = 300,
        },
        // His number is also the company's.
        new(151, "Tom", "Okafor")
        {
            Email = "tom@harborandpine.example", Phone = "(415) 555-0100",
            Title = "Store Manager", Companies = [9001], LeadStatus = "OPEN", Age = 296,
        },
        new(204, "Jürgen", "Größmann")
        {
            Email = "j.groessmann@baeckerei-gruenwald.example", Phone = "030 23125 104", Mobile = "+49 171 3920017",
            Title = "Einkaufsleiter", Companies = [9027], LeadStatus = "IN_PROGRESS", Age = 250,
        },
        new(207, "Zoë", "Grünwald")
        {
            Email = "zoe@baeckerei-gruenwald.example", Phone = "+49 30 23125-101", Mobile = "0171 3920042",
            Title = "Geschäftsführerin", Companies = [9027], LeadStatus = "CONNECTED", Age = 249,
        },
        new(260, "Amélie", "Lefèvre-Dubois")
        {
            Email = "amelie@atelier-clement.example", Phone = "01 99 00 47 12", Mobile = "+33 6 39 98 21 07",
            Title = "Directrice artistique", Companies = [9033], Stage = "opportunity",
            LeadStatus = "OPEN_DEAL", Age = 200,
        },
        // Extensions, written three ways; and a second company that is not her primary one.
        new(318, "Priya", "Raman")
        {
            Email = "priya.raman@lumenorchard.example", Phone = "+44 20 7946 0321 ext. 12", Mobile = "07700 900461",
            Title = "Operations Director", Companies = [9014, 9071], LeadStatus = "CONNECTED", Age = 198,
        },
        new(319, "Callum", "Fraser")
        {
            Email = "callum.fraser@lumenorchard.example", Phone = "020 7946 0321 x204",
            Title = "Site Engineer", Companies = [9014], LeadStatus = "ATTEMPTED_TO_CONTACT", Age = 197,
        },
        new(344, "Kim", null)
        {
            Email = "kim@example.com", Phone = "+1-212-555-0147;ext=33",
            City = "New York", Country = "United States", Stage = "lead", LeadStatus = "NEW", Age = 180,
        },
        // Two people, one landline: a caller id match finds both.
        new(377, "Hannah", "Whitfield")
        {
            Email = "hannah.whitfield@example.org", Phone = "+44 20 7946 0955", Mobile = "+44 7700 900118",
            City = "London", Country = "United Kingdom", Stage = "lead", LeadStatus = "OPEN", Age = 171,
        },
        new(402, "Owen", "Whitfield")
        {
            Email = "owen.whitfield@example.org", Phone = "+44 20 7946 0955",
            City = "London", Country = "United Kingdom", Stage = "lead", LeadStatus = "NEW", Age = 170,
        },
        new(455, "美咲", "佐藤")
        {
            Email = "misaki.sato@hoshimi-soft.example", Phone = "+81 3-0000-0148", Mobile = "+81 90-0000-0162",
            Title = "購買部長", Companies = [9048], Stage = "opportunity", LeadStatus = "IN_PROGRESS", Age = 160,
        },
        new(461, "小明", "王")
        {
            Email = "xiaoming.wang@example.net", Mobile = "+86 10 0000 0136",
            City = "北京", Country = "China", Stage = "subscriber", Owned = false, Age = 155,
        },
        new(512, "Liam", "O'Connell")
        {
            Email = "liam.oconnell@wattlecreek.example", Phone = "(02) 5550 4417", Mobile = "0491 570 156",
            Title = "Fleet Coordinator", Companies = [9052], LeadStatus = "CONNECTED", Age = 138,
        },
        new(530, "Astrid", "Ångström")
        {
            Email = "astrid.angstrom@fjarilenvard.example", Phone = "08-465 004 21", Mobile = "+46 70 174 06 12",
            Title = "Verksamhetschef", Companies = [9066], LeadStatus = "BAD_TIMING", Age = 120,
        },
        // Names can be long.
        new(548,
            "Maximiliane-Charlotte Alexandra",
            "Freifrau von Hohenstein-Wartburg zu Altenbrück und Niederlichtenfels")
        {
            Email = "maximiliane-charlotte.von-hohenstein-wartburg-zu-altenbrueck@example.com",
            Phone = "+49 89 99998 731",
            Title = "Vorstandsvorsitzende der Gesellschaft zur Erhaltung historischer Fernmeldeanlagen",
            City = "München", Country = "Germany", Stage = "lead", LeadStatus = "NEW", Age = 110,
        },
        // No number.
        new(617, "Beatriz", "Salgado")
        {
            Email = "beatriz@quietmill.example",
            Title = "Producer", Companies = [9085], Stage = "lead", LeadStatus = "UNQUALIFIED", Age = 43,
        },
        // No name: the e-mail stands for it.
        new(644, null, null)
        {
            Email = "front.desk@quietmill.example", Phone = "+1 604-555-0161",
            Companies = [9085], Stage = "subscriber", Owned = false, Age = 42,
        },
        // Text that looks like HTML must stay text.
        new(702, "Robert", "<b>\"Bob\"</b> Hughes & Sons")
        {
            Email = "bob@example.com", Phone = "+1 206-555-0155",
            Title = "<script>alert('title')</script> Buyer",
            City = "Seattle", Country = "United States", Stage = "lead", LeadStatus = "NEW", Age = 41,
        },
        new(733, "فاطمة", "الراشد")
        {
            Email = "fatima@example.org", Phone = "+44 20 7946 0777",
            City = "London", Country = "United Kingdom", Stage = "marketingqualifiedlead",
            LeadStatus = "OPEN", Age = 40,
        },
        // A number with a remark in it.
        new(790, "Diego", "Fernández")
        {
            Email = "diego@example.net", Phone = "555-0199 (after 5 pm)", Mobile = "(305) 555-0124",
            City = "Miami", Country = "United States", Stage = "salesqualifiedlead",
            LeadStatus = "ATTEMPTED_TO_CONTACT", Age = 36,
        },
        // The same number twice.
        new(812, "Grace", "Mbeki")
        {
            Email = "grace.mbeki@example.com", Phone = "+1 646-555-0183", Mobile = "+1 646-555-0183",
            Title = "Consultant", City = "New York", Country = "United States", Stage = "evangelist", Age = 35,
        },
        // Three numbers.
        new(845, "Sven", "Lindqvist")
        {
            Email = "sven.lindqvist@fjarilenvard.example", Phone = "08-465 004 35", Mobile = "070-174 06 44",
            WhatsApp = "+46 70 174 06 45", Title = "IT-chef", Companies = [9066], LeadStatus = "CONNECTED", Age = 33,
        },
        new(901, "悠希", "田中")
        {
            Email = "yuki.tanaka@hoshimi-soft.example", Mobile = "+81 90-0000-0171",
            Title = "エンジニア", Companies = [9048], Stage = "opportunity", LeadStatus = "NEW", Age = 30,
        },
        new(933, "Chloé", "Martin")
        {
            Email = "chloe@atelier-clement.example", Mobile = "06 39 98 55 30",
            Title = "Maquettiste", Companies = [9033], Stage = "opportunity", LeadStatus = "OPEN_DEAL", Age = 28,
        },
        new(958, "Jack", "Nguyen")
        {
            Email = "jack.nguyen@wattlecreek.example", Mobile = "+61491570006",
            Title = "Dispatcher", Companies = [9052], LeadStatus = "IN_PROGRESS", Age = 24,
        },
        new(977, "Harriet", "Blackwood")
        {
            Email = "harriet@bookbinders-and-paper-conservators.example", Phone = "0161 496 0142",
            Title = "Secretary", Companies = [9071], Stage = "lead", LeadStatus = "OPEN", Age = 22,
        },
        new(1004, "Elif", "Yılmaz")
        {
            Email = "elif.yilmaz@example.org", Phone = "+49 221 4710 318",
            Title = "Steuerberaterin", City = "Köln", Country = "Germany", Stage = "other", Age = 12,
        },
        new(1013, "Marcus", "Hale")
        {
            Email = "marcus.hale@brightwaterclinics.example", Phone = "+1 646-555-0110 ext. 7", Mobile = "6465550119",
            Title = "Chief of Staff", Companies = [9093], LeadStatus = "CONNECTED", Age = 9,
        },
    ];
}
