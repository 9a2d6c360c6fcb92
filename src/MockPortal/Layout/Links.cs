using MockPortal.Data;

namespace MockPortal.Layout;

/// <summary>The addresses of the pages. The paths of records are HubSpot's own.</summary>
public static class Links
{
    public const string Api = "/swagger";

    public static string List(long portalId, string objectTypeId) => $"/contacts/{portalId}/objects/{objectTypeId}";

    public static string Contacts(long portalId) => List(portalId, ObjectTypes.Contact);

    public static string Companies(long portalId) => List(portalId, ObjectTypes.Company);

    public static string Record(long portalId, string objectTypeId, long objectId) =>
        $"/contacts/{portalId}/record/{objectTypeId}/{objectId}";

    public static string Timeline(long portalId, string objectTypeId, long objectId) =>
        $"{Record(portalId, objectTypeId, objectId)}/timeline";

    public static string Tasks(long portalId) => $"/tasks/{portalId}";

    public static string Calls(long portalId) => $"/portals/{portalId}/calls";

    /// <summary>The calls a query finds.</summary>
    public static string CallsLike(long portalId, string query) => $"{Calls(portalId)}?q={Uri.EscapeDataString(query)}";

    public static string CallsOf(long portalId, string objectTypeId, long objectId) =>
        $"{Calls(portalId)}?objectTypeId={objectTypeId}&objectId={objectId}";

    public static string Call(long portalId, long callId) => $"{Calls(portalId)}/{callId}";

    public static string Faults(long portalId) => $"/portals/{portalId}/faults";

    public static string Inspector(long portalId) => $"/portals/{portalId}/inspector";

    public static string Settings(long portalId) => $"/portals/{portalId}/settings";
}
