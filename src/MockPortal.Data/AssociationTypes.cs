namespace MockPortal.Data;

/// <summary>HubSpot's unlabelled association types for the pairs a calling app meets. The id belongs to a direction.</summary>
public static class AssociationTypes
{
    public const string HubSpotDefined = "HUBSPOT_DEFINED";

    public const int ContactToPrimaryCompany = 1;
    public const int PrimaryCompanyToContact = 2;

    /// <summary>The default type from one object type to another; null for a pair HubSpot does not link.</summary>
    public static int? Default(string fromTypeId, string toTypeId) => (fromTypeId, toTypeId) switch
    {
        (ObjectTypes.Call, ObjectTypes.Contact) => 194,
        (ObjectTypes.Contact, ObjectTypes.Call) => 193,
        (ObjectTypes.Call, ObjectTypes.Company) => 182,
        (ObjectTypes.Company, ObjectTypes.Call) => 181,
        (ObjectTypes.Call, ObjectTypes.Deal) => 206,
        (ObjectTypes.Deal, ObjectTypes.Call) => 205,
        (ObjectTypes.Call, ObjectTypes.Ticket) => 220,
        (ObjectTypes.Ticket, ObjectTypes.Call) => 219,
        (ObjectTypes.Contact, ObjectTypes.Company) => 279,
        (ObjectTypes.Company, ObjectTypes.Contact) => 280,
        (ObjectTypes.Contact, ObjectTypes.Deal) => 4,
        (ObjectTypes.Deal, ObjectTypes.Contact) => 3,
        (ObjectTypes.Contact, ObjectTypes.Ticket) => 15,
        (ObjectTypes.Ticket, ObjectTypes.Contact) => 16,
        (ObjectTypes.Company, ObjectTypes.Deal) => 342,
        (ObjectTypes.Deal, ObjectTypes.Company) => 341,
        (ObjectTypes.Company, ObjectTypes.Ticket) => 340,
        (ObjectTypes.Ticket, ObjectTypes.Company) => 339,
        _ => null,
    };
}
