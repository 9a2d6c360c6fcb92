namespace MockPortal.HubSpotApi.Account;

/// <summary>The one team every portal has; all of its users are in it.</summary>
internal static class Teams
{
    public const string Id = "1";

    public const string Name = "Sales";
}
