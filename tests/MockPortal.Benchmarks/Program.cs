using MockPortal.Benchmarks;
using MockPortal.Benchmarks.Infrastructure;

// Each benchmark is a claim about how the program grows: a ratio between a large portal and a small one. Plain measuring
// over HTTP fits that better than BenchmarkDotNet, which runs code of its own process, one piece after the other: here the
// two sides take turns, so that whatever else the machine does hits both of them.
var benchmarks = new Dictionary<string, (string Meaning, Func<PortalServer, Scale, Task<Report>> RunAsync)>
{
    ["rest"] = ("HubSpot's REST API on a large portal", RestBenchmark.RunAsync),
    ["history"] = ("the call history of a large portal", HistoryBenchmark.RunAsync),
    ["live"] = ("how soon five inspectors show a change", LiveBenchmark.RunAsync),
    ["portals"] = ("creating and resetting portals", PortalBenchmark.RunAsync),
    ["deletion"] = ("what the deletion of a large portal does to the others", DeletionBenchmark.RunAsync),
};

var chosen = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToList();
if (chosen.Count == 0 || !chosen.TrueForAll(name => name == "all" || benchmarks.ContainsKey(name)) || !Scale.TryRead(args, out var scale))
{
    Console.Error.WriteLine("Usage: MockPortal.Benchmarks <name>… [--scale=1.0] [--rounds=300]");
    foreach (var (name, benchmark) in benchmarks)
        Console.Error.WriteLine($"  {name,-10} {benchmark.Meaning}");
    Console.Error.WriteLine("  all        one after the other");
    Console.Error.WriteLine("--scale makes the large portals smaller, --rounds says how often each request is measured.");
    return 2;
}

var missed = 0;
foreach (var (name, benchmark) in benchmarks.Where(benchmark => chosen.Contains("all") || chosen.Contains(benchmark.Key)))
{
    // A database of its own for each: what one leaves behind would be in the other's way.
    await using var server = await PortalServer.StartAsync();
    Console.WriteLine($"\n{name}: {benchmark.Meaning}");
    var report = await benchmark.RunAsync(server, scale);
    report.Write(Console.Out);
    missed += report.Missed;
}

return missed == 0 ? 0 : 1;
