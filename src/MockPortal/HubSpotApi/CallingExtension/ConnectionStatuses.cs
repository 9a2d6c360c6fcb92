using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.Surfaces;

namespace MockPortal.HubSpotApi.CallingExtension;

/// <summary>Which users can take calls at this moment: those whose widget is open in a page and logged in.</summary>
internal static class ConnectionStatuses
{
    /// <summary>
    /// <c>GET /crm/extensions/calling/v3/connection-statuses?userId=…</c>: of these users, or of all.
    /// </summary>
    public static async Task<IResult> List(
        HttpContext context, PortalDbContext db, SurfaceExchange surfaces, CancellationToken cancellationToken)
    {
        var wanted = new HubSpotQuery(context.Request).List("userId");
        var ids = wanted?.Select(Read).ToList();
        return ids?.Contains(null) == true
            ? Errors.QueryParameter("userId")
            : await AnswerAsync(db, surfaces, ids?.OfType<long>().ToList(), cancellationToken);
    }

    /// <summary>
    /// <c>GET /crm/extensions/calling/v3/connection-statuses/me</c>: of the user the token belongs to.
    /// </summary>
    public static async Task<IResult> GetMine(
        PortalDbContext db, SurfaceExchange surfaces, CancellationToken cancellationToken)
    {
        var all = await LoadAsync(db, surfaces, null, cancellationToken);
        return all.Count == 0 ? Errors.NotFound : HubSpotJson.Answer(all[0]);
    }

    /// <summary><c>POST /crm/extensions/calling/v3/connection-statuses/batch/read</c></summary>
    public static async Task<IResult> Read(
        HttpContext context, PortalDbContext db, SurfaceExchange surfaces, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var ids = BatchInputs.Read(body, ["id"]).Select(input => input["id"].Number()).OfType<long>().ToList();
        return body.Error is { } wrong ? wrong : await AnswerAsync(db, surfaces, ids, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(
        PortalDbContext db, SurfaceExchange surfaces, IReadOnlyList<long>? ids, CancellationToken cancellationToken) =>
        HubSpotJson.Answer(
            new Collection<ConnectionStatus> { Results = await LoadAsync(db, surfaces, ids, cancellationToken) });

    private static async Task<IReadOnlyList<ConnectionStatus>> LoadAsync(
        PortalDbContext db, SurfaceExchange surfaces, IReadOnlyList<long>? ids, CancellationToken cancellationToken)
    {
        var users = await db.Owners.OrderBy(owner => owner.Id).Select(owner => owner.UserId)
            .ToListAsync(cancellationToken);
        var apps = await db.CallingApps.AsNoTracking().ToListAsync(cancellationToken);
        var statuses = new List<ConnectionStatus>();
        foreach (var userId in users.Where(id => ids?.Contains(id) != false))
        {
            var name = await surfaces.LoggedInWidgetAsync(db, userId, cancellationToken);
            statuses.Add(new ConnectionStatus
            {
                UserId = userId,
                Connected = name is not null,
                Provider = name is null ? null : new ConnectedProvider
                {
                    AppId = apps.Find(app => app.Fields.Name == name)?.AppId,
                    AppName = name,
                },
            });
        }

        return statuses;
    }

    private static long? Read(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}

/// <summary>Whether a user can take calls.</summary>
internal sealed record ConnectionStatus
{
    public required long UserId { get; init; }

    public required bool Connected { get; init; }

    /// <summary>Absent when not connected.</summary>
    public ConnectedProvider? Provider { get; init; }
}

/// <summary>With which app.</summary>
internal sealed record ConnectedProvider
{
    public string Type { get; init; } = "THIRD_PARTY";

    /// <summary>
    /// Absent for a widget that is no app of the portal, but named by the configuration or the browser.
    /// </summary>
    public long? AppId { get; init; }

    public required string AppName { get; init; }
}
