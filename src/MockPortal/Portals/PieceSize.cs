namespace MockPortal.Portals;

/// <summary>How many rows are removed at a time: as many as take a few milliseconds, on whatever machine, from whatever table.</summary>
internal sealed class PieceSize
{
    private const int Fewest = 4;
    private const int Most = 1000;

    /// <summary>Others wait for a piece, and it for them: what it took is not its own alone, which makes it careful.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(8);

    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(20);

    /// <summary>Rows of the next piece.</summary>
    public int Rows { get; private set; } = Fewest;

    /// <summary>Learns from the piece before.</summary>
    public void Took(TimeSpan elapsed)
    {
        if (elapsed < Short)
            Rows = Math.Min(Rows + (Rows / 2), Most);
        else if (elapsed > Long)
            Rows = Math.Max(Rows / 2, Fewest);
    }
}
