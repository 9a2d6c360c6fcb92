namespace MockPortal.Hosting;

/// <summary>How the program ends. Scripts rely on these numbers; docs/commands.md lists them.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The portal was asked and would not, or a file could not be read or written; the line on stderr says why.</summary>
    public const int Refused = 1;

    /// <summary>A wrong command, option or setting.</summary>
    public const int WrongUsage = 2;

    public const int PortInUse = 3;

    public const int NoDatabase = 4;

    /// <summary>Nothing answers there, or it was not ready in time.</summary>
    public const int NoAnswer = 5;

    /// <summary>There is no such portal.</summary>
    public const int NotFound = 6;
}
