using MockPortal.Data;

namespace MockPortal.Records;

/// <summary>The properties that hold phone numbers, primary one first.</summary>
internal static class PhoneProperties
{
    private static readonly (string Property, string Label)[] All =
    [
        ("phone", "Phone number"),
        ("mobilephone", "Mobile phone number"),
        ("hs_whatsapp_phone_number", "WhatsApp phone number"),
    ];

    public static bool Holds(string property) => All.Any(entry => entry.Property == property);

    /// <summary>A record's numbers. Text without a digit, such as "n/a", is none.</summary>
    public static IReadOnlyList<RecordNumber> NumbersOf(CrmObject item) =>
    [
        .. All
            .Where(entry => item[entry.Property]?.Any(char.IsDigit) == true)
            .Select(entry => new RecordNumber
            {
                Number = item[entry.Property]!,
                Property = entry.Property,
                Label = entry.Label,
                CalleeTypeId = item.ObjectTypeId,
                CalleeId = item.Id,
                CalleeName = item.Name,
            }),
    ];
}

/// <summary>A number one can press, and whose it is.</summary>
public sealed record RecordNumber
{
    /// <summary>As stored.</summary>
    public required string Number { get; init; }

    public required string Property { get; init; }

    public required string Label { get; init; }

    public required string CalleeTypeId { get; init; }

    public required long CalleeId { get; init; }

    public required string CalleeName { get; init; }

    /// <summary>The record one calls from, where that is not the page's own.</summary>
    public CrmObject? From { get; init; }

    /// <summary>The attributes the host script reads from everything that dials.</summary>
    public IReadOnlyDictionary<string, object?> DialAttributes => new Dictionary<string, object?>
    {
        ["data-dial"] = "",
        ["data-phone-number"] = Number,
        ["data-property"] = Property,
        ["data-callee-type"] = CalleeTypeId,
        ["data-callee-id"] = CalleeId,
        ["data-callee-name"] = CalleeName,
        ["data-record-type"] = From?.ObjectTypeId,
        ["data-record-id"] = From?.Id,
        ["data-record-name"] = From?.Name,

        // A click before the script listens would be lost without a word; the script takes these two away.
        ["disabled"] = true,
        ["data-until-ready"] = "",
    };
}
