using System.Globalization;

namespace MockPortal.Benchmarks.Infrastructure;

/// <summary>How large the large portals are, and how often each request is measured.</summary>
internal sealed record Scale(double Factor, int Rounds)
{
    /// <summary>A number of rows at this scale.</summary>
    public int Of(int rows) => Math.Max(100, (int)(rows * Factor));

    public static bool TryRead(IEnumerable<string> args, out Scale scale)
    {
        scale = new Scale(1, 300);
        foreach (var option in args.Where(arg => arg.StartsWith("--", StringComparison.Ordinal)))
        {
            switch (option.Split('=', 2))
            {
                case ["--scale", var text] when double.TryParse(text, CultureInfo.InvariantCulture, out var factor) && factor > 0:
                    scale = scale with { Factor = factor };
                    break;
                case ["--rounds", var text] when int.TryParse(text, CultureInfo.InvariantCulture, out var rounds) && rounds > 0:
                    scale = scale with { Rounds = rounds };
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
