using System.Globalization;
using MockPortal.HubSpotApi.Access;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.CallingExtension;

/// <summary>The routes of calling apps. Those about an app take the developer key, those about calls a token.</summary>
internal static class CallingRoutes
{
    private const string Root = "/crm/v3/extensions/calling";

    public static RouteGroupBuilder MapCallingExtension(this RouteGroupBuilder hubSpot)
    {
        var app = hubSpot.MapGroup(Root + "/{appId}/settings").RequireDeveloperKey().CountRequests().WithAppId();
        app.MapGet("", AppSettings.Get);
        app.MapPost("", AppSettings.Create);
        app.MapPatch("", AppSettings.Update);
        app.MapDelete("", AppSettings.Delete);
        app.MapGet("/recording", RecordingUrl.Get);
        app.MapPost("/recording", RecordingUrl.Register);
        app.MapPatch("/recording", RecordingUrl.Update);
        app.MapGet("/channel-connection", ChannelConnections.Get);
        app.MapPost("/channel-connection", ChannelConnections.Create);
        app.MapPatch("/channel-connection", ChannelConnections.Update);
        app.MapDelete("/channel-connection", ChannelConnections.Delete);

        var calls = hubSpot.MapGroup(Root).RequireToken().CountRequests();
        calls.MapPost("/recordings/ready", RecordingReady.MarkAsReady).RequireScope(
            "crm.objects.contacts.write", "crm.schemas.contacts.write");
        calls.MapPost("/inbound-call", InboundCall.Complete).RequireScope(
            "crm.objects.contacts.write", "crm.schemas.contacts.write");
        calls.MapPost("/transcripts", Transcripts.Create).RequireScope("crm.extensions_calling_transcripts.write");
        calls.MapGet("/transcripts/{transcriptId}", Transcripts.Get).RequireScope(
            "crm.extensions_calling_transcripts.read");
        calls.MapDelete("/transcripts/{transcriptId}", Transcripts.Delete).RequireScope(
            "crm.extensions_calling_transcripts.write");

        var statuses = calls.MapGroup("/connection-statuses").RequireScope("automation", "crm.objects.owners.read");
        statuses.MapGet("", ConnectionStatuses.List);
        statuses.MapGet("/me", ConnectionStatuses.GetMine);
        statuses.MapPost("/batch/read", ConnectionStatuses.Read);
        return hubSpot;
    }

    /// <summary>Reads <c>{appId}</c> of the route into <see cref="HubSpotRequest.AppId"/>, or answers 400.</summary>
    private static RouteGroupBuilder WithAppId(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(async (invocation, next) =>
    {
        var text = invocation.HttpContext.GetRouteValue("appId")?.ToString();
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var appId) || appId < 1)
            return Errors.PathParameter("appId");

        HubSpotRequest.Of(invocation.HttpContext).AppId = appId;
        return await next(invocation);
    });
}
