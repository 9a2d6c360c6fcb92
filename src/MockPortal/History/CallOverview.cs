using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Hosting;
using MockPortal.Layout;

namespace MockPortal.History;

/// <summary>One page of the portal's calls. Its address takes the filters of the API, so that either can be had from the other.</summary>
public sealed record CallOverview
{
    private const int PageSize = 25;

    /// <summary>How many calls were deleted before the browser was sent here.</summary>
    internal static readonly QueryParameter Deleted = new() { Name = "deleted", Description = "", Minimum = 0 };

    internal static readonly IReadOnlyList<QueryParameter> Parameters =
        [.. HistoryParameters.OfCalls, CallSort.Parameter, CommonParameters.After, Deleted];

    public required PortalHeader Portal { get; init; }

    public required IReadOnlyList<FoundCall> Rows { get; init; }

    /// <summary>Only the calls of this record are listed.</summary>
    public RecordReference? Record { get; init; }

    /// <summary>Not the first page.</summary>
    public required bool IsContinued { get; init; }

    /// <summary>The place of the last row when there are more.</summary>
    public string? Next { get; init; }

    /// <summary>What is wrong with the address; nothing is listed then.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    /// <summary>The number of calls that were just deleted.</summary>
    public long? JustDeleted { get; init; }

    public required CallSort Sort { get; init; }

    /// <summary>What was asked for.</summary>
    public required CallListAddress Address { get; init; }

    internal static async Task<CallOverview> LoadAsync(
        PortalDbContext db, HttpRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request);
        var filter = HistoryFilter.ReadOfCalls(query, now);
        var sort = CallSort.Read(query);
        var after = sort.ReadPlace(query);
        var deleted = query.Number(Deleted);
        var errors = query.Problem()?.ProblemDetails.Errors.SelectMany(error => error.Value).ToList() ?? [];
        var found = errors.Count > 0 ? [] : await CallQuery.Named(sort.Apply(CallQuery.Find(db, filter), after))
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        return new CallOverview
        {
            Portal = await PortalHeader.LoadAsync(db, cancellationToken),
            Rows = [.. found.Take(PageSize)],
            Record = await RecordOfAsync(db, filter, cancellationToken),
            Errors = errors,
            IsContinued = after is not null,
            Next = found.Count > PageSize ? sort.PlaceOf(found[PageSize - 1].Call) : null,
            JustDeleted = deleted,
            Sort = sort,
            Address = new CallListAddress(db.PortalNumber, request.Query),
        };
    }

    private static async Task<RecordReference?> RecordOfAsync(
        PortalDbContext db, HistoryFilter filter, CancellationToken cancellationToken)
    {
        if (filter is not { ObjectTypeId: { } type, ObjectId: { } id })
            return null;
        var name = await db.Objects
            .Where(item => item.ObjectTypeId == type && item.Id == id)
            .Select(item => item.Name)
            .FirstOrDefaultAsync(cancellationToken);
        return new RecordReference { ObjectTypeId = type, ObjectId = id, Name = name };
    }
}
