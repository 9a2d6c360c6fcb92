using System.Text.Json;

namespace MockPortal.Calling;

/// <summary>Tells from SYNC_ACK which generation of the SDK answers.</summary>
public static class Generations
{
    // The first version of each generation that reports a version of its own.
    private static readonly (Version From, Generation Generation)[] Steps =
    [
        (new Version(0, 9, 5), Generation.G8),
        (new Version(0, 9, 4), Generation.G7),
        (new Version(0, 8, 4), Generation.G6),
        (new Version(0, 8, 0), Generation.G5),
        (new Version(0, 5, 1), Generation.G4),
        (new Version(0, 3, 0), Generation.G3),
        (new Version(0, 1, 8), Generation.G2),
    ];

    /// <summary>
    /// The generation by <c>iFrameUrl</c> and <c>version</c>. The reported version is often not the package's
    /// (<c>0.0.1</c> for all up to 0.1.4, <c>0.8.4-beta.0</c> for 0.9.0), so it is compared by order, never by value.
    /// </summary>
    public static Generation Detect(JsonElement syncAck) =>
        Detect(syncAck.Field("version").Text(), syncAck.Field("iFrameUrl").IsGiven());

    public static Generation Detect(string? version, bool hasFrameUrl)
    {
        if (!hasFrameUrl)
            return Generation.G0;

        var core = version?.Split('-', '+')[0];
        if (!Version.TryParse(core, out var parsed))
            return Generation.G8;

        var comparable = new Version(parsed.Major, parsed.Minor, Math.Max(parsed.Build, 0));
        foreach (var (from, generation) in Steps)
        {
            if (comparable >= from)
                return generation;
        }
        return Generation.G1;
    }
}
