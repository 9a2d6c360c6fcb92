using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>One phone call as the host saw it, from dial or ring to completed.</summary>
public sealed class Call : IPortalOwned, IPositioned
{
    public long PortalId { get; init; }

    public long Id { get; init; }

    public long Position { get; set; }

    public long UserId { get; init; }

    /// <summary>The surface whose widget holds the call.</summary>
    public required string SurfaceId { get; set; }

    /// <summary>
    /// <c>dial-sent</c>, <c>dialing</c>, <c>ringing</c>, <c>in-progress</c>, <c>wrap-up</c>, then for good
    /// <c>completed</c>, <c>transferred</c>, <c>interrupted</c>, <c>ghost</c> or <c>abandoned</c>.
    /// </summary>
    public required string State { get; set; }

    /// <summary><c>OUTBOUND</c> or <c>INBOUND</c>, from the HubSpot user's point of view.</summary>
    public required string Direction { get; set; }

    /// <summary>How the media ended: <c>COMPLETED</c>, <c>BUSY</c>, <c>NO_ANSWER</c>, …; null until CALL_ENDED.</summary>
    public string? EndStatus { get; set; }

    public string? FromNumber { get; set; }

    public string? ToNumber { get; set; }

    /// <summary>The calling app's own id of the call.</summary>
    public string? ExternalCallId { get; set; }

    /// <summary>The record whose page the user was on.</summary>
    public string? ObjectTypeId { get; set; }

    public long? ObjectId { get; set; }

    /// <summary>The record that was called; differs from the page's record when an associated one was dialled.</summary>
    public string? CalleeObjectTypeId { get; set; }

    public long? CalleeObjectId { get; set; }

    /// <summary>Every engagement id known for the call, in the order they became known.</summary>
    public List<long> EngagementIds { get; set; } = [];

    public required string WidgetName { get; set; }

    public required string WidgetUrl { get; set; }

    /// <summary>The version SYNC_ACK reported; it is often not the package's version.</summary>
    public string? SdkVersion { get; set; }

    /// <summary>DIAL_NUMBER sent, or the first message of a call the widget started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    public List<Warning> Warnings { get; set; } = [];

    // What lists are sorted by, made by the database: an index needs a column, and paging a value that is never null.

    /// <summary>The other side's number; empty when nobody said it.</summary>
    public string OtherNumber { get; private set; } = "";

    /// <summary>The call in one word, in lower case: its state, or how it ended once it is completed.</summary>
    public string Standing { get; private set; } = "";

    /// <summary>From answered to ended; -1 for a call that was not answered or is not over.</summary>
    public long TalkMilliseconds { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Call>
    {
        private const string OtherNumberSql =
            """CASE "Direction" WHEN 'INBOUND' THEN coalesce("FromNumber", '') ELSE coalesce("ToNumber", '') END""";

        private const string StandingSql =
            """lower(CASE "State" WHEN 'completed' THEN coalesce("EndStatus", "State") ELSE "State" END)""";

        private const string TalkSql =
            """coalesce(CAST(round((julianday("EndedAt") - julianday("AnsweredAt")) * 86400000) AS INTEGER), -1)""";

        public void Configure(EntityTypeBuilder<Call> builder)
        {
            builder.HasKey(call => new { call.PortalId, call.Id });
            builder.Property(call => call.Warnings).HasConversion(new JsonConverter<List<Warning>>(), new JsonComparer<List<Warning>>());
            builder.Property(call => call.OtherNumber).HasComputedColumnSql(OtherNumberSql, stored: true);
            builder.Property(call => call.Standing).HasComputedColumnSql(StandingSql, stored: true);
            builder.Property(call => call.TalkMilliseconds).HasComputedColumnSql(TalkSql, stored: true);
            builder.HasIndex(call => new { call.PortalId, call.OtherNumber, call.Id });
            builder.HasIndex(call => new { call.PortalId, call.Standing, call.Id });
            builder.HasIndex(call => new { call.PortalId, call.TalkMilliseconds, call.Id });
            builder.HasIndex(call => new { call.PortalId, call.WidgetName, call.Id });
            builder.HasIndex(call => new { call.PortalId, call.Position });
            builder.HasIndex(call => new { call.PortalId, call.ObjectTypeId, call.ObjectId, call.Id });
            builder.HasIndex(call => new { call.PortalId, call.CalleeObjectTypeId, call.CalleeObjectId, call.Id });
            // The id last: a list by one of these is walked from its newest call on.
            builder.HasIndex(call => new { call.PortalId, call.State, call.Id });
            builder.HasIndex(call => new { call.PortalId, call.EndStatus, call.Id });
        }
    }
}

/// <summary>Something a widget did that HubSpot would not like.</summary>
public sealed record Warning
{
    /// <summary>Stable, kebab-case, documented.</summary>
    public required string Code { get; init; }

    /// <summary>One sentence: what happened and what to do.</summary>
    public required string Text { get; init; }
}
