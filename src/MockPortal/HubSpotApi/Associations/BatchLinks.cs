using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>Links many records at once, version 4.</summary>
internal static class BatchLinks
{
    private const int Maximum = 2000;

    /// <summary>
    /// <c>POST /crm/v4/associations/{objectType}/{toObjectType}/batch/create</c>: 201, or 207 when some cannot be
    /// linked.
    /// </summary>
    public static async Task<IResult> Create(
        HttpContext context, RecordStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        var request = HubSpotRequest.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var inputs = ReadLabelled(body);
        if (body.Error is { } wrong)
            return wrong;

        var done = await store.WriteAsync(request, async (editor, token) =>
        {
            var links = new List<(LabelledLink? Link, HubSpotError? Error)>();
            foreach (var (pair, specs) in inputs)
                links.Add(await LinkWriter.LabelAsync(editor, request, pair.From, pair.To, specs, token));
            return links;
        }, cancellationToken);
        return Batch.Of(done, started, clock).Answer(StatusCodes.Status201Created);
    }

    /// <summary>
    /// <c>POST /crm/v4/associations/{objectType}/{toObjectType}/batch/associate/default</c>: 200, also when some cannot
    /// be linked.
    /// </summary>
    public static async Task<IResult> CreateDefault(
        HttpContext context, RecordStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        var request = HubSpotRequest.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var pairs = BatchInputs.Read(body, ["from", "to"], Maximum).Select(PairOf).ToList();
        if (body.Error is { } wrong)
            return wrong;

        var done = await store.WriteAsync(request, async (editor, token) =>
        {
            var made = new List<(DirectedLink? Link, HubSpotError? Error)>();
            foreach (var pair in pairs)
            {
                var (links, error) = await LinkWriter.LinkAsync(editor, request, pair.From, pair.To, token);
                made.AddRange((links ?? []).Select(link => ((DirectedLink?)link, (HubSpotError?)null)));
                if (error is not null)
                    made.Add((null, error));
            }

            return made;
        }, cancellationToken);
        return HubSpotJson.Answer(Batch.Of(done, started, clock));
    }

    /// <summary>
    /// <c>POST /crm/v4/associations/{objectType}/{toObjectType}/batch/archive</c>: 204. Each input names several
    /// records on the other side.
    /// </summary>
    public static async Task<IResult> Archive(
        HttpContext context, RecordStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var pairs = BatchInputs.Read(body, ["from", "to"], Maximum)
            .SelectMany(input => input["to"].Items().Select(to => (From: IdOf(input["from"]), To: IdOf(to)))).ToList();
        if (body.Error is { } wrong)
            return wrong;

        await store.WriteAsync(request, async (editor, token) =>
        {
            foreach (var (from, to) in pairs)
                await LinkWriter.UnlinkAsync(editor, request, from, to, token);
            return true;
        }, cancellationToken);
        return Gone(request, clock);
    }

    /// <summary>
    /// <c>POST /crm/v4/associations/{objectType}/{toObjectType}/batch/labels/archive</c>: 204. The plain link stays;
    /// whoever takes it away takes every label with it.
    /// </summary>
    public static async Task<IResult> ArchiveLabels(
        HttpContext context, RecordStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var inputs = ReadLabelled(body);
        if (body.Error is { } wrong)
            return wrong;

        var error = await store.WriteAsync(request, async (editor, token) =>
        {
            var known = await AssociationCatalogue.LoadAsync(editor.Db, token);
            foreach (var (pair, specs) in inputs)
            {
                foreach (var spec in specs)
                {
                    var (type, unknown) = spec.Find(known, request.ObjectType);
                    if (type is null)
                        return unknown;
                    await LinkWriter.RemoveAsync(editor, type, pair.From, pair.To, token);
                }
            }

            return null;
        }, cancellationToken);
        return error is null ? Gone(request, clock) : error;
    }

    /// <summary>The pair an input of a batch names.</summary>
    public static (string From, string To) PairOf(JsonField input) => (IdOf(input["from"]), IdOf(input["to"]));

    /// <summary>204; dated versions of the API answer with an empty batch instead.</summary>
    public static IResult Gone(HubSpotRequest request, TimeProvider clock) => request.DatedVersion is null
        ? Results.NoContent()
        : Batch.Of<object>([], [], clock.GetUtcNow(), clock).Answer();

    // {"inputs":[{"from":{"id":"1"},"to":{"id":"2"},"types":[{"associationCategory":"…","associationTypeId":194}]}]}
    private static List<((string From, string To) Pair, List<AssociationSpec> Specs)> ReadLabelled(JsonBody body) =>
    [
        .. BatchInputs.Read(body, ["from", "to", "types"], Maximum)
            .Select(input => (PairOf(input), input["types"].Items().Select(AssociationSpec.Read).ToList())),
    ];

    private static string IdOf(JsonField field)
    {
        field.Require("id");
        return field["id"].Text() ?? "";
    }
}
