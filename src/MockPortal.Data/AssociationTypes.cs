namespace MockPortal.Data;

/// <summary>HubSpot's association types for the pairs a calling app meets. An id belongs to a direction.</summary>
public static class AssociationTypes
{
    public const string HubSpotDefined = "HUBSPOT_DEFINED";
    public const string UserDefined = "USER_DEFINED";

    public const int ContactToPrimaryCompany = 1;
    public const int PrimaryCompanyToContact = 2;

    private const string Primary = "Primary";

    /// <summary>Both directions of every type.</summary>
    public static IReadOnlyList<AssociationType> All { get; } =
    [
        .. Pair(ObjectTypes.Call, ObjectTypes.Contact, 194, 193),
        .. Pair(ObjectTypes.Call, ObjectTypes.Company, 182, 181),
        .. Pair(ObjectTypes.Call, ObjectTypes.Deal, 206, 205),
        .. Pair(ObjectTypes.Call, ObjectTypes.Ticket, 220, 219),
        .. Pair(ObjectTypes.Call, ObjectTypes.Lead, 597, 596),
        .. Pair(ObjectTypes.Call, ObjectTypes.Meeting, 399, 400),
        .. Pair(ObjectTypes.Contact, ObjectTypes.Company, 279, 280),
        .. Pair(ObjectTypes.Contact, ObjectTypes.Company, ContactToPrimaryCompany, PrimaryCompanyToContact, Primary),
        .. Pair(ObjectTypes.Contact, ObjectTypes.Company, 931, 930, "Billing contact"),
        new AssociationType(ObjectTypes.Contact, ObjectTypes.Contact, 449, 449, Label: null),
        new AssociationType(ObjectTypes.Company, ObjectTypes.Company, 450, 450, Label: null),
        new AssociationType(ObjectTypes.Company, ObjectTypes.Company, 13, 14, "Child company"),
        new AssociationType(ObjectTypes.Company, ObjectTypes.Company, 14, 13, "Parent company"),
        .. Pair(ObjectTypes.Contact, ObjectTypes.Deal, 4, 3),
        .. Pair(ObjectTypes.Contact, ObjectTypes.Ticket, 15, 16),
        .. Pair(ObjectTypes.Company, ObjectTypes.Deal, 342, 341),
        .. Pair(ObjectTypes.Company, ObjectTypes.Deal, 6, 5, Primary),
        .. Pair(ObjectTypes.Company, ObjectTypes.Ticket, 340, 339),
        .. Pair(ObjectTypes.Company, ObjectTypes.Ticket, 25, 26, Primary),
        .. Pair(ObjectTypes.Contact, ObjectTypes.Note, 201, 202),
        .. Pair(ObjectTypes.Contact, ObjectTypes.Task, 203, 204),
        .. Pair(ObjectTypes.Contact, ObjectTypes.Meeting, 199, 200),
        .. Pair(ObjectTypes.Contact, ObjectTypes.Email, 197, 198),
        .. Pair(ObjectTypes.Contact, ObjectTypes.Communication, 82, 81),
        .. Pair(ObjectTypes.Company, ObjectTypes.Note, 189, 190),
        .. Pair(ObjectTypes.Company, ObjectTypes.Task, 191, 192),
        .. Pair(ObjectTypes.Company, ObjectTypes.Meeting, 187, 188),
        .. Pair(ObjectTypes.Company, ObjectTypes.Email, 185, 186),
        .. Pair(ObjectTypes.Company, ObjectTypes.Communication, 88, 87),
    ];

    /// <summary>The type with this id from one object type to another; null: there is none.</summary>
    public static AssociationType? Find(string fromTypeId, string toTypeId, int id) =>
        All.FirstOrDefault(type => type.Id == id && type.From == fromTypeId && type.To == toTypeId);

    /// <summary>The plain type from one object type to another; null for a pair HubSpot does not link.</summary>
    public static AssociationType? Plain(string fromTypeId, string toTypeId) =>
        All.FirstOrDefault(type => type.From == fromTypeId && type.To == toTypeId && type.Label is null);

    /// <summary>The id of the plain type.</summary>
    public static int? Default(string fromTypeId, string toTypeId) => Plain(fromTypeId, toTypeId)?.Id;

    private static AssociationType[] Pair(string from, string to, int id, int back, string? label = null) =>
        [new(from, to, id, back, label), new(to, from, back, id, label)];
}

/// <summary>One direction of an association type.</summary>
/// <param name="From">The object type it begins at.</param>
/// <param name="To">The object type it leads to.</param>
/// <param name="Id">HubSpot's id.</param>
/// <param name="Back">The id of the same association seen from the other side.</param>
/// <param name="Label">What users see; null for the plain link, which every labelled one carries along.</param>
public sealed record AssociationType(string From, string To, int Id, int Back, string? Label)
{
    /// <summary><c>HUBSPOT_DEFINED</c>, or <c>USER_DEFINED</c> for a label the portal made.</summary>
    public string Category { get; init; } = AssociationTypes.HubSpotDefined;

    /// <summary>The one company a record mainly belongs to: at most one, seen from the record.</summary>
    public bool IsPrimary => Label == "Primary" && Category == AssociationTypes.HubSpotDefined;
}
