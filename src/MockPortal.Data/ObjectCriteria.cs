namespace MockPortal.Data;

/// <summary>Which records of a type a search wants, and in which order.</summary>
public sealed record ObjectCriteria
{
    public required string ObjectTypeId { get; init; }

    /// <summary>A record matches one of the groups; none: every record does.</summary>
    public IReadOnlyList<IReadOnlyList<ObjectTest>> Groups { get; init; } = [];

    /// <summary>Each has to occur in one of <see cref="TextProperties"/>. Lower case.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public IReadOnlyList<string> TextProperties { get; init; } = [];

    /// <summary>Has to occur in a text, or in the digits of one of <see cref="NumberProperties"/>.</summary>
    public string? Digits { get; init; }

    public IReadOnlyList<string> NumberProperties { get; init; } = [];

    /// <summary>Null: by the time of creation.</summary>
    public PropertyKey? Order { get; init; }

    public bool Descending { get; init; }

    /// <summary>What was created after it does not show yet.</summary>
    public DateTimeOffset? CreatedUntil { get; init; }
}

/// <summary>A property to compare or to sort by.</summary>
public sealed record PropertyKey(string Name, PropertyKind Kind)
{
    /// <summary>The property is one of the record's own columns.</summary>
    public ObjectColumn? Column { get; init; }
}

/// <summary>What is known of a record without looking into its properties.</summary>
public enum ObjectColumn
{
    Id,
    CreatedAt,
    UpdatedAt,
}

/// <summary>Something a record has to be.</summary>
public abstract record ObjectTest;

/// <summary>A comparison of a property. A property without a value matches only when that is what is asked for.</summary>
public sealed record PropertyTest(PropertyKey Property, Comparison Comparison) : ObjectTest
{
    /// <summary>One for most comparisons, two for <see cref="Comparison.Between"/>: texts, numbers, or milliseconds since 1970.</summary>
    public IReadOnlyList<object> Values { get; init; } = [];
}

/// <summary>A link to one of some records of another type.</summary>
public sealed record LinkTest(string ToTypeId, IReadOnlyList<long> ToIds) : ObjectTest;

/// <summary>How a property is compared.</summary>
public enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Between,
    In,
    NotIn,
    HasValue,
    HasNoValue,

    /// <summary>One of the value's words is this one; a star at either end stands for anything.</summary>
    ContainsToken,
    NotContainsToken,
}
