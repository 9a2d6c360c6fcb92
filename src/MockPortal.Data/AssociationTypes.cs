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
        (ObjectTypes.Task, ObjectTypes.Contact) => 204,
        (ObjectTypes.Contact, ObjectTypes.Task) => 203,
        (ObjectTypes.Task, ObjectTypes.Company) => 192,
        (ObjectTypes.Company, ObjectTypes.Task) => 191,
        (ObjectTypes.Contact, ObjectTypes.Company) => 279,
        (ObjectTypes.Company, ObjectTypes.Contact) => 280,
        _ => null,
    };
}
