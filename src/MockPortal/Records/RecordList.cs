using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Layout;

namespace MockPortal.Records;

/// <summary>One page of the contact or company list, by name.</summary>
public sealed record RecordList
{
    private const int PageSize = 25;

    public required PortalHeader Portal { get; init; }

    public required string ObjectTypeId { get; init; }

    /// <summary>What was searched for; empty for everything.</summary>
    public required string Query { get; init; }

    public required IReadOnlyList<RecordRow> Rows { get; init; }

    /// <summary>How many records match in all.</summary>
    public required int Total { get; init; }

    /// <summary>Not the first page.</summary>
    public required bool IsContinued { get; init; }

    /// <summary>The key of the last row when there are more.</summary>
    public long? Next { get; init; }

    public bool HoldsContacts => ObjectTypeId == ObjectTypes.Contact;

    public static async Task<RecordList> LoadAsync(
        PortalDbContext db, string objectTypeId, string? query, string? after, CancellationToken cancellationToken)
    {
        var search = query?.Trim() ?? "";
        var matches = RecordSearch.Apply(
            db.Objects.AsNoTracking().Where(item => item.ObjectTypeId == objectTypeId && item.ArchivedAt == null), search);

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
        return new RecordList
        {
            Portal = await PortalHeader.LoadAsync(db, cancellationToken),
            ObjectTypeId = objectTypeId,
            Query = search,
            Rows = [.. page.Select(RecordRow.Of)],
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

    /// <summary>Job title of a contact, domain of a company.</summary>
    public string? Detail { get; init; }

    public required IReadOnlyList<string> Numbers { get; init; }

    public string? Email { get; init; }

    /// <summary>Company of a contact, industry of a company.</summary>
    public string? Context { get; init; }

    public string? Place { get; init; }

    internal static RecordRow Of(CrmObject item)
    {
        var contact = item.ObjectTypeId == ObjectTypes.Contact;
        return new RecordRow
        {
            Id = item.Id,
            Name = item.Name,
            Detail = contact ? item["jobtitle"] : item["domain"],
            Numbers = [.. PhoneProperties.NumbersOf(item).Select(number => number.Number).Distinct()],
            Email = item["email"],
            Context = contact ? item["company"] : item["industry"] is { } industry ? Format.Words(industry) : null,
            Place = string.Join(", ", new[] { item["city"], item["country"] }.OfType<string>()),
        };
    }
}
