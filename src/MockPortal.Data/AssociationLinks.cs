namespace MockPortal.Data;

/// <summary>Makes and removes links between records. Every link exists in both directions.</summary>
public static class AssociationLinks
{
    /// <summary>Links two records that exist. A link that is there already stays as it is.</summary>
    public static async Task LinkAsync(
        this PortalDbContext db, AssociationType type, long fromId, long toId, CancellationToken cancellationToken)
    {
        await AddAsync(db, type.Category, type.From, fromId, type.To, toId, type.Id, cancellationToken);
        await AddAsync(db, type.Category, type.To, toId, type.From, fromId, type.Back, cancellationToken);
    }

    /// <summary>One direction of a link.</summary>
    public static async Task AddAsync(
        PortalDbContext db,
        string category,
        string fromTypeId,
        long fromId,
        string toTypeId,
        long toId,
        int typeId,
        CancellationToken cancellationToken)
    {
        object[] key = [db.PortalId, fromTypeId, fromId, toTypeId, toId, category, typeId];
        if (await db.Associations.FindAsync(key, cancellationToken) is not null)
            return;

        db.Associations.Add(new Association
        {
            PortalId = db.PortalId,
            FromTypeId = fromTypeId,
            FromId = fromId,
            ToTypeId = toTypeId,
            ToId = toId,
            Category = category,
            TypeId = typeId,
        });
    }
}
