using MockPortal.Data;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Legacy;

/// <summary>
/// What version 1 says when a contact cannot be written: the same mistakes as in version 3, in another form.
/// </summary>
internal sealed record ContactError : IResult
{
    private int status = StatusCodes.Status400BadRequest;

    public string Status { get; init; } = "error";

    public required string Message { get; init; }

    public string? CorrelationId { get; private init; }

    /// <summary>The properties that are wrong.</summary>
    public IReadOnlyList<ValidationResult>? ValidationResults { get; init; }

    /// <summary>The contact there is already.</summary>
    public ExistingIdentity? IdentityProfile { get; init; }

    /// <summary>A name for a program.</summary>
    public string? Error { get; init; }

    /// <summary>404: nobody of that id or address.</summary>
    public static HubSpotError NotFound { get; } = Errors.NotFound with { Message = "contact does not exist" };

    /// <summary>409, with the contact that has the address.</summary>
    public static ContactError Exists(CrmObject contact) => new()
    {
        status = StatusCodes.Status409Conflict,
        Message = "Contact already exists",
        IdentityProfile = ExistingIdentity.Of(contact),
        Error = "CONTACT_EXISTS",
    };

    /// <summary>What version 3 would have answered with; null when it is no matter of properties.</summary>
    public static IResult Of(HubSpotError error) =>
        error is not { Errors: { Count: > 0 } mistakes } ? error : new ContactError
        {
            Message = "Property values were not valid",
            ValidationResults =
        [
            .. mistakes.Select(mistake => new ValidationResult
            {
                Message = mistake.Message,
                Error = mistake.Code ?? "",
                Name = mistake.Context?["propertyName"][0] ?? "",
            }),
        ],
        };

    public Task ExecuteAsync(HttpContext httpContext) => HubSpotJson.WriteAsync(
        httpContext, this with { CorrelationId = HubSpotRequest.Of(httpContext).CorrelationId }, status);
}

/// <summary>A property that is wrong.</summary>
internal sealed record ValidationResult
{
    public bool IsValid { get; init; }

    public required string Message { get; init; }

    public required string Error { get; init; }

    public required string Name { get; init; }
}

/// <summary>A contact that is in the way of a new one. Unlike in a profile, its names have no hyphens.</summary>
internal sealed record ExistingIdentity
{
    public required long Vid { get; init; }

    public required IReadOnlyList<ExistingAddress> Identity { get; init; }

    public IReadOnlyList<long> LinkedVid { get; init; } = [];

    public static ExistingIdentity Of(CrmObject contact) => new()
    {
        Vid = contact.Id,
        Identity = [.. Legacy.IdentityProfile.Of(contact).Identities
            .Select(known => new ExistingAddress(known.Value, known.Type, known.Timestamp))],
    };
}

/// <summary>The address that is taken.</summary>
internal sealed record ExistingAddress(string Value, string Type, long Timestamp);
