using MockPortal.HubSpotApi.Access;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Model;

/// <summary>Routes that name an object type.</summary>
internal static class ObjectTypeRoutes
{
    private const string Parameter = "objectType";

    /// <summary>
    /// Reads <c>{objectType}</c> of the route into <see cref="HubSpotRequest.ObjectType"/>, or answers 400.
    /// </summary>
    public static RouteGroupBuilder WithObjectType(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(async (invocation, next) =>
    {
        var token = invocation.HttpContext.GetRouteValue(Parameter)?.ToString() ?? "";
        if (ObjectType.Find(token) is not { } type)
            return Errors.ObjectType(token);

        HubSpotRequest.Of(invocation.HttpContext).ObjectType = type;
        return await next(invocation);
    });

    /// <summary>
    /// The same with <c>{toObjectType}</c>, for routes about links. An app that may do anything with records of either
    /// side may link them.
    /// </summary>
    public static RouteGroupBuilder WithObjectTypes(this RouteGroupBuilder group) => group.WithObjectType()
        .AddEndpointFilter(async (invocation, next) =>
        {
            var token = invocation.HttpContext.GetRouteValue("toObjectType")?.ToString() ?? "";
            if (ObjectType.Find(token) is not { } type)
                return Errors.ObjectType(token);

            HubSpotRequest.Of(invocation.HttpContext).ToObjectType = type;
            return await next(invocation);
        })
        .RequireScope(request => [.. ScopesOf(request.ObjectType).Concat(ScopesOf(request.ToObjectType)).Distinct()]);

    private static IEnumerable<string> ScopesOf(ObjectType type) =>
        type.Scopes(Use.Read).Concat(type.Scopes(Use.Write));

    /// <summary>A route that reads records of the group's type.</summary>
    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder builder) =>
        builder.RequireScope(request => request.ObjectType.Scopes(Use.Read));

    /// <summary>A route that changes records of the group's type.</summary>
    public static RouteHandlerBuilder Writes(this RouteHandlerBuilder builder) =>
        builder.RequireScope(request => request.ObjectType.Scopes(Use.Write));
}
