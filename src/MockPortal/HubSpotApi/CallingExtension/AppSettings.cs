using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.Settings;

namespace MockPortal.HubSpotApi.CallingExtension;

/// <summary>
/// The settings of a calling app. They are what <c>providers</c> of the control API's settings are, by HubSpot's own
/// door: what is stored here is in the provider list of the portal's pages.
/// </summary>
internal static class AppSettings
{
    /// <summary><c>GET /crm/v3/extensions/calling/{appId}/settings</c></summary>
    public static async Task<IResult> Get(HttpContext context, PortalDbContext db, CancellationToken cancellationToken)
    {
        var appId = HubSpotRequest.Of(context).AppId;
        var app = await db.CallingApps.AsNoTracking().FirstOrDefaultAsync(row => row.AppId == appId, cancellationToken);
        return app is null ? Errors.NotFound : HubSpotJson.Answer(AppSettingsAnswer.Of(app));
    }

    /// <summary>
    /// <c>POST /crm/v3/extensions/calling/{appId}/settings</c>: 200, also when it replaces what was there.
    /// </summary>
    public static async Task<IResult> Create(
        HttpContext context, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken))
            .Expect("SettingsRequest", "name", "url");
        body.Root.Require("name", "url");
        var fields = Read(body, new CallingAppFields());
        if (body.Error is { } wrong)
            return wrong;

        return await WriteAsync(context, writer, async (db, appId, token) =>
        {
            var app = await db.CallingApps.FindAsync([db.PortalId, appId], token);
            var now = clock.GetUtcNow();
            if (await TakenAsync(db, appId, fields, token) is { } taken)
                return (null, taken);
            if (app is null)
                db.CallingApps.Add(app = new CallingApp { PortalId = db.PortalId, AppId = appId, CreatedAt = now });
            app.Set(fields, now);
            return (app, null);
        }, cancellationToken);
    }

    /// <summary><c>PATCH /crm/v3/extensions/calling/{appId}/settings</c>: what is left out stays.</summary>
    public static async Task<IResult> Update(
        HttpContext context, PortalWriter writer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken)).Expect("SettingsPatchRequest");
        Read(body, new CallingAppFields());
        if (body.Error is { } wrong)
            return wrong;

        return await WriteAsync(context, writer, async (db, appId, token) =>
        {
            var app = await db.CallingApps.FindAsync([db.PortalId, appId], token);
            if (app is null)
                return (null, Errors.NotFound);

            var fields = Read(body, app.Fields);
            if (await TakenAsync(db, appId, fields, token) is { } taken)
                return (null, taken);
            app.Set(fields, clock.GetUtcNow());
            return (app, null);
        }, cancellationToken);
    }

    /// <summary><c>DELETE /crm/v3/extensions/calling/{appId}/settings</c>: 204 whether there were any or not.</summary>
    public static async Task<IResult> Delete(
        HttpContext context, PortalWriter writer, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        await writer.WriteAsync(
            request.Caller.PortalId,
            (db, token) => db.CallingApps.Where(app => app.AppId == request.AppId).ExecuteDeleteAsync(token),
            cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> WriteAsync(
        HttpContext context,
        PortalWriter writer,
        Func<PortalDbContext, long, CancellationToken, Task<(CallingApp? App, HubSpotError? Error)>> change,
        CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var (app, error) = await writer.WriteAsync(
            request.Caller.PortalId, (db, token) => change(db, request.AppId, token), cancellationToken);
        return error is not null ? error : HubSpotJson.Answer(AppSettingsAnswer.Of(app!));
    }

    /// <summary>
    /// A user picks an app by its name, and an administrator locks one by it: no two in a portal have the same.
    /// </summary>
    private static async Task<HubSpotError?> TakenAsync(
        PortalDbContext db, long appId, CallingAppFields fields, CancellationToken cancellationToken)
    {
        var others = await db.CallingApps.AsNoTracking().Where(app => app.AppId != appId)
            .ToListAsync(cancellationToken);
        return others.Exists(app => app.Fields.Name == fields.Name)
            ? Errors.Validation($"name is '{fields.Name}'; another calling app of this portal has that name.")
            : null;
    }

    /// <summary>
    /// What the body says over what there is; checked by the rules that hold for every way of setting it.
    /// </summary>
    private static CallingAppFields Read(JsonBody body, CallingAppFields before)
    {
        var root = body.Root;
        var fields = new CallingAppFields
        {
            Name = root["name"].Text() ?? before.Name,
            Url = AppAddress.Read(body, "url") ?? before.Url,
            Width = Size(root["width"].Number()) ?? before.Width,
            Height = Size(root["height"].Number()) ?? before.Height,
            IsReady = root["isReady"].Flag() ?? before.IsReady,
            SupportsCustomObjects = root["supportsCustomObjects"].Flag() ?? before.SupportsCustomObjects,
            SupportsInboundCalling = root["supportsInboundCalling"].Flag() ?? before.SupportsInboundCalling,
            UsesCallingWindow = root["usesCallingWindow"].Flag() ?? before.UsesCallingWindow,
            UsesRemote = root["usesRemote"].Flag() ?? before.UsesRemote,
        };
        foreach (var (_, text) in SettingsCheck.FieldErrors(fields))
            body.Refuse(Errors.Validation(text));
        return fields;
    }

    private static int? Size(long? number) =>
        number is { } size ? (int)Math.Clamp(size, int.MinValue, int.MaxValue) : null;
}

/// <summary>The settings of a calling app. A switch that was never set has the value that is in force.</summary>
internal sealed record AppSettingsAnswer
{
    public string? Name { get; init; }

    public string? Url { get; init; }

    public int? Height { get; init; }

    public int? Width { get; init; }

    public required bool IsReady { get; init; }

    public required bool SupportsCustomObjects { get; init; }

    public required bool SupportsInboundCalling { get; init; }

    public required bool UsesRemote { get; init; }

    public required bool UsesCallingWindow { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public static AppSettingsAnswer Of(CallingApp app) => new()
    {
        Name = app.Fields.Name,
        Url = app.Fields.Url,
        Height = app.Fields.Height ?? SettingDefinition.DefaultOf<int>("height"),
        Width = app.Fields.Width ?? SettingDefinition.DefaultOf<int>("width"),
        IsReady = app.Fields.IsReady ?? SettingDefinition.DefaultOf<bool>("isReady"),
        SupportsCustomObjects = app.Fields.SupportsCustomObjects
            ?? SettingDefinition.DefaultOf<bool>("supportsCustomObjects"),
        SupportsInboundCalling = app.Fields.SupportsInboundCalling
            ?? SettingDefinition.DefaultOf<bool>("supportsInboundCalling"),
        UsesRemote = app.Fields.UsesRemote ?? SettingDefinition.DefaultOf<bool>("usesRemote"),
        UsesCallingWindow = app.Fields.UsesCallingWindow ?? SettingDefinition.DefaultOf<bool>("usesCallingWindow"),
        CreatedAt = app.CreatedAt,
        UpdatedAt = app.UpdatedAt,
    };
}
