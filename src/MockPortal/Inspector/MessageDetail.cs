using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.History;

namespace MockPortal.Inspector;

/// <summary>Everything about one message.</summary>
public sealed record MessageDetail
{
    public required long PortalId { get; init; }

    public required TraceLine Line { get; init; }

    public required long? CallId { get; init; }

    /// <summary>The catalogue's sentence about the type; null for host events and types nobody knows.</summary>
    public string? Explanation { get; init; }

    /// <summary>Null when the portal has no such message.</summary>
    internal static async Task<MessageDetail?> LoadAsync(PortalDbContext db, long sequence, CancellationToken cancellationToken)
    {
        var message = await db.Messages.AsNoTracking().FirstOrDefaultAsync(item => item.Sequence == sequence, cancellationToken);
        return message is null ? null : new MessageDetail
        {
            PortalId = db.PortalId,
            Line = TraceLine.Of(message),
            CallId = message.CallId,
            Explanation = message.Direction switch
            {
                MessageDirections.ToWidget => ProtocolCatalogue.Find(MessageDirection.ToWidget, message.Type)?.Explanation,
                MessageDirections.FromWidget => ProtocolCatalogue.Find(MessageDirection.FromWidget, message.Type)?.Explanation,
                _ => null,
            },
        };
    }
}
