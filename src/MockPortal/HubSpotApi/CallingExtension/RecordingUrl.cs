using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.CallingExtension;

/// <summary>
/// Where a calling app hands out its recordings. HubSpot would fetch them from there; nothing is fetched here.
/// </summary>
internal static class RecordingUrl
{
    private const string Field = "urlToRetrieveAuthedRecording";

    /// <summary><c>GET /crm/v3/extensions/calling/{appId}/settings/recording</c></summary>
    public static async Task<IResult> Get(HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var appId = HubSpotRequest.Of(context).AppId;
        var settings = await db.RecordingSettings.AsNoTracking()
            .FirstOrDefaultAsync(row => row.AppId == appId, cancellationToken);
        return Answer(settings);
    }

    /// <summary>
    /// <c>POST /crm/v3/extensions/calling/{appId}/settings/recording</c>: 200, also when it replaces another address.
    /// </summary>
    public static Task<IResult> Register(
        HttpContext context, PortalWriter writer, CancellationToken cancellationToken) =>
        WriteAsync(context, writer, create: true, cancellationToken);

    /// <summary><c>PATCH /crm/v3/extensions/calling/{appId}/settings/recording</c></summary>
    public static Task<IResult> Update(HttpContext context, PortalWriter writer, CancellationToken cancellationToken) =>
        WriteAsync(context, writer, create: false, cancellationToken);

    private static async Task<IResult> WriteAsync(
        HttpContext context, PortalWriter writer, bool create, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken))
            .Expect("RecordingSettingsRequest", Field);
        if (create)
            body.Root.Require(Field);
        var url = AppAddress.Read(body, Field, contains: "%s");
        if (body.Error is { } wrong)
            return wrong;

        return Answer(await writer.WriteAsync(request.Caller.PortalId, async (db, token) =>
        {
            var settings = await db.RecordingSettings.FindAsync([db.PortalId, request.AppId], token);
            if (settings is not null)
                settings.UrlToRetrieveAuthedRecording = url ?? settings.UrlToRetrieveAuthedRecording;
            else if (create)
            {
                db.RecordingSettings.Add(settings = new()
                {
                    PortalId = db.PortalId,
                    AppId = request.AppId,
                    UrlToRetrieveAuthedRecording = url!,
                });
            }

            return settings;
        }, cancellationToken));
    }

    private static IResult Answer(RecordingSettings? settings) =>
        settings is null ? Errors.NotFound : HubSpotJson.Answer(new { settings.UrlToRetrieveAuthedRecording });
}
