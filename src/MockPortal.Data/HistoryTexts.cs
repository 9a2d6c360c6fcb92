using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>
/// The calls and engagements that may have a text, newest first. The index numbers them by portal and place in the list, so
/// that it gives them out in the order of the list and a page costs the same however many there are.
/// </summary>
public static class HistoryTexts
{
    /// <summary>In the order of the list; sorting them again would mean reading all of them.</summary>
    public static IQueryable<Call> CallsWith(this PortalDbContext db, TextQuery query, long? before)
    {
        var (first, last) = (HistoryRow.Of(db.PortalId, 0), HistoryRow.Of(db.PortalId, before ?? HistoryRow.Most));
        return
            from text in db.Set<CallText>()
            from call in db.Calls
            where text.Match == query.Expression && text.Row >= first && text.Row < last && call.Id == (text.Row & HistoryRow.Most)
            orderby text.Row descending
            select call;
    }

    /// <summary>In the order of the list; sorting them again would mean reading all of them.</summary>
    public static IQueryable<Engagement> EngagementsWith(this PortalDbContext db, TextQuery query, long? before)
    {
        var (first, last) = (HistoryRow.Of(db.PortalId, 0), HistoryRow.Of(db.PortalId, before ?? HistoryRow.Most));
        return
            from text in db.Set<EngagementText>()
            from engagement in db.Engagements
            where text.Match == query.Expression && text.Row >= first && text.Row < last
                && engagement.Sequence == (text.Row & HistoryRow.Most)
            orderby text.Row descending
            select engagement;
    }
}

/// <summary>A portal and a place in one of its lists as one number.</summary>
internal static class HistoryRow
{
    /// <summary>The highest place.</summary>
    public const long Most = uint.MaxValue;

    public static long Of(long portalId, long place) => portalId << 32 | place;

    public static string Sql(string portalId, string place) => $"({portalId} << 32 | {place})";
}

/// <summary>A row of the text index of calls.</summary>
internal sealed class CallText : IndexedText
{
    public const string Table = "CallTexts";

    internal sealed class Configuration() : IndexedTextConfiguration<CallText>(Table);
}

/// <summary>A row of the text index of engagements.</summary>
internal sealed class EngagementText : IndexedText
{
    public const string Table = "EngagementTexts";

    internal sealed class Configuration() : IndexedTextConfiguration<EngagementText>(Table);
}

/// <summary>A row of a text index.</summary>
internal abstract class IndexedText
{
    public long Row { get; init; }

    /// <summary>Equal to every query that finds the row.</summary>
    public required string Match { get; init; }
}

internal abstract class IndexedTextConfiguration<T>(string table) : IEntityTypeConfiguration<T>
    where T : IndexedText
{
    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(table, index => index.ExcludeFromMigrations()).HasKey(text => text.Row);
        builder.Property(text => text.Row).HasColumnName("rowid");
        // The full text search has a hidden column of the table's name, which is what a query is compared with.
        builder.Property(text => text.Match).HasColumnName(table);
    }
}
