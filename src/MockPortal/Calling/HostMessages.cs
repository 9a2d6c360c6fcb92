using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockPortal.Calling;

/// <summary>The payloads of what the host sends.</summary>
internal static class HostMessages
{
    /// <summary>
    /// Everything DIAL_NUMBER is known to carry; every SDK version gets all of it. The page's record and the
    /// record that is called differ when the user calls an associated one.
    /// </summary>
    public static JsonObject DialNumber(DialRequest request, EngineContext context)
    {
        var record = request.Record;
        var data = new JsonObject
        {
            ["phoneNumber"] = request.PhoneNumber,
            ["phone_number"] = request.PhoneNumber,
            ["ownerId"] = context.OwnerId,
            ["portalId"] = context.PortalId,
            ["objectId"] = record?.ObjectId ?? 0,
            ["subjectId"] = record?.ObjectId ?? 0,
            ["countryCode"] = request.CountryCode ?? "",
            ["startTimestamp"] = request.At.ToUnixTimeMilliseconds(),
            ["toPhoneNumberSrc"] = request.Property ?? "",
            ["threadId"] = 0,
        };
        if (record is { ObjectId: not 0 })
            data["objectType"] = ObjectTypeName(record.ObjectTypeId);
        if ((request.Callee ?? record) is { } callee)
            data["calleeInfo"] = new JsonObject
            {
                ["calleeId"] = callee.ObjectId,
                ["calleeObjectTypeId"] = callee.ObjectTypeId,
            };
        return data;
    }

    public static JsonObject VisibilityChanged(Visibility visibility) => new()
    {
        ["isMinimized"] = visibility is Visibility.Minimized,
        ["isHidden"] = visibility is Visibility.Hidden,
    };

    public static JsonObject EngagementId(long engagementId) => new() { ["engagementId"] = engagementId };

    public static JsonObject CallId(long callId, string externalCallId) =>
        new() { ["callId"] = callId, ["externalCallId"] = externalCallId };

    public static JsonObject Error(string message) => new() { ["error"] = new JsonObject { ["message"] = message } };

    /// <summary>Ids as numbers: apps hand the coordinates back as they got them.</summary>
    public static JsonObject CallerIdMatches(IEnumerable<CallerMatch> matches, EngineContext context) => new()
    {
        ["callerIdMatches"] = new JsonArray([.. matches.Select(match => CallerIdMatch(match, context))]),
    };

    private static JsonObject CallerIdMatch(CallerMatch match, EngineContext context)
    {
        var coordinates = new JsonObject
        {
            ["portalId"] = context.PortalId,
            ["objectTypeId"] = match.Record.ObjectTypeId,
            ["objectId"] = match.Record.ObjectId,
        };
        return match.Record.ObjectTypeId == "0-2"
            ? new JsonObject
            {
                ["callerIdType"] = "COMPANY",
                ["name"] = match.Record.Name ?? "",
                ["objectCoordinates"] = coordinates,
            }
            : new JsonObject
            {
                ["callerIdType"] = "CONTACT",
                ["firstName"] = match.FirstName ?? "",
                ["lastName"] = match.LastName ?? "",
                ["email"] = match.Email ?? "",
                ["objectCoordinates"] = coordinates,
            };
    }

    /// <summary>These fields as they came; a value .NET cannot hold (half a surrogate pair) is left out.</summary>
    public static JsonObject Echo(JsonElement data, params ReadOnlySpan<string> fields)
    {
        var echo = new JsonObject();
        foreach (var name in fields)
        {
            var value = data.Field(name);
            if (value.ValueKind is not JsonValueKind.Undefined && Copy(value) is { } copy)
                echo[name] = copy;
        }
        return echo;
    }

    private static JsonNode? Copy(JsonElement value)
    {
        try
        {
            return JsonNode.Parse(JsonNode.Parse(value.GetRawText())?.ToJsonString() ?? "null");
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // A custom object has no name of this kind; its type id is better than a field that is sometimes missing.
    public static string ObjectTypeName(string objectTypeId) => objectTypeId switch
    {
        "0-1" => "CONTACT",
        "0-2" => "COMPANY",
        "0-3" => "DEAL",
        "0-5" => "TICKET",
        _ => objectTypeId,
    };
}
