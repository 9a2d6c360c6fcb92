using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.History.Messages;

namespace MockPortal.Inspector;

/// <summary>Everything about one message.</summary>
public sealed record MessageDetail
{
    public required long PortalId { get; init; }

    public required TraceLine Line { get; init; }

    /// <summary>Null when the portal has no such message.</summary>
    internal static async Task<MessageDetail?> LoadAsync(PortalDbContext db, long sequence, CancellationToken cancellationToken)
    {
        var message = await db.Messages.AsNoTracking().FirstOrDefaultAsync(item => item.Sequence == sequence, cancellationToken);
        return message is null ? null : new MessageDetail
        {
            PortalId = db.PortalNumber,
            Line = await TracePage.ReadOneAsync(db, message, cancellationToken),
        };
    }
}
