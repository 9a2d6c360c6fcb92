namespace MockPortal.Data;

/// <summary>HubSpot's object type ids.</summary>
public static class ObjectTypes
{
    public const string Contact = "0-1";
    public const string Company = "0-2";
    public const string Deal = "0-3";
    public const string Ticket = "0-5";
    public const string Task = "0-27";
    public const string Call = "0-48";

    /// <summary>The name DIAL_NUMBER carries in <c>objectType</c>.</summary>
    public static string? NameOf(string objectTypeId) => objectTypeId switch
    {
        Contact => "CONTACT",
        Company => "COMPANY",
        Deal => "DEAL",
        Ticket => "TICKET",
        Task => "TASK",
        Call => "CALL",
        _ => null,
    };
}
