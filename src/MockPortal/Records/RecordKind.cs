using MockPortal.Data;
using MockPortal.Layout;

namespace MockPortal.Records;

/// <summary>A type of record that has a list, and what stands in its columns.</summary>
public sealed record RecordKind
{
    public required string ObjectTypeId { get; init; }

    /// <summary>The plural, which is also the heading of the list.</summary>
    public required string Title { get; init; }

    public required Section Section { get; init; }

    public required string SearchHint { get; init; }

    public string NumbersLabel { get; init; } = "Numbers";

    public required string ContextLabel { get; init; }

    public required string PlaceLabel { get; init; }

    /// <summary>What stands below the name.</summary>
    public required Func<CrmObject, string?> Detail { get; init; }

    public required Func<CrmObject, string?> Context { get; init; }

    public required Func<CrmObject, string?> Place { get; init; }

    /// <summary>It has numbers of its own; otherwise one calls the contacts associated with it.</summary>
    public bool HasNumbers { get; init; }

    public bool HasEmail { get; init; }

    public static IReadOnlyList<RecordKind> All { get; } =
    [
        new()
        {
            ObjectTypeId = ObjectTypes.Contact, Title = "Contacts", Section = Section.Contacts,
            SearchHint = "Name, e-mail, company or number", ContextLabel = "Company", PlaceLabel = "Place",
            Detail = item => item["jobtitle"], Context = item => item["company"], Place = Address,
            HasNumbers = true, HasEmail = true,
        },
        new()
        {
            ObjectTypeId = ObjectTypes.Company, Title = "Companies", Section = Section.Companies,
            SearchHint = "Name, domain, city or number", ContextLabel = "Industry", PlaceLabel = "Place",
            Detail = item => item["domain"], Context = item => item["industry"] is { } code ? Format.Words(code) : null,
            Place = Address, HasNumbers = true,
        },
        new()
        {
            ObjectTypeId = ObjectTypes.Deal, Title = "Deals", Section = Section.Deals, SearchHint = "Deal name",
            NumbersLabel = "Associated contacts", ContextLabel = "Stage", PlaceLabel = "Amount",
            Detail = _ => null, Context = item => Pipelines.DealStage(item["dealstage"]), Place = item => item["amount"],
        },
        new()
        {
            ObjectTypeId = ObjectTypes.Ticket, Title = "Tickets", Section = Section.Tickets, SearchHint = "Ticket name",
            NumbersLabel = "Associated contacts", ContextLabel = "Status", PlaceLabel = "Priority",
            Detail = _ => null, Context = item => Pipelines.TicketStage(item["hs_pipeline_stage"]),
            Place = item => item["hs_ticket_priority"] is { } code ? Format.Words(code) : null,
        },
    ];

    public static RecordKind? Of(string objectTypeId) => All.FirstOrDefault(kind => kind.ObjectTypeId == objectTypeId);

    private static string Address(CrmObject item) => string.Join(", ", new[] { item["city"], item["country"] }.OfType<string>());
}

/// <summary>The stages of HubSpot's own pipelines; one a portal made itself stands for itself.</summary>
internal static class Pipelines
{
    /// <summary>By internal name, in their order.</summary>
    public static IReadOnlyDictionary<string, string> Deals { get; } = new OrderedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["appointmentscheduled"] = "Appointment scheduled",
        ["qualifiedtobuy"] = "Qualified to buy",
        ["presentationscheduled"] = "Presentation scheduled",
        ["decisionmakerboughtin"] = "Decision maker bought-in",
        ["contractsent"] = "Contract sent",
        ["closedwon"] = "Closed won",
        ["closedlost"] = "Closed lost",
    };

    public static IReadOnlyDictionary<string, string> Tickets { get; } = new OrderedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["1"] = "New",
        ["2"] = "Waiting on contact",
        ["3"] = "Waiting on us",
        ["4"] = "Closed",
    };

    public static string? DealStage(string? stage) => stage is null ? null : Deals.GetValueOrDefault(stage, stage);

    public static string? TicketStage(string? stage) => stage is null ? null : Tickets.GetValueOrDefault(stage, stage);
}
