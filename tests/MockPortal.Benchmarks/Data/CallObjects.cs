using MockPortal.Data;

namespace MockPortal.Benchmarks.Data;

/// <summary>Calls in the CRM, each with a contact.</summary>
internal static class CallObjects
{
    public const long FirstId = 80_000_001;

    private static readonly DateTimeOffset Beginning = new(2024, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] Statuses = ["COMPLETED", "COMPLETED", "COMPLETED", "NO_ANSWER", "BUSY", "CANCELED", "FAILED"];

    public static IEnumerable<CrmObject> Calls(long portalId, int count, int people) =>
        Enumerable.Range(0, count).Select(index => Call(portalId, index, People.IdOf(index, people)));

    /// <summary>Both directions of the link between each call and its contact.</summary>
    public static IEnumerable<Association> Links(long portalId, int count, int people) =>
        Enumerable.Range(0, count).SelectMany(index => (Association[])
        [
            Link(portalId, ObjectTypes.Call, FirstId + index, ObjectTypes.Contact, People.IdOf(index, people), 194),
            Link(portalId, ObjectTypes.Contact, People.IdOf(index, people), ObjectTypes.Call, FirstId + index, 193),
        ]);

    private static CrmObject Call(long portalId, int index, long contactId)
    {
        var at = Beginning.AddMinutes(index);
        var (inbound, number) = (index % 4 == 0, $"+{People.PhoneOf(contactId)}");
        var call = new CrmObject
        {
            PortalId = portalId,
            ObjectTypeId = ObjectTypes.Call,
            Id = FirstId + index,
            Name = "",
            SearchText = "",
            CreatedAt = at,
        };
        call.Set(new Dictionary<string, string?>
        {
            ["hs_call_title"] = $"Call with {People.NameOf(contactId)}",
            ["hs_call_body"] = "<p>Wants an offer until Friday.</p>",
            ["hs_body_preview"] = "Wants an offer until Friday.",
            ["hs_call_direction"] = inbound ? "INBOUND" : "OUTBOUND",
            ["hs_call_status"] = Statuses[index % 23 % Statuses.Length],
            ["hs_call_duration"] = $"{index % 600 * 1000}",
            ["hs_call_from_number"] = inbound ? number : "+4930901820",
            ["hs_call_to_number"] = inbound ? "+4930901820" : number,
            ["hs_call_external_id"] = $"ext-{index:x8}",
            ["hs_timestamp"] = HubSpotTime.Format(at),
            ["hubspot_owner_id"] = $"{SeedData.OwnerId + index % 17 % 5}",
            ["hs_createdate"] = HubSpotTime.Format(at),
            ["hs_lastmodifieddate"] = HubSpotTime.Format(at),
            ["hs_object_id"] = $"{FirstId + index}",
        }, at);
        return call;
    }

    private static Association Link(long portalId, string fromType, long fromId, string toType, long toId, int typeId) => new()
    {
        PortalId = portalId,
        FromTypeId = fromType,
        FromId = fromId,
        ToTypeId = toType,
        ToId = toId,
        Category = AssociationTypes.HubSpotDefined,
        TypeId = typeId,
    };
}
