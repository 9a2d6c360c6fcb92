using MockPortal.Data;
using MockPortal.HubSpotApi.Associations;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>Makes, changes and removes companies, version 2.</summary>
internal static class WriteCompanies
{
    private const string NameField = "name";

    /// <summary><c>POST /companies/v2/companies</c>: 200 with the company.</summary>
    public static async Task<IResult> Create(
        HttpContext context, PortalDbContext db, RecordStore store, CancellationToken cancellationToken)
    {
        var (input, wrong) = await LegacyProperties.ReadAsync(context.Request, NameField, cancellationToken);
        if (wrong is not null)
            return wrong;

        var (made, error) = await store.CreateAsync(
            HubSpotRequest.Of(context), ObjectType.Company, input, cancellationToken);
        return error is not null ? error : await ReadCompanies.Get(made!.Item.Id, db, cancellationToken);
    }

    /// <summary><c>PUT /companies/v2/companies/{companyId}</c>: 200 with the company; what is left out stays.</summary>
    public static async Task<IResult> Update(
        long companyId, HttpContext context, PortalDbContext db, RecordStore store, CancellationToken cancellationToken)
    {
        var (input, wrong) = await LegacyProperties.ReadAsync(context.Request, NameField, cancellationToken);
        if (wrong is not null)
            return wrong;

        var error = await store.WriteAsync(
            HubSpotRequest.Of(context),
            ObjectType.Company,
            async (editor, token) =>
            {
                var (company, missing) = await ObjectFinder.FindAsync(
                    editor.Db, editor.Properties, companyId, archived: false, token);
                return company is null ? missing : (await editor.UpdateAsync(company, input.Properties, token)).Error;
            },
            cancellationToken);
        return error is not null ? error : await ReadCompanies.Get(companyId, db, cancellationToken);
    }

    /// <summary><c>DELETE /companies/v2/companies/{companyId}</c>: 200 with what was deleted.</summary>
    public static async Task<IResult> Delete(
        long companyId, HttpContext context, RecordStore store, CancellationToken cancellationToken)
    {
        var deleted = await store.WriteAsync(
            HubSpotRequest.Of(context),
            ObjectType.Company,
            (editor, token) => UpdateObject.ArchiveAsync(editor, [$"{companyId}"], token),
            cancellationToken);
        return deleted == 0 ? Errors.NotFound : HubSpotJson.Answer(new { companyId, deleted = true });
    }

    /// <summary><c>PUT /companies/v2/companies/{companyId}/contacts/{vid}</c>: 200 with the company.</summary>
    public static async Task<IResult> AddContact(
        long companyId,
        long vid,
        HttpContext context,
        PortalDbContext db,
        RecordStore store,
        CancellationToken cancellationToken)
    {
        var linked = await store.WriteAsync(HubSpotRequest.Of(context), ObjectType.Company, async (editor, token) =>
        {
            if (!await ExistsAsync(editor.Db, ObjectType.Company, companyId, token)
                || !await ExistsAsync(editor.Db, ObjectType.Contact, vid, token))
                return false;

            var plain = AssociationTypes.Plain(ObjectTypes.Company, ObjectTypes.Contact)!;
            await AssociationEditor.LinkAsync(editor, plain, companyId, vid, token);
            return true;
        }, cancellationToken);
        return linked ? await ReadCompanies.Get(companyId, db, cancellationToken) : Errors.NotFound;
    }

    /// <summary>
    /// <c>DELETE /companies/v2/companies/{companyId}/contacts/{vid}</c>: 204 whether there was such a link or not.
    /// </summary>
    public static async Task<IResult> RemoveContact(
        long companyId, long vid, HttpContext context, RecordStore store, CancellationToken cancellationToken)
    {
        await store.WriteAsync(
            HubSpotRequest.Of(context),
            ObjectType.Company,
            (editor, token) => AssociationEditor.UnlinkAsync(
                editor, ObjectTypes.Company, companyId, ObjectTypes.Contact, vid, token),
            cancellationToken);
        return Results.NoContent();
    }

    private static Task<bool> ExistsAsync(
        PortalDbContext db, ObjectType type, long id, CancellationToken cancellationToken) =>
        AssociationInput.ExistsAsync(db, type.Id, $"{id}", cancellationToken);
}
