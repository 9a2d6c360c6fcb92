using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>Makes and changes many records at once.</summary>
internal static class BatchWrite
{
    /// <summary>
    /// <c>POST /crm/v3/objects/{objectType}/batch/create</c>: one mistake refuses the whole batch, unless every input
    /// has a trace id of its own by which the client can tell what became of it.
    /// </summary>
    public static Task<IResult> Create(
        HttpContext context, RecordStore store, TimeProvider clock, CancellationToken cancellationToken) =>
        RunAsync(context, store, clock, ["properties"], StatusCodes.Status201Created, CreateAsync, cancellationToken);

    /// <summary><c>POST /crm/v3/objects/{objectType}/batch/update</c>: 207 when some do not exist.</summary>
    public static Task<IResult> Update(
        HttpContext context, RecordStore store, TimeProvider clock, CancellationToken cancellationToken) =>
        RunAsync(context, store, clock, ["id", "properties"], StatusCodes.Status200OK, UpdateAsync, cancellationToken);

    /// <summary>
    /// <c>POST /crm/v3/objects/{objectType}/batch/upsert</c>: changes what is there and makes what is not.
    /// </summary>
    public static Task<IResult> Upsert(
        HttpContext context, RecordStore store, TimeProvider clock, CancellationToken cancellationToken) =>
        RunAsync(context, store, clock, ["id", "properties"], StatusCodes.Status200OK, UpsertAsync, cancellationToken);

    private static async Task<Outcome> CreateAsync(
        RecordEditor editor, ObjectInput input, CancellationToken cancellationToken)
    {
        var (made, refused) = await editor.CreateAsync(input, cancellationToken);
        return new Outcome(made, refused);
    }

    private static async Task<Outcome> UpdateAsync(
        RecordEditor editor, ObjectInput input, CancellationToken cancellationToken)
    {
        var (item, missing) = await ObjectFinder.FindAsync(
            editor.Db, editor.Properties, input.Id ?? "", input.IdProperty, archived: false, cancellationToken);
        if (item is null)
            return new Outcome(null, missing) { NotFound = input.Id };

        var (written, refused) = await editor.UpdateAsync(item, input.Properties, cancellationToken);
        return new Outcome(written, refused);
    }

    private static async Task<Outcome> UpsertAsync(
        RecordEditor editor, ObjectInput input, CancellationToken cancellationToken)
    {
        if (ObjectFinder.ErrorIn(editor.Properties, input.Id ?? "", input.IdProperty) is { } error)
            return new Outcome(null, error);

        // A record of this very batch is not in the database yet.
        if (!ObjectFinder.IsById(input.IdProperty)
            && editor.Changed.Any(item => ObjectFinder.IsNamed(item, input.Id ?? "", input.IdProperty)))
            return new Outcome(null, Errors.Validation($"Duplicate {input.IdProperty} in the batch: {input.Id}"));

        var updated = await UpdateAsync(editor, input, cancellationToken);
        if (updated.NotFound is null || ObjectFinder.IsById(input.IdProperty))
            return updated with { IsNew = false };

        var properties = new Dictionary<string, string?>(input.Properties, StringComparer.Ordinal)
        {
            [input.IdProperty!] = input.Id,
        };
        return await CreateAsync(
            editor, input with { Properties = properties }, cancellationToken) with
        { IsNew = true };
    }

    private static async Task<IResult> RunAsync(
        HttpContext context,
        RecordStore store,
        TimeProvider clock,
        IReadOnlyList<string> required,
        int status,
        Func<RecordEditor, ObjectInput, CancellationToken, Task<Outcome>> write,
        CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        var request = HubSpotRequest.Of(context);
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        var inputs = ObjectInput.ReadBatch(body, required);
        if (body.Error is { } wrong)
            return wrong;

        var traced = inputs.All(input => input.TraceId is not null)
            && inputs.DistinctBy(input => input.TraceId).Count() == inputs.Count;
        var (outcomes, error) = await store.WriteAsync(request, async (editor, token) =>
        {
            var done = new List<(ObjectInput Input, Outcome Outcome)>();
            foreach (var input in inputs)
            {
                var outcome = await write(editor, input, token);
                if (outcome.Error is { } refused && outcome.NotFound is null && !traced)
                {
                    editor.Abandon();
                    return (done, refused);
                }

                done.Add((input, outcome));
            }

            return (done, (HubSpotError?)null);
        }, cancellationToken);
        return error is not null ? error : BatchAnswer.Of(request, outcomes, started, clock).Answer(status);
    }
}

/// <summary>What became of one input of a batch.</summary>
internal sealed record Outcome(Written? Written, HubSpotError? Error)
{
    /// <summary>The id that no record has.</summary>
    public string? NotFound { get; init; }

    /// <summary>Only of upserts.</summary>
    public bool? IsNew { get; init; }
}
