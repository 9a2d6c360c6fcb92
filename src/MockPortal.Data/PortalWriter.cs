using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MockPortal.Data;

/// <summary>
/// The only place that writes. Work from all requests goes through one queue; what waits is carried out together in one
/// transaction, each piece behind its own savepoint, and answered after the commit. So nothing that was acknowledged can
/// be lost, one failing piece harms no other, and a burst of requests costs one commit.
/// </summary>
public sealed class PortalWriter(IServiceScopeFactory scopes, CommitSignals signals) : BackgroundService
{
    private const int LargestBatch = 64;
    private const string Savepoint = "work";

    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new() { SingleReader = true });

    /// <summary>Carries out a piece of work that changes one portal, and returns its result after the commit.</summary>
    /// <param name="portalId">The portal the work is limited to; 0 for work on the list of portals itself.</param>
    /// <param name="work">Changes the context; the writer saves it.</param>
    /// <param name="cancellationToken">Gives up waiting. Work that has begun is finished.</param>
    public async Task<T> WriteAsync<T>(
        long portalId,
        Func<PortalDbContext, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken)
    {
        var item = new Work<T>(portalId, work);
        await queue.Writer.WriteAsync(item, cancellationToken);
        return await item.Done.Task.WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Work>(LargestBatch);
        try
        {
            while (await queue.Reader.WaitToReadAsync(stoppingToken))
            {
                batch.Clear();
                while (batch.Count < LargestBatch && queue.Reader.TryRead(out var item))
                    batch.Add(item);

                await CommitAsync(batch);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            queue.Writer.TryComplete();
            while (queue.Reader.TryRead(out var item))
                item.Fail(new OperationCanceledException(stoppingToken));
        }
    }

    /// <summary>Not cancelled by shutdown: what was taken from the queue is committed and answered.</summary>
    private async Task CommitAsync(List<Work> batch)
    {
        var concerned = new HashSet<long>();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var item in batch)
            {
                await transaction.CreateSavepointAsync(Savepoint);
                try
                {
                    db.ChangeTracker.Clear();
                    db.PortalId = 0;
                    if (item.PortalId != 0)
                        await db.EnterAsync(item.PortalId, CancellationToken.None);
                    db.Source = ChangeSource.CrmUi;
                    db.HasNews = false;
                    await item.RunAsync(db);
                    await db.SaveChangesAsync();
                    if (db.HasNews)
                        concerned.Add(item.PortalId);
                }
                catch (Exception error)
                {
                    item.Fail(error);
                    await transaction.RollbackToSavepointAsync(Savepoint);
                }
            }

            await transaction.CommitAsync();
        }
        catch (Exception error)
        {
            // The transaction as a whole failed (disk full, file gone): nobody may believe it was stored.
            foreach (var item in batch)
                item.Fail(error);
            return;
        }

        foreach (var portalId in concerned)
            signals.Tell(portalId);
        foreach (var item in batch)
            item.Complete();
    }

    private abstract class Work(long portalId)
    {
        public long PortalId { get; } = portalId;

        public abstract Task RunAsync(PortalDbContext db);

        public abstract void Complete();

        public abstract void Fail(Exception error);
    }

    private sealed class Work<T>(long portalId, Func<PortalDbContext, CancellationToken, Task<T>> work) : Work(portalId)
    {
        private T? result;

        public TaskCompletionSource<T> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task RunAsync(PortalDbContext db) => result = await work(db, CancellationToken.None);

        public override void Complete() => Done.TrySetResult(result!);

        public override void Fail(Exception error) => Done.TrySetException(error);
    }
}
