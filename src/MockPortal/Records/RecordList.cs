using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Layout;

namespace MockPortal.Records;

/// <summary>One page of a list of records, by name.</summary>
public sealed record RecordList
{
    private const int PageSize = 25;

    public required PortalHeader Portal { get; init; }

    public required RecordKind Kind { get; init; }

    /// <summary>What was searched for; empty for everything.</summary>
    public required string Query { get; init; }

    public required IReadOnlyList<RecordRow> Rows { get; init; }

    /// <summary>How many records match in all.</summary>
    public required int Total { get; init; }

    /// <summary>Not the first page.</summary>
    public required bool IsContinued { get; init; }

    /// <summary>The key of the last row when there are more.</summary>
    public long? Next { get; init; }

    public static async Task<RecordList> LoadAsync(
        PortalDbContext db, RecordKind kind, string? query, string? after, CancellationToken cancellationToken)
    {
        var objectTypeId = kind.ObjectTypeId;
        var search = query?.Trim() ?? "";
        var matches = RecordSearch.Find(db, objectTypeId, search).AsNoTracking().Where(item => item.ArchivedAt == null);

        var start = long.TryParse(after, out var last)
            ? await db.Objects
                .Where(item => item.ObjectTypeId == objectTypeId && item.Id == last)
                .Select(item => item.Name)
                .FirstOrDefaultAsync(cancellationToken)
            : null;
        var rest = start is null ? matches : matches.Where(item =>
            string.Compare(item.Name, start) > 0 || (item.Name == start && item.Id > last));

        var items = await rest.OrderBy(item => item.Name).ThenBy(item => item.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        var page = items.Take(PageSize).ToList();
        var contacts = kind.HasNumbers ? null : await AssociatedContacts.NumbersOfAsync(db, page, cancellationToken);
        return new RecordList
        {
            Portal = await PortalHeader.LoadAsync(db, cancellationToken),
            Kind = kind,
            Query = search,
            Rows = [.. page.Select(item => RecordRow.Of(item, kind, contacts?[item.Id]))],
            Total = await matches.CountAsync(cancellationToken),
            IsContinued = start is not null,
            Next = items.Count > PageSize ? page[^1].Id : null,
        };
    }
}

/// <summary>A row of the list.</summary>
public sealed record RecordRow
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>What stands below the name.</summary>
    public string? Detail { get; init; }

    /// <summary>The record's own, or those of the contacts associated with it. Pressing one calls from this row.</summary>
    public required IReadOnlyList<RecordNumber> Numbers { get; init; }

    public string? Email { get; init; }

    public string? Context { get; init; }

    public string? Place { get; init; }

    internal static RecordRow Of(CrmObject item, RecordKind kind, IEnumerable<RecordNumber>? contacts) => new()
    {
        Id = item.Id,
        Name = item.Name,
        Detail = kind.Detail(item),
        Numbers =
        [
            .. contacts ?? PhoneProperties.NumbersOf(item)
                .DistinctBy(number => number.Number)
                .Select(number => number with { From = item }),
        ],
        Email = kind.HasEmail ? item["email"] : null,
        Context = kind.Context(item),
        Place = kind.Place(item),
    };
}
