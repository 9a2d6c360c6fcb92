using MockPortal.HubSpotApi.Http;
using MockPortal.Records;

namespace MockPortal.HubSpotApi.Account;

/// <summary>The outcomes a call can have.</summary>
internal static class CallOutcomes
{
    /// <summary><c>GET /calling/v1/dispositions</c>: a bare array.</summary>
    public static IResult List() => HubSpotJson.Answer(
        Dispositions.All.Select(outcome => new { outcome.Id, outcome.Label, deleted = false }).ToList());
}
