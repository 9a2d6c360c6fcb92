namespace MockPortal.Data;

/// <summary>The values of <see cref="Message.Direction"/>.</summary>
public static class MessageDirections
{
    public const string ToWidget = "toWidget";
    public const string FromWidget = "fromWidget";

    /// <summary>Something happened to the host page.</summary>
    public const string Host = "host";
}
