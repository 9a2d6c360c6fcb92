namespace MockPortal.Records;

/// <summary>HubSpot's call outcomes: the ids are the same in every portal.</summary>
internal static class Dispositions
{
    /// <summary>In the order of HubSpot's menu.</summary>
    public static IReadOnlyList<Disposition> All { get; } =
    [
        new("9d9162e7-6cf3-4944-bf63-4dff82258764", "Busy"),
        new("f240bbac-87c9-4f6e-bf70-924b57d47db7", "Connected"),
        new("a4c4c377-d246-4b32-a13b-75a56a4cd0ff", "Left live message"),
        new("b2cf5968-551e-4856-9783-52b3da59a7d0", "Left voicemail"),
        new("73a0d17f-1163-4015-bdd5-ec830791da20", "No answer"),
        new("17b47fee-58de-441e-a44c-c6300d46f273", "Wrong number"),
    ];

    /// <summary>The label of an id; an id nobody knows stands for itself.</summary>
    public static string? LabelOf(string? id) =>
        All.FirstOrDefault(outcome => outcome.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.Label ?? id;
}

/// <summary>An outcome of a call.</summary>
internal sealed record Disposition(string Id, string Label);
