using Microsoft.OpenApi;
using MockPortal.Data;
using MockPortal.Hosting;

namespace MockPortal.History;

/// <summary>The filters of messages, as documented and as read.</summary>
internal static class MessageParameters
{
    public static readonly QueryParameter Type = new()
    {
        Name = "type",
        Description = "Only these message types or host events, such as `CALL_DATA`. Also in lower or upper case.",
        Many = true,
    };

    public static readonly QueryParameter Direction = new()
    {
        Name = "direction",
        Description = "Only messages that went this way; `host` is what happened to the host page.",
        Allowed = [MessageDirections.ToWidget, MessageDirections.FromWidget, MessageDirections.Host],
        Many = true,
    };

    public static readonly QueryParameter Surface = new()
    {
        Name = "surface",
        Description = "Only messages of these surfaces.",
        Many = true,
    };

    public static readonly QueryParameter CallId = new()
    {
        Name = "callId",
        Description = "Only messages of these calls.",
        Type = JsonSchemaType.Integer,
        Many = true,
    };

    /// <summary>Reads the filter; mistakes are kept by the reader.</summary>
    public static ChangeFilter Read(QueryReader query) => new()
    {
        // Types are the widget's own and know no list; these spellings can all use the index.
        Types = [.. query.Many(Type).SelectMany(type => (string[])[type, type.ToUpperInvariant(), type.ToLowerInvariant()]).Distinct()],
        Directions = query.Many(Direction),
        SurfaceIds = query.Many(Surface),
        CallIds = query.Numbers(CallId),
    };
}
