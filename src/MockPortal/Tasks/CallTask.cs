using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;

namespace MockPortal.Tasks;

/// <summary>A CRM task (<c>0-27</c>) of the type CALL.</summary>
public sealed record CallTask
{
    /// <summary>More than a person calls in a week.</summary>
    private const int Limit = 200;

    public required long Id { get; init; }

    public required string Subject { get; init; }

    public DateTimeOffset? Due { get; init; }

    public bool Completed { get; init; }

    /// <summary>Who is to be called: the associated contact, else the company; null when there is neither.</summary>
    public RecordReference? Record { get; init; }

    /// <summary>The call tasks of the portal: open ones first, then by when they are due.</summary>
    public static async Task<ImmutableList<CallTask>> ListAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var tasks = await db.Objects.AsNoTracking()
            .Where(item => item.ObjectTypeId == ObjectTypes.Task && item.ArchivedAt == null)
            .ToListAsync(cancellationToken);
        var links = await db.Associations.AsNoTracking()
            .Where(link => link.FromTypeId == ObjectTypes.Task
                && (link.ToTypeId == ObjectTypes.Contact || link.ToTypeId == ObjectTypes.Company))
            .Join(
                db.Objects.Where(item => item.ArchivedAt == null),
                link => new { TypeId = link.ToTypeId, Id = link.ToId },
                item => new { TypeId = item.ObjectTypeId, item.Id },
                (link, item) => new { link.FromId, item.ObjectTypeId, item.Id, item.Name })
            .ToListAsync(cancellationToken);
        var records = links
            .GroupBy(link => link.FromId)
            .ToDictionary(group => group.Key, group => group.OrderBy(link => link.ObjectTypeId).ThenBy(link => link.Id).First());
        return
        [
            .. tasks
                .Where(task => task["hs_task_type"] == "CALL")
                .Select(task => new CallTask
                {
                    Id = task.Id,
                    Subject = task.Name,
                    Due = HubSpotTime.Read(task["hs_timestamp"]),
                    Completed = task["hs_task_status"] == "COMPLETED",
                    Record = records.GetValueOrDefault(task.Id) is { } link
                        ? new RecordReference { ObjectTypeId = link.ObjectTypeId, ObjectId = link.Id, Name = link.Name }
                        : null,
                })
                .OrderBy(task => task.Completed)
                .ThenBy(task => task.Due ?? DateTimeOffset.MaxValue)
                .ThenBy(task => task.Id)
                .Take(Limit),
        ];
    }

    /// <summary>What a queue goes through: tasks that are open and say whom to call.</summary>
    public static async Task<ImmutableList<QueuedTask>> QueueAsync(PortalDbContext db, CancellationToken cancellationToken) =>
    [
        .. (await ListAsync(db, cancellationToken))
            .Where(task => task is { Completed: false, Record: not null })
            .Select(task => new QueuedTask { TaskId = task.Id, Subject = task.Subject, Record = task.Record! }),
    ];

    /// <summary>Marks a task as completed; one that is gone needs no mark.</summary>
    public static async Task CompleteAsync(PortalDbContext db, long taskId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Objects.FindAsync([db.PortalId, ObjectTypes.Task, taskId], cancellationToken) is not { ArchivedAt: null } task)
            return;
        var time = HubSpotTime.Format(now);
        task.Set(
            [new("hs_task_status", "COMPLETED"), new("hs_task_completion_date", time), new("hs_lastmodifieddate", time)], now);
    }
}
