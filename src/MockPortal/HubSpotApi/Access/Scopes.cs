using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Access;

/// <summary>What an app may be allowed to do, and the answer when it is not.</summary>
internal static class Scopes
{
    /// <summary>Every scope a route here asks for.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "automation",
        "crm.extensions_calling_transcripts.read",
        "crm.extensions_calling_transcripts.write",
        "crm.objects.companies.read",
        "crm.objects.companies.write",
        "crm.objects.contacts.read",
        "crm.objects.contacts.write",
        "crm.objects.custom.read",
        "crm.objects.custom.write",
        "crm.objects.deals.read",
        "crm.objects.deals.write",
        "crm.objects.leads.read",
        "crm.objects.leads.write",
        "crm.objects.owners.read",
        "crm.objects.users.read",
        "crm.objects.users.write",
        "crm.schemas.companies.read",
        "crm.schemas.companies.write",
        "crm.schemas.contacts.read",
        "crm.schemas.contacts.write",
        "crm.schemas.custom.read",
        "crm.schemas.deals.read",
        "crm.schemas.deals.write",
        "settings.users.read",
        "settings.users.teams.read",
        "tickets",
    ];

    /// <summary>A route that needs one of these scopes.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, params IReadOnlyList<string> anyOf)
        where TBuilder : IEndpointConventionBuilder => builder.RequireScope(_ => anyOf);

    /// <summary>A route whose scopes depend on what it is asked for.</summary>
    public static TBuilder RequireScope<TBuilder>(
        this TBuilder builder, Func<HubSpotRequest, IReadOnlyList<string>> anyOf)
        where TBuilder : IEndpointConventionBuilder => builder.AddEndpointFilter(async (invocation, next) =>
        {
            var request = HubSpotRequest.Of(invocation.HttpContext);
            var needed = anyOf(request);
            return needed.Any(request.Caller.Has) ? await next(invocation) : Missing(needed);
        });

    public static HubSpotError Missing(IReadOnlyList<string> anyOf) => new()
    {
        StatusCode = StatusCodes.Status403Forbidden,
        Message = "This app hasn't been granted all required scopes to make this call. "
            + "Read more about required scopes here: https://developers.hubspot.com/scopes.",
        Errors =
        [
            new HubSpotErrorDetail
            {
                Message = "One or more of the following scopes are required.",
                Context = HubSpotError.ContextOf("requiredGranularScopes", anyOf),
            },
        ],
        Links = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["scopes"] = "https://developers.hubspot.com/scopes",
        },
        Category = "MISSING_SCOPES",
    };
}
