using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MockPortal.Tests.Data;

/// <summary>
/// Asks the database about each query of a portal, just before it is carried out, how it is going to find the rows. It listens
/// to the whole process, so that requests go in by the same door as a user's.
/// </summary>
internal sealed class QueryPlans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Explain = "EXPLAIN QUERY PLAN ";

    private readonly ConcurrentQueue<string> steps = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];
    private readonly long portalId;

    public QueryPlans(long portalId)
    {
        this.portalId = portalId;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The steps of all queries so far, such as <c>SEARCH Calls USING INDEX …</c>.</summary>
    public IReadOnlyList<string> Steps => [.. steps];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.CommandExecuting.Name || value.Value is not CommandEventData { Command: { } command })
            return;
        if (!command.CommandText.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) || !IsOfPortal(command))
            return;

        using var question = command.Connection!.CreateCommand();
        question.Transaction = command.Transaction;
        question.CommandText = Explain + command.CommandText;
        foreach (DbParameter parameter in command.Parameters)
        {
            var copy = question.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            question.Parameters.Add(copy);
        }

        using var rows = question.ExecuteReader();
        while (rows.Read())
            steps.Enqueue(rows.GetString(rows.GetOrdinal("detail")));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }

    private bool IsOfPortal(DbCommand command) =>
        command.Parameters.Cast<DbParameter>().Any(parameter => parameter.Value is long id && id == portalId);
}
