using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>The answer of a batch that wrote records.</summary>
internal static class BatchAnswer
{
    public static Batch<ObjectAnswer> Of(
        HubSpotRequest request,
        IReadOnlyList<(ObjectInput Input, Outcome Outcome)> outcomes,
        DateTimeOffset started,
        TimeProvider clock)
    {
        var written = outcomes.Where(done => done.Outcome.Written is not null)
            .OrderBy(done => done.Outcome.Written!.Item.Id)
            .Select(done => Of(done.Input, done.Outcome, request))
            .ToList();
        var errors = Refused(outcomes).Concat(Missing(request.ObjectType, outcomes)).ToList();
        return Batch.Of(written, errors, started, clock);
    }

    private static ObjectAnswer Of(ObjectInput input, Outcome outcome, HubSpotRequest request)
    {
        var written = outcome.Written!;
        var answer = written.Before.Count == 0
            ? ObjectAnswer.OfAll(written.Item, written.Properties, request)
            : ObjectAnswer.Of(written.Item, written.Properties, Shown(input, written), request);
        return answer with { ObjectWriteTraceId = input.TraceId, New = outcome.IsNew };
    }

    /// <summary>Contacts and the rest differ in what comes along with the changed properties.</summary>
    private static IEnumerable<string> Shown(ObjectInput input, Written written) => input.Properties.Keys.Concat(
        written.Properties.Type == ObjectType.Contact
            ? ["hs_email_domain", written.Properties.Type.Modified]
            : written.Properties.Always);

    private static IEnumerable<BatchError> Refused(IReadOnlyList<(ObjectInput Input, Outcome Outcome)> outcomes) =>
        from done in outcomes
        where done.Outcome is { Error: not null, NotFound: null }
        select new BatchError
        {
            Category = done.Outcome.Error!.Category ?? Errors.ValidationError,
            Message = done.Outcome.Error.Message,
            Context = HubSpotError.ContextOf("objectWriteTraceId", done.Input.TraceId ?? ""),
        };

    /// <summary>One entry names all records that do not exist.</summary>
    private static IEnumerable<BatchError> Missing(
        ObjectType type, IReadOnlyList<(ObjectInput Input, Outcome Outcome)> outcomes)
    {
        var missing = outcomes.Select(done => done.Outcome.NotFound).OfType<string>().ToList();
        return missing.Count > 0 ? [BatchObjects.NotFound(type, missing)] : [];
    }
}
