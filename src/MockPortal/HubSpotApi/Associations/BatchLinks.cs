using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.Associations;

/// <summary>Links many records at once, version 4.</summary>
internal static class BatchLinks
{
    private const int Maximum = 2000;

    /// <summary><c>POST /crm/v4/associations/{objectType}/{toObjectType}/batch/create</c>: 201, or 207 when some cannot be linked.</summary>
    public static async Task<IResult> Create(HttpContext context, RecordStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var inputs = BatchInputs.Read(body, ["from", "to", "types"], Maximum)
            .Select(input => (Pair: PairOf(input), Specs: input["types"].Items().Select(AssociationSpec.Read).ToList())).ToList();
        return await RunAsync(store, clock, request, body, batch => batch.Answer(StatusCodes.Status201Created), async (editor, token) =>
        {
            var done = new List<(LabelledLink? Link, HubSpotError? Error)>();
            foreach (var (pair, specs) in inputs)
                done.Add(await LinkWriter.LabelAsync(editor, request, pair.From, pair.To, specs, token));
            return done;
        }, cancellationToken);
    }

    /// <summary><c>POST /crm/v4/associations/{objectType}/{toObjectType}/batch/associate/default</c>: 200, also when some cannot be linked.</summary>
    public static async Task<IResult> CreateDefault(
        HttpContext context, RecordStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var pairs = BatchInputs.Read(body, ["from", "to"], Maximum).Select(PairOf).ToList();
        return await RunAsync(store, clock, request, body, batch => HubSpotJson.Answer(batch), async (editor, token) =>
        {
            var done = new List<(DirectedLink? Link, HubSpotError? Error)>();
            foreach (var pair in pairs)
            {
                var (links, error) = await LinkWriter.LinkAsync(editor, request, pair.From, pair.To, token);
                done.AddRange(links is null ? [(null, error)] : links.Select(link => ((DirectedLink?)link, (HubSpotError?)null)));
            }

            return done;
        }, cancellationToken);
    }

    /// <summary>
    /// <c>POST /crm/v4/associations/{objectType}/{toObjectType}/batch/archive</c>: 204. Each input names several records on
    /// the other side.
    /// </summary>
    public static async Task<IResult> Archive(HttpContext context, RecordStore store, TimeProvider clock, CancellationToken cancellationToken)
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
    /// <c>POST /crm/v4/associations/{objectType}/{toObjectType}/batch/labels/archive</c>: 204. The plain link stays; whoever
    /// takes it away takes every label with it.
    /// </summary>
    public static async Task<IResult> ArchiveLabels(
        HttpContext context, RecordStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var inputs = BatchInputs.Read(body, ["from", "to", "types"], Maximum)
            .Select(input => (Pair: PairOf(input), Specs: input["types"].Items().Select(AssociationSpec.Read).ToList())).ToList();
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
                    await RemoveAsync(editor, request, type, pair, token);
                }
            }

            return null;
        }, cancellationToken);
        return error is null ? Gone(request, clock) : error;
    }

    /// <summary>The pair an input of a batch names.</summary>
    public static (string From, string To) PairOf(JsonField input) => (IdOf(input["from"]), IdOf(input["to"]));

    /// <summary>204; dated versions of the API answer with an empty batch instead.</summary>
    public static IResult Gone(HubSpotRequest request, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return request.DatedVersion is null
            ? Results.NoContent()
            : new Batch<object> { Results = [], StartedAt = now, CompletedAt = now }.Answer();
    }

    private static async Task RemoveAsync(
        RecordEditor editor, HubSpotRequest request, AssociationType type, (string From, string To) pair, CancellationToken cancellationToken)
    {
        if (type.Label is null)
            await LinkWriter.UnlinkAsync(editor, request, pair.From, pair.To, cancellationToken);
        else if (ObjectFinder.ParseId(pair.From) is { } from && ObjectFinder.ParseId(pair.To) is { } to)
            await AssociationEditor.RemoveAsync(editor.Db, type, from, to, cancellationToken);
    }

    private static string IdOf(JsonField field)
    {
        field.Require("id");
        return field["id"].Text() ?? "";
    }

    private static async Task<IResult> RunAsync<T>(
        RecordStore store,
        TimeProvider clock,
        HubSpotRequest request,
        JsonBody body,
        Func<Batch<T>, IResult> answer,
        Func<RecordEditor, CancellationToken, Task<List<(T? Link, HubSpotError? Error)>>> write,
        CancellationToken cancellationToken)
        where T : class
    {
        if (body.Error is { } wrong)
            return wrong;

        var started = clock.GetUtcNow();
        var done = await store.WriteAsync(request, write, cancellationToken);
        var errors = done.Select(item => item.Error).OfType<HubSpotError>().Select(BatchError.Of).ToList();
        return answer(new Batch<T>
        {
            Results = [.. done.Select(item => item.Link).OfType<T>()],
            Errors = errors.Count > 0 ? errors : null,
            StartedAt = started,
            CompletedAt = clock.GetUtcNow(),
        });
    }
}
