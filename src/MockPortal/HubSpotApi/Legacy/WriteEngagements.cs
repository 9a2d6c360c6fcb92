using MockPortal.Data;
using MockPortal.HubSpotApi.Associations;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>Makes, changes and removes engagements, version 1.</summary>
internal static class WriteEngagements
{
    /// <summary><c>POST /engagements/v1/engagements</c>: 200.</summary>
    public static async Task<IResult> Create(
        HttpContext context,
        PortalDbContext db,
        RecordStore store,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken))
            .Expect("EngagementWrapper", "engagement");
        body.Root.Require("engagement");
        var kind = EngagementInput.KindOf(body);
        var input = EngagementInput.Read(body, kind);
        if (body.Error is { } wrong)
            return wrong;

        input.Properties.TryAdd("hs_timestamp", HubSpotTime.Format(clock.GetUtcNow()));
        var made = await store.CreateAsync(HubSpotRequest.Of(context), kind.Type, input, cancellationToken);
        return await AnswerAsync(db, made, cancellationToken);
    }

    /// <summary>
    /// <c>PATCH /engagements/v1/engagements/{engagementId}</c>, or <c>PUT</c>: what is left out stays. Associations are
    /// added to those there are.
    /// </summary>
    public static async Task<IResult> Update(
        long engagementId,
        HttpContext context,
        PortalDbContext db,
        RecordStore store,
        CancellationToken cancellationToken)
    {
        if (await ReadEngagements.FindAsync(db, engagementId, cancellationToken) is not { } found)
            return Errors.NotFound;

        var kind = EngagementKind.OfRecord(found);
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken))
            .Expect("EngagementWrapper", "engagement");
        var input = EngagementInput.Read(body, kind);
        if (body.Error is { } wrong)
            return wrong;

        var changed = await store.WriteAsync(
            HubSpotRequest.Of(context),
            kind.Type,
            (editor, token) => UpdateAsync(editor, found.Id, input, token),
            cancellationToken);
        return await AnswerAsync(db, changed, cancellationToken);
    }

    /// <summary><c>DELETE /engagements/v1/engagements/{engagementId}</c>: 204, or 404.</summary>
    public static async Task<IResult> Delete(
        long engagementId,
        HttpContext context,
        PortalDbContext db,
        RecordStore store,
        CancellationToken cancellationToken)
    {
        if (await ReadEngagements.FindAsync(db, engagementId, cancellationToken) is not { } found)
            return Errors.NotFound;

        await store.WriteAsync(HubSpotRequest.Of(context), EngagementKind.OfRecord(found).Type, async (editor, token) =>
        {
            if (await editor.Db.Objects.FindAsync([editor.Db.PortalId, found.ObjectTypeId, found.Id], token)
                is { } item)
                await editor.ArchiveAsync(item, token);
            return true;
        }, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<(Written? Written, HubSpotError? Error)> UpdateAsync(
        RecordEditor editor, long id, ObjectInput input, CancellationToken cancellationToken)
    {
        if (await editor.Db.Objects.FindAsync([editor.Db.PortalId, editor.Properties.Type.Id, id], cancellationToken)
            is not { } item)
            return (null, Errors.NotFound);

        var (links, wrong) = await AssociationInput.CheckAsync(
            editor.Db, editor.Properties.Type, input.Associations, cancellationToken);
        if (wrong is not null)
            return (null, wrong);
        var (written, refused) = await editor.UpdateAsync(item, input.Properties, cancellationToken);
        if (written is null)
            return (null, refused);

        foreach (var link in links)
            await AssociationEditor.LinkAsync(editor, link.Type, id, link.ToId, cancellationToken);
        return (written, null);
    }

    private static async Task<IResult> AnswerAsync(
        PortalDbContext db, (Written? Written, HubSpotError? Error) done, CancellationToken cancellationToken) =>
        done.Written is { } written
            ? HubSpotJson.Answer((await EngagementAnswer.LoadAsync(db, [written.Item], cancellationToken))[0])
            : done.Error!;
}
