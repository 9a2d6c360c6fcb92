namespace MockPortal.History.Messages;

/// <summary>Where a message stands on the page of its call.</summary>
internal static class MessageAnchor
{
    public static string Of(long sequence) => $"message-{sequence}";
}
