using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MockPortal.Data;

/// <summary>Stores points in time as UTC, which SQLite can sort and compare (and PostgreSQL keeps as <c>timestamptz</c>).</summary>
internal sealed class UtcDateTimeOffsetConverter() : ValueConverter<DateTimeOffset, DateTime>(
    time => time.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
