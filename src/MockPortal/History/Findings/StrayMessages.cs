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
    private const int MostMessages = 100;

    private static readonly string[] Types = ["CALL_DATA", "CALL_ENDED", "CALL_COMPLETED"];

    public static async Task<IReadOnlyList<Message>> FindAsync(PortalDbContext db, Call call, CancellationToken cancellationToken)
    {
        var later = await db.Messages.AsNoTracking()
            .Where(message => message.SurfaceId == call.SurfaceId && message.CallId < call.Id && message.At >= call.StartedAt)
            .Where(message => message.Direction == MessageDirections.FromWidget && Types.Contains(message.Type))
            .OrderBy(message => message.Sequence)
            .Take(MostMessages)
            .ToListAsync(cancellationToken);
        return [.. later.Where(message => IsOf(call, message))];
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
        using var payload = JsonDocument.Parse(message.Payload);
        if (CallFindings.IdIn(message) is null)
            return false;
        return CallReading.ExternalCallId(payload.RootElement.Field("data")) is { } external
            ? external == call.ExternalCallId
            : message.Warnings.Exists(warning => warning.Code == "call-data-after-completed")
                && message.At <= (call.CompletedAt ?? call.EndedAt ?? DateTimeOffset.MaxValue);
    }
}
