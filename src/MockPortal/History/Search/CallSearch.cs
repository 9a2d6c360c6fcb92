using System.Globalization;
using MockPortal.Data;
using MockPortal.Hosting;

namespace MockPortal.History.Search;

/// <summary>
/// The query language of the call history, as conditions: <c>status:ghost contact:"Ada" since:1h</c> and free text. Several
/// values of one key are alternatives, different keys must all match.
/// </summary>
public sealed record CallSearch
{
    /// <summary>The keys, with what their values are.</summary>
    public static readonly IReadOnlyList<(string Key, string Meaning)> Keys =
    [
        ("status", "what the list shows: `completed`, `busy`, `no_answer`, `ghost`, `in-progress`, …"),
        ("state", "the state alone: `completed` is a call the widget completed, however it ended"),
        ("outcome", "the end alone, as CALL_ENDED told it: `completed`, `canceled`, `missed`, …"),
        ("direction", "`inbound` or `outbound`"),
        ("contact", "part of the name, number or e-mail of the contact"),
        ("company", "the same of the company"),
        ("number", "part of either number, digits only count"),
        ("sdk", "the beginning of the reported SDK version"),
        ("widget", "part of the widget's name"),
        ("warning", "a warning's code, or `*` for any"),
        ("engagement", "an engagement id"),
        ("external", "the calling app's own call id"),
        ("since", "a time, or how long ago: `1h`, `2d`"),
        ("until", "the same, excluded"),
    ];

    public IReadOnlyList<string> Statuses { get; init; } = [];

    public IReadOnlyList<string> States { get; init; } = [];

    public IReadOnlyList<string> Outcomes { get; init; } = [];

    public IReadOnlyList<string> Directions { get; init; } = [];

    /// <summary>Parts of records' texts, in lower case, with the type they have to be of.</summary>
    public IReadOnlyList<(string TypeId, string Text)> Records { get; init; } = [];

    /// <summary>Digits.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    public IReadOnlyList<string> SdkVersions { get; init; } = [];

    public IReadOnlyList<string> Widgets { get; init; } = [];

    /// <summary>Codes; a star stands for any.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public IReadOnlyList<long> EngagementIds { get; init; } = [];

    public IReadOnlyList<string> ExternalCallIds { get; init; } = [];

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>The free text's words; each must occur.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Everything that is wrong with the text, a sentence each.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    public static CallSearch Read(string text, DateTimeOffset now)
    {
        var terms = SearchTerm.Split(text);
        var words = terms.Where(term => term.Key is null).Select(term => term.Value).ToList();
        // A number may be written with spaces: without any letter the whole is one number.
        if (words.Count > 1 && !words.Exists(word => word.Any(char.IsLetter)))
            words = [string.Join(' ', words)];
        return terms.Where(term => term.Key is not null).Aggregate(
            new CallSearch { Words = words },
            (search, term) => term.Value.Length > 0
                ? search.With(term.Key!, term.Value, now)
                : search.Wrong($"{term.Key}: has no value; write {term.Key}:value without a space between them."));
    }

    private CallSearch With(string key, string value, DateTimeOffset now) => key switch
    {
        "status" when Named(HistoryParameters.CallStatus, value) is { } status => this with { Statuses = [.. Statuses, status] },
        "status" => Wrong(key, value, HistoryParameters.CallStatus.Allowed!),
        "state" when Named(HistoryParameters.State, value) is { } state => this with { States = [.. States, state] },
        "state" => Wrong(key, value, HistoryParameters.State.Allowed!),
        "outcome" when Named(HistoryParameters.Outcome, value) is { } outcome => this with { Outcomes = [.. Outcomes, outcome] },
        "outcome" => Wrong(key, value, HistoryParameters.Outcome.Allowed!),
        "direction" when Named(HistoryParameters.Direction, value) is { } direction => this with { Directions = [.. Directions, direction] },
        "direction" => Wrong(key, value, HistoryParameters.Direction.Allowed!),
        "contact" => this with { Records = [.. Records, (ObjectTypes.Contact, value.ToLowerInvariant())] },
        "company" => this with { Records = [.. Records, (ObjectTypes.Company, value.ToLowerInvariant())] },
        "number" when Digits(value) is { Length: > 0 } digits => this with { Numbers = [.. Numbers, digits] },
        "number" => Wrong($"number is '{value}', which has no digit; allowed is part of a phone number such as +4930."),
        "sdk" => this with { SdkVersions = [.. SdkVersions, value] },
        "widget" => this with { Widgets = [.. Widgets, value] },
        "warning" => this with { Warnings = [.. Warnings, value.ToLowerInvariant()] },
        "engagement" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) =>
            this with { EngagementIds = [.. EngagementIds, id] },
        "engagement" => Wrong($"engagement is '{value}'; allowed is a whole number."),
        "external" => this with { ExternalCallIds = [.. ExternalCallIds, value] },
        "since" when TimeText.Read(value, now) is { } since => this with { Since = Since < since ? Since : since },
        "until" when TimeText.Read(value, now) is { } until => this with { Until = Until > until ? Until : until },
        "since" or "until" => Wrong($"{key} is '{value}'; allowed is {TimeText.Allowed}."),
        ['-', ..] => Wrong($"{key}: begins with a minus sign, but one can only ask for what a call has, not for what it has not. "
            + $"To look for the text itself, put it in quotes: \"{key}:{value}\"."),
        _ => Wrong($"There is no filter '{key}'; known are {string.Join(", ", Keys.Select(known => known.Key))}. "
            + $"To look for the text itself, put it in quotes: \"{key}:{value}\"."),
    };

    private CallSearch Wrong(string text) => this with { Errors = [.. Errors, text] };

    private CallSearch Wrong(string key, string value, IEnumerable<string> allowed) =>
        Wrong($"{key} is '{value}'; allowed: {string.Join(", ", allowed)}.");

    private static string? Named(QueryParameter parameter, string value) =>
        parameter.Allowed!.FirstOrDefault(name => name.Equals(value, StringComparison.OrdinalIgnoreCase));

    private static string Digits(string value) => string.Concat(value.Where(char.IsAsciiDigit));
}
