namespace MockPortal.Data;

/// <summary>The kinds of rows that make up what happens in a portal.</summary>
[Flags]
public enum ChangeKinds
{
    None = 0,
    Message = 1,

    /// <summary>Also that calls were deleted.</summary>
    Call = 2,

    Engagement = 4,
    Surface = 8,
    All = Message | Call | Engagement | Surface,
}
