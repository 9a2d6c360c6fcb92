using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.CallingExtension;

/// <summary>
/// Where a calling app tells which numbers the help desk can use. HubSpot would ask there; nothing is asked here.
/// </summary>
internal static class ChannelConnections
{
    /// <summary><c>GET /crm/v3/extensions/calling/{appId}/settings/channel-connection</c></summary>
    public static async Task<IResult> Get(HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var appId = HubSpotRequest.Of(context).AppId;
        var connection = await db.ChannelConnections.AsNoTracking()
            .FirstOrDefaultAsync(row => row.AppId == appId, cancellationToken);
        return Answer(connection);
    }

    /// <summary>
    /// <c>POST /crm/v3/extensions/calling/{appId}/settings/channel-connection</c>: 200, also when it replaces another.
    /// </summary>
    public static async Task<IResult> Create(
        HttpContext context, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken)).Expect(
            "ChannelConnectionSettingsRequest", "url", "isReady");
        body.Root.Require("url", "isReady");
        return await WriteAsync(context, writer, clock, body, create: true, cancellationToken);
    }

    /// <summary>
    /// <c>PATCH /crm/v3/extensions/calling/{appId}/settings/channel-connection</c>: what is left out stays.
    /// </summary>
    public static async Task<IResult> Update(
        HttpContext context, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken)).Expect(
            "ChannelConnectionSettingsPatchRequest");
        return await WriteAsync(context, writer, clock, body, create: false, cancellationToken);
    }

    /// <summary>
    /// <c>DELETE /crm/v3/extensions/calling/{appId}/settings/channel-connection</c>: 204 whether there was one or not.
    /// </summary>
    public static async Task<IResult> Delete(
        HttpContext context, PortalWriter writer, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        await writer.WriteAsync(
            request.Caller.PortalId,
            (db, token) => db.ChannelConnections.Where(row => row.AppId == request.AppId).ExecuteDeleteAsync(token),
            cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> WriteAsync(
        HttpContext context,
        PortalWriter writer,
        TimeProvider clock,
        JsonBody body,
        bool create,
        CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var url = AppAddress.Read(body, "url");
        var ready = body.Root["isReady"].Flag();
        if (body.Error is { } wrong)
            return wrong;

        return Answer(await writer.WriteAsync(request.Caller.PortalId, async (db, token) =>
        {
            var now = clock.GetUtcNow();
            var connection = await db.ChannelConnections.FindAsync([db.PortalId, request.AppId], token);
            if (connection is null && create)
            {
                db.ChannelConnections.Add(connection = new()
                {
                    PortalId = db.PortalId,
                    AppId = request.AppId,
                    Url = url!,
                    CreatedAt = now,
                });
            }

            if (connection is null)
                return null;

            connection.Url = url ?? connection.Url;
            connection.IsReady = ready ?? connection.IsReady;
            connection.UpdatedAt = now;
            return connection;
        }, cancellationToken));
    }

    private static IResult Answer(ChannelConnection? connection) => connection is null
        ? Errors.NotFound
        : HubSpotJson.Answer(new { connection.Url, connection.IsReady, connection.CreatedAt, connection.UpdatedAt });
}
