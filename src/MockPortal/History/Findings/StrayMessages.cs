using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.History.Findings;

/// <summary>
/// What a widget said of a call with the engagement of an earlier one, as an app does that keeps an id for too long. A message
/// goes by its engagement: the earlier call got it, and this one looks as if the widget had never said it.
/// </summary>
internal static class StrayMessages
{
    private const int MostMessages = 500;

    /// <summary>How much further in the portal's trace than the call itself is looked: it may have said nothing after.</summary>
    private const int Afterwards = 1000;

    private static readonly string[] Types = ["CALL_DATA", "CALL_ENDED", "CALL_COMPLETED"];

    public static async Task<IReadOnlyList<Message>> FindAsync(PortalDbContext db, Call call, CancellationToken cancellationToken)
    {
        var own = db.Messages.Where(message => message.CallId == call.Id).Select(message => (long?)message.Sequence);
        if (await own.MinAsync(cancellationToken) is not { } first || await own.MaxAsync(cancellationToken) is not { } last)
            return [];

        // By type and place in the trace: the surface and the earlier calls lead to all that was ever said there.
        var meanwhile = await db.Messages.AsNoTracking()
            .Where(message => Types.Contains(message.Type) && message.Sequence > first && message.Sequence < last + Afterwards)
            .OrderBy(message => message.Sequence)
            .Take(MostMessages)
            .ToListAsync(cancellationToken);
        return [.. meanwhile.Where(message => IsOf(call, message))];
    }

    public static IEnumerable<Finding> Of(IReadOnlyList<Message> strayed)
    {
        if (strayed is not [var first, ..])
            yield break;
        var types = string.Join(" and ", strayed.Select(message => message.Type).Distinct(StringComparer.Ordinal));
        yield return new Finding
        {
            Code = "ids-differ",
            Title = "The widget named the engagement of another call",
            Text = $"During this call {types} came with the engagement {CallFindings.IdIn(first)}, which is call {first.CallId}'s. A "
                + $"message goes by the engagement it names, so call {first.CallId} got it and this one did not. Keep an "
                + "engagement's id with the call it belongs to, and forget it when the next call begins.",
            Sequence = null,
        };
    }

    /// <summary>It has the app's id of this call; or it tells a call of an engagement that was over, while this one was not.</summary>
    private static bool IsOf(Call call, Message message)
    {
        if (message.SurfaceId != call.SurfaceId || !(message.CallId < call.Id) || message.Direction != MessageDirections.FromWidget
            || CallFindings.IdIn(message) is null)
        {
            return false;
        }

        using var payload = JsonDocument.Parse(message.Payload);
        return CallReading.ExternalCallId(payload.RootElement.Field("data")) is { } external
            ? external == call.ExternalCallId
            : message.Warnings.Exists(warning => warning.Code == "call-data-after-completed")
                && message.At <= (call.CompletedAt ?? call.EndedAt ?? DateTimeOffset.MaxValue);
    }
}
