namespace MockPortal.Data;

/// <summary>A row that changes, and knows where its last change stands in the order of its portal.</summary>
public interface IPositioned
{
    /// <summary>
    /// The place of the last change, in one order with <see cref="Message.Sequence"/>: what happened after a place is
    /// every message and every row beyond it. Set whenever the row is saved.
    /// </summary>
    long Position { get; set; }
}
