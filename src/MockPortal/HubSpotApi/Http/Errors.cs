namespace MockPortal.HubSpotApi.Http;

/// <summary>What can go wrong, in HubSpot's words: clients match these texts, so not a letter may differ.</summary>
internal static class Errors
{
    public const string ValidationError = "VALIDATION_ERROR";
    public const string ObjectNotFound = "OBJECT_NOT_FOUND";

    /// <summary>An unknown record. HubSpot gives it no category.</summary>
    public static HubSpotError NotFound { get; } = new()
    {
        StatusCode = StatusCodes.Status404NotFound,
        Message = "resource not found",
    };

    public static HubSpotError NoInputs { get; } = Validation("Batch input provided should have at least one object.");

    public static HubSpotError Validation(string message) => new()
    {
        Message = message,
        Category = ValidationError,
    };

    /// <summary>400 without a category, as whatever could not be parsed.</summary>
    public static HubSpotError Unreadable(string message) => new() { Message = message };

    public static HubSpotError QueryParameter(string name) =>
        Unreadable($"Unable to parse value for query parameter: {name}");

    public static HubSpotError PathParameter(string name) =>
        Unreadable($"Unable to parse value for path parameter: {name}");

    public static HubSpotError ObjectType(string token) => Validation($"Unable to infer object type from: {token}");

    /// <summary>A record id that can be none; HubSpot's two texts really differ in their spaces.</summary>
    public static HubSpotError ObjectId(string id) => new()
    {
        StatusCode = StatusCodes.Status404NotFound,
        Message = long.TryParse(id, out _)
            ? "Object not found. objectId is usually positive."
            : "Object not found.  objectId are usually numeric.",
        Category = ObjectNotFound,
        Context = HubSpotError.ContextOf("id", id),
    };

    public static HubSpotError TooManyInputs(int maximum, string kind = "batch") => Validation(
        $"The maximum number of inputs supported in a {kind} is {maximum}. "
            + "Please reduce the number of items and try again");

    public static HubSpotError Conflict(string message) => new()
    {
        StatusCode = StatusCodes.Status409Conflict,
        Message = message,
        Category = "CONFLICT",
    };

    /// <summary>HubSpot documents the status and that one is to try again after two seconds; the text is ours.</summary>
    public static HubSpotError Locked { get; } = new()
    {
        StatusCode = StatusCodes.Status423Locked,
        Message = "The resource is locked. Try again after 2 seconds.",
    };

    /// <summary>A bug of ours; the log says more.</summary>
    public static HubSpotError Internal { get; } = new()
    {
        StatusCode = StatusCodes.Status500InternalServerError,
        Message = "internal error",
        Category = "INTERNAL_ERROR",
    };
}
