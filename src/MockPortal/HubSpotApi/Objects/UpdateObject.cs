using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>Changes or archives a record.</summary>
internal static class UpdateObject
{
    /// <summary><c>PATCH /crm/v3/objects/{objectType}/{objectId}</c></summary>
    public static async Task<IResult> Update(
        string objectId, HttpContext context, RecordStore store, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var idProperty = new HubSpotQuery(context.Request).Text("idProperty");
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken)).Expect(
            "SimplePublicObjectInput", "properties");
        var sent = body.Root["properties"].TextMap();
        if (body.Error is { } wrong)
            return wrong;
        if (sent.Count == 0)
            return Errors.Validation("No properties found to update, please provide at least one.");

        var (written, error) = await store.WriteAsync(request, async (editor, token) =>
        {
            var (item, missing) = await ObjectFinder.FindAsync(
                editor.Db, editor.Properties, objectId, idProperty, archived: false, token);
            return item is null ? (null, missing) : await editor.UpdateAsync(item, sent, token);
        }, cancellationToken);
        if (written is null)
            return error!;

        return HubSpotJson.Answer(ObjectAnswer.Of(
            written.Item,
            written.Properties,
            [.. sent.Keys, .. written.Changed, .. written.Properties.Always],
            request));
    }

    /// <summary>
    /// <c>DELETE /crm/v3/objects/{objectType}/{objectId}</c>: 204 whether there was such a record or not.
    /// </summary>
    public static async Task<IResult> Archive(
        string objectId, HttpContext context, RecordStore store, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        if (ObjectFinder.ParseId(objectId) is not > 0)
            return Errors.ObjectId(objectId);

        await store.WriteAsync(request, (editor, token) => ArchiveAsync(editor, [objectId], token), cancellationToken);
        return Results.NoContent();
    }

    /// <summary>Archives those of the records that exist.</summary>
    public static async Task<int> ArchiveAsync(
        RecordEditor editor, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var id in ids.Select(ObjectFinder.ParseId).OfType<long>().Distinct())
        {
            object[] key = [editor.Db.PortalId, editor.Properties.Type.Id, id];
            if (await editor.Db.Objects.FindAsync(key, cancellationToken)
                is not { ArchivedAt: null } item)
                continue;
            await editor.ArchiveAsync(item, cancellationToken);
            count++;
        }

        return count;
    }
}
