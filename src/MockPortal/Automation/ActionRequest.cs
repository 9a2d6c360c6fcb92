using System.Text.Json;
using System.Text.Json.Serialization;

namespace MockPortal.Automation;

/// <summary>What a user is to do on an open page.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ActionRequest
{
    /// <summary>
    /// <c>dial</c>, <c>end</c>, <c>minimize</c>, <c>restore</c>, <c>close</c>, <c>navigate</c>, <c>reload-widget</c> or
    /// <c>send</c>.
    /// </summary>
    /// <example>dial</example>
    public required string Action { get; init; }

    /// <summary>
    /// The page: a surface's id, or <c>widget</c>, <c>remote</c> or <c>window</c>. Left out: the tab the user turned to
    /// last; for <c>send</c> and <c>reload-widget</c> the widget that holds the call, else one that is ready.
    /// </summary>
    public string? Surface { get; init; }

    /// <summary>How long to wait until there is such a page, and for <c>send</c> until its widget is ready. Left out: not at all.</summary>
    /// <example>10s</example>
    public string? WaitForPage { get; init; }

    /// <summary>Of <c>dial</c>: the number. Without a record it is dialled as if it had been typed.</summary>
    public string? Number { get; init; }

    /// <summary>
    /// Of <c>dial</c>: the record to call from; its primary number where none is given. Of <c>navigate</c>: the record to
    /// go to.
    /// </summary>
    public ActionObject? Record { get; init; }

    /// <summary>Of <c>dial</c>: the name of the calling app to choose first, as a user does in the menu behind <c>Call</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>Of <c>close</c>: true also closes during a call, without the question to the user; the widget is told END_CALL.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>Of <c>navigate</c>: path and query of a page of the portal, instead of a record.</summary>
    public string? Path { get; init; }

    /// <summary>Of <c>send</c>: the message, an object with a <c>type</c>. It gets a <c>messageId</c> when it has none.</summary>
    public JsonElement? Message { get; init; }
}

/// <summary>A CRM record.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ActionObject
{
    /// <example>0-1</example>
    public required string ObjectTypeId { get; init; }

    /// <example>101</example>
    public required long ObjectId { get; init; }
}

/// <summary>What was done.</summary>
public sealed record ActionRecord
{
    /// <example>dial</example>
    public required string Action { get; init; }

    /// <summary>The surface whose page did it.</summary>
    public required string Surface { get; init; }

    /// <summary><c>widget</c>, <c>remote</c> or <c>window</c>.</summary>
    public required string Location { get; init; }

    /// <summary>
    /// The portal's last message before the action: with it as <c>after</c> one waits for what the action causes.
    /// </summary>
    /// <example>41</example>
    public required long After { get; init; }

    /// <summary>What the page told the user meanwhile, such as that a call is active already.</summary>
    public required IReadOnlyList<string> Alerts { get; init; }
}
