namespace MockPortal.Data;

/// <summary>
/// Removes many rows in pieces, each in a commit of its own, so that others get to write in between. What a row costs depends on
/// what hangs on it (its indexes, the texts that are searched) and on the machine, so a piece is as large as its time allows.
/// </summary>
/// <param name="writer">Carries out the pieces.</param>
/// <param name="checkpoints">Keep up with them.</param>
/// <param name="clock">Says how long one took.</param>
public sealed class Pieces(PortalWriter writer, Checkpoints checkpoints, TimeProvider clock)
{
    private const int Fewest = 4;
    private const int Most = 1000;

    /// <summary>Others wait for a piece, and it for them: what it took is not its own alone, which makes it careful.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(8);

    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(20);

    /// <summary>How many rows the next piece is to have. They are to be alike: another table wants other pieces.</summary>
    public int Rows { get; private set; } = Fewest;

    /// <summary>Carries out a piece, and learns from it.</summary>
    /// <param name="portalId">The portal the work is limited to; 0 for work across portals.</param>
    /// <param name="work">Removes so many rows as <see cref="Rows"/> said before.</param>
    /// <param name="cancellationToken">Stops between two pieces: what was begun is finished.</param>
    public async Task<T> WriteAsync<T>(
        long portalId, Func<PortalDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = clock.GetTimestamp();
        var result = await writer.WriteAsync(portalId, work, CancellationToken.None);
        Learn(clock.GetElapsedTime(start));
        // A piece touches hundreds of pages, and the next one waits until they are in the file. Otherwise the log would grow
        // until somebody's commit has to carry all of it.
        await checkpoints.CarryAsync(cancellationToken);
        return result;
    }

    private void Learn(TimeSpan elapsed)
    {
        if (elapsed < Short)
            Rows = Math.Min(Rows + (Rows / 2), Most);
        else if (elapsed > Long)
            Rows = Math.Max(Rows / 2, Fewest);
    }
}
