namespace MockPortal.Data;

/// <summary>A row that belongs to one portal and is invisible to every other.</summary>
public interface IPortalOwned
{
    long PortalId { get; }
}
