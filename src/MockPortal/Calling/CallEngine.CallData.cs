using System.Collections.Immutable;
using System.Text.Json;

namespace MockPortal.Calling;

/// <summary>What widgets say about engagements and how calls ended, read with care.</summary>
public static partial class CallEngine
{
    /// <summary>The most engagement ids kept of one call.</summary>
    private const int EngagementLimit = 100;

    /// <summary>The widget's backend created an engagement by itself and names it.</summary>
    private static void RecordCallData(Turn turn, JsonElement data)
    {
        var value = data.Field("engagementId");
        if (value.Id() is not { } engagementId)
        {
            turn.Warn(Warnings.CallDataUnreadable(data.IsObject() ? value : data, WhyNoId(data, value)));
            return;
        }

        var call = turn.State.CallOf(turn.Surface, data) ?? turn.State.LastCallOf(turn.Surface);
        if (call is null)
            turn.Warn(Warnings.CallDataWithoutCall());
        else
        {
            turn.CallId = call.CallId;
            if (call.Phase.IsOver())
                turn.Warn(Warnings.CallDataAfterCompleted());
            call = Attach(turn, call, engagementId);
        }
        turn.Store(new RecordEngagement { EngagementId = engagementId, Call = call, Surface = turn.Surface });
    }

    private static string WhyNoId(JsonElement data, JsonElement value) => value.ValueKind switch
    {
        _ when !data.IsObject() => "its data is no object",
        JsonValueKind.Undefined or JsonValueKind.Null => "there is no id",
        JsonValueKind.Number when value.GetRawText().StartsWith('-') || value.Integer() == 0 => "an id is positive",
        JsonValueKind.Number when value.TryGetDouble(out var real) && real < 1e15 => "an id is a whole number",
        JsonValueKind.Number => "it is greater than a browser can hold exactly",
        JsonValueKind.String => "the text is no positive whole number",
        _ => "an id is a number",
    };

    private static CurrentCall Attach(Turn turn, CurrentCall call, long? engagementId) =>
        engagementId is { } id && !call.EngagementIds.Contains(id) && call.EngagementIds.Count < EngagementLimit
            ? turn.Put(call with { EngagementIds = call.EngagementIds.Add(id) })
            : call;

    private static string EndStatusOf(Turn turn, CurrentCall call, JsonElement value)
    {
        var status = CallStatus.Read(value) ?? CallStatus.Assumed(call);
        if (value.IsGiven() && CallStatus.Read(value) is null)
            turn.Warn(Warnings.UnknownEndStatus(value, status));
        return status;
    }

    /// <summary>Property values are texts; anything else is kept as its JSON. Custom properties are allowed.</summary>
    private static ImmutableSortedDictionary<string, string?> ReadProperties(JsonElement properties)
    {
        if (!properties.IsObject())
            return ImmutableSortedDictionary<string, string?>.Empty;

        var result = ImmutableSortedDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var property in properties.EnumerateObject())
        {
            if (property.ReadName() is { } name)
            {
                result[name] = property.Value.ValueKind is JsonValueKind.String
                    ? property.Value.String()
                    : property.Value.IsGiven() ? property.Value.GetRawText() : null;
            }
        }
        return result.ToImmutable();
    }
}
