using System.Globalization;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>Writes links between records of the two types a request names, after checking that they can be.</summary>
internal static class LinkWriter
{
    /// <summary>Links two records and gives the link exactly these labels.</summary>
    public static async Task<(LabelledLink? Link, HubSpotError? Error)> LabelAsync(
        RecordEditor editor,
        HubSpotRequest request,
        string fromId,
        string toId,
        IReadOnlyList<AssociationSpec> specs,
        CancellationToken cancellationToken)
    {
        var (from, to) = (request.ObjectType, request.ToObjectType);
        var known = await AssociationCatalogue.LoadAsync(editor.Db, cancellationToken);
        var types = new List<AssociationType>();
        foreach (var spec in specs)
        {
            var (type, wrong) = spec.Find(known, from);
            if (type is null)
                return (null, wrong);
            if (type.To != to.Id)
                return (null, AssociationSpec.Unknown($"{spec.AssociationCategory}={spec.AssociationTypeId}"));
            types.Add(type);
        }

        var error = await MissingAsync(editor.Db, from, fromId, to, toId, cancellationToken);
        if (error is not null)
            return (null, error);

        await AssociationEditor.LabelAsync(
            editor, types, known, from, Number(fromId), to, Number(toId), cancellationToken);
        return (new LabelledLink
        {
            FromObjectTypeId = from.Id,
            FromObjectId = Number(fromId),
            ToObjectTypeId = to.Id,
            ToObjectId = Number(toId),
            Labels = [.. types.Select(type => type.Label).OfType<string>()],
        }, null);
    }

    /// <summary>Links two records plainly.</summary>
    public static async Task<(IReadOnlyList<DirectedLink>? Links, HubSpotError? Error)> LinkAsync(
        RecordEditor editor, HubSpotRequest request, string fromId, string toId, CancellationToken cancellationToken)
    {
        var (from, to) = (request.ObjectType, request.ToObjectType);
        if (AssociationTypes.Plain(from.Id, to.Id) is not { } plain)
            return (null, Errors.Validation($"{from.Name} and {to.Name} cannot be associated."));
        if (await MissingAsync(editor.Db, from, fromId, to, toId, cancellationToken) is { } missing)
            return (null, missing);

        await AssociationEditor.LinkAsync(editor, plain, Number(fromId), Number(toId), cancellationToken);
        return ([DirectedLink.Of(fromId, toId, plain.Id), DirectedLink.Of(toId, fromId, plain.Back)], null);
    }

    /// <summary>Removes all links between two records. Nothing happens where there is none.</summary>
    public static async Task<bool> UnlinkAsync(
        RecordEditor editor, HubSpotRequest request, string fromId, string toId, CancellationToken cancellationToken)
    {
        if (ObjectFinder.ParseId(fromId) is not { } from || ObjectFinder.ParseId(toId) is not { } to)
            return false;

        return await AssociationEditor.UnlinkAsync(
            editor, request.ObjectType.Id, from, request.ToObjectType.Id, to, cancellationToken);
    }

    /// <summary>Takes one type from the link of two records; the plain one takes everything along.</summary>
    public static async Task RemoveAsync(
        RecordEditor editor, AssociationType type, string fromId, string toId, CancellationToken cancellationToken)
    {
        if (ObjectFinder.ParseId(fromId) is { } from && ObjectFinder.ParseId(toId) is { } to)
            await AssociationEditor.RemoveAsync(editor, type, from, to, cancellationToken);
    }

    /// <summary>400 that names the record which does not exist.</summary>
    public static async Task<HubSpotError?> MissingAsync(
        PortalDbContext db,
        ObjectType from,
        string fromId,
        ObjectType to,
        string toId,
        CancellationToken cancellationToken) =>
        !await AssociationInput.ExistsAsync(db, from.Id, fromId, cancellationToken)
            ? AssociationInput.NoRecord(from.Id, fromId)
        : !await AssociationInput.ExistsAsync(db, to.Id, toId, cancellationToken)
            ? AssociationInput.NoRecord(to.Id, toId)
        : null;

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}

/// <summary>A link with its labels. Its ids are numbers.</summary>
internal sealed record LabelledLink
{
    public required string FromObjectTypeId { get; init; }

    public required long FromObjectId { get; init; }

    public required string ToObjectTypeId { get; init; }

    public required long ToObjectId { get; init; }

    /// <summary>Empty for a plain link.</summary>
    public required IReadOnlyList<string> Labels { get; init; }
}

/// <summary>One direction of a link. Its ids are texts.</summary>
internal sealed record DirectedLink
{
    public required RecordId From { get; init; }

    public required RecordId To { get; init; }

    public required AssociationSpec AssociationSpec { get; init; }

    public static DirectedLink Of(string fromId, string toId, int typeId) => new()
    {
        From = new RecordId(fromId),
        To = new RecordId(toId),
        AssociationSpec = AssociationSpec.Of(typeId),
    };
}

/// <summary><c>{"id":"151"}</c></summary>
internal sealed record RecordId(string Id);
