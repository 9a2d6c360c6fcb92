namespace MockPortal.Data;

/// <summary>HubSpot's object type ids.</summary>
public static class ObjectTypes
{
    public const string Contact = "0-1";
    public const string Company = "0-2";
    public const string Deal = "0-3";
    public const string Ticket = "0-5";
    public const string Communication = "0-18";
    public const string Task = "0-27";
    public const string Note = "0-46";
    public const string Meeting = "0-47";
    public const string Call = "0-48";
    public const string Email = "0-49";
    public const string User = "0-115";
    public const string PostalMail = "0-116";
    public const string Lead = "0-136";

    /// <summary>The name DIAL_NUMBER carries in <c>objectType</c>.</summary>
    public static string? NameOf(string objectTypeId) => objectTypeId switch
    {
        Contact => "CONTACT",
        Company => "COMPANY",
        Deal => "DEAL",
        Ticket => "TICKET",
        Call => "CALL",
        _ => null,
    };
}
