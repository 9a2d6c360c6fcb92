namespace MockPortal.Data;

/// <summary>A call task of the demo data: somebody is to be called.</summary>
/// <param name="Id">Its object id.</param>
/// <param name="ContactId">Who is to be called.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="DueInDays">When it is due, seen from the first start; negative: overdue.</param>
/// <param name="Completed">Whether it is done already.</param>
internal sealed record SeedTask(long Id, long ContactId, string Subject, int DueInDays, bool Completed = false);

/// <summary>The call tasks of the demo data, which make a short queue.</summary>
internal static class SeedTasks
{
    public static readonly SeedTask[] All =
    [
        new(7001, 101, "Ask Nora about the autumn order", -1),
        new(7004, 204, "Angebot mit Jürgen durchgehen", 0),
        new(7007, 151, "Confirm Tom’s delivery address", 1),
        new(7010, 207, "Welcome call", -9, Completed: true),
    ];
}
