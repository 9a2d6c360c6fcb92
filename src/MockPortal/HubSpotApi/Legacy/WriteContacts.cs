using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>Makes, changes and removes contacts, version 1.</summary>
internal static class WriteContacts
{
    private const string NameField = "property";

    /// <summary>
    /// <c>POST /contacts/v1/contact</c>: 200 with the contact, or 409 with the one that has the address.
    /// </summary>
    public static async Task<IResult> Create(
        HttpContext context, PortalDbContext db, RecordStore store, CancellationToken cancellationToken)
    {
        var (input, wrong) = await LegacyProperties.ReadAsync(context.Request, NameField, cancellationToken);
        if (wrong is not null)
            return wrong;

        var (made, error) = await store.CreateAsync(
            HubSpotRequest.Of(context), ObjectType.Contact, input, cancellationToken);
        return error is not null
            ? await RefuseAsync(db, input, error, cancellationToken)
            : await ReadContacts.GetById(made!.Item.Id, context, db, cancellationToken);
    }

    /// <summary><c>POST /contacts/v1/contact/vid/{vid}/profile</c>: 204.</summary>
    public static Task<IResult> UpdateById(
        long vid, HttpContext context, PortalDbContext db, RecordStore store, CancellationToken cancellationToken) =>
        UpdateAsync(rows => ReadContacts.ById(rows, [vid]), context, db, store, cancellationToken);

    /// <summary><c>POST /contacts/v1/contact/email/{email}/profile</c>: 204.</summary>
    public static Task<IResult> UpdateByEmail(
        string email,
        HttpContext context,
        PortalDbContext db,
        RecordStore store,
        CancellationToken cancellationToken) =>
        UpdateAsync(rows => ReadContacts.ByEmail(rows, [email]), context, db, store, cancellationToken);

    /// <summary>
    /// <c>POST /contacts/v1/contact/createOrUpdate/email/{email}</c>: 200 with the id, and whether it is new.
    /// </summary>
    public static async Task<IResult> CreateOrUpdate(
        string email, HttpContext context, PortalDbContext db, RecordStore store, CancellationToken cancellationToken)
    {
        var (input, wrong) = await LegacyProperties.ReadAsync(context.Request, NameField, cancellationToken);
        if (wrong is not null)
            return wrong;

        var (written, isNew, error) = await store.WriteAsync(
            HubSpotRequest.Of(context),
            ObjectType.Contact,
            async (editor, token) =>
            {
                var known = await ReadContacts.ByEmail(editor.Db, [email]).FirstOrDefaultAsync(token);
                input.Properties.TryAdd("email", email);
                var (done, refused) = known is null
                    ? await editor.CreateAsync(input, token)
                    : await editor.UpdateAsync(known, input.Properties, token);
                return (done, known is null, refused);
            },
            cancellationToken);
        return error is not null
            ? await RefuseAsync(db, input, error, cancellationToken)
            : HubSpotJson.Answer(new { vid = written!.Item.Id, isNew });
    }

    /// <summary><c>DELETE /contacts/v1/contact/vid/{vid}</c>: 200 with what was deleted.</summary>
    public static async Task<IResult> Delete(
        long vid, HttpContext context, RecordStore store, CancellationToken cancellationToken)
    {
        var deleted = await store.WriteAsync(
            HubSpotRequest.Of(context),
            ObjectType.Contact,
            (editor, token) => UpdateObject.ArchiveAsync(editor, [$"{vid}"], token),
            cancellationToken);
        return deleted == 0 ? ContactError.NotFound : HubSpotJson.Answer(new { vid, deleted = true, reason = "OK" });
    }

    private static async Task<IResult> UpdateAsync(
        Func<PortalDbContext, IQueryable<CrmObject>> which,
        HttpContext context,
        PortalDbContext db,
        RecordStore store,
        CancellationToken cancellationToken)
    {
        var (input, wrong) = await LegacyProperties.ReadAsync(context.Request, NameField, cancellationToken);
        if (wrong is not null)
            return wrong;

        var error = await store.WriteAsync(
            HubSpotRequest.Of(context),
            ObjectType.Contact,
            async (editor, token) => await which(editor.Db).FirstOrDefaultAsync(token) is { } contact
                ? (await editor.UpdateAsync(contact, input.Properties, token)).Error
                : ContactError.NotFound,
            cancellationToken);
        return error is null ? Results.NoContent() : await RefuseAsync(db, input, error, cancellationToken);
    }

    private static async Task<IResult> RefuseAsync(
        PortalDbContext db, ObjectInput input, HubSpotError error, CancellationToken cancellationToken)
    {
        if (error.StatusCode != StatusCodes.Status409Conflict
            || input.Properties.GetValueOrDefault("email") is not { } email)
            return ContactError.Of(error);

        var holder = await ReadContacts.ByEmail(db, [email]).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return holder is null ? error : ContactError.Exists(holder);
    }
}
