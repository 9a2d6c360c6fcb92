using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.CallingExtension;

/// <summary>An app says that the recording of a call can be fetched.</summary>
internal static class RecordingReady
{
    /// <summary>Without these HubSpot knows neither whom to ask for the recording nor for which.</summary>
    private static readonly string[] Needed =
        ["hs_call_app_id", "hs_call_external_account_id", "hs_call_external_id", "hs_call_source"];

    /// <summary>
    /// <c>POST /crm/v3/extensions/calling/recordings/ready</c>: 204. The call then names the app its recording comes
    /// from, in <c>hs_call_authed_url_provider</c>; nothing is fetched.
    /// </summary>
    public static async Task<IResult> MarkAsReady(
        HttpContext context, RecordStore store, CancellationToken cancellationToken)
    {
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken)).Expect(
            "MarkRecordingAsReadyRequest", "engagementId");
        body.Root.Require("engagementId");
        var id = body.Root["engagementId"].Number();
        if (body.Error is { } wrong)
            return wrong;

        var error = await store.WriteAsync(HubSpotRequest.Of(context), ObjectType.Call, async (editor, token) =>
        {
            var (call, missing) = await ObjectFinder.FindAsync(
                editor.Db, editor.Properties, id!.Value, archived: false, token);
            if (call is null)
                return missing;
            if (Needed.Where(name => call[name] is null).ToList() is { Count: > 0 } lacking)
                return Lacks(lacking);

            call.Set([new("hs_call_authed_url_provider", call["hs_call_app_id"])], editor.Now);
            return null;
        }, cancellationToken);
        return error is null ? Results.NoContent() : error;
    }

    private static HubSpotError Lacks(List<string> lacking) => Errors.Validation(
        $"The call lacks properties without which its recording cannot be found: {string.Join(", ", lacking)}") with
    {
        Context = HubSpotError.ContextOf("properties", lacking),
    };
}
