using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace MockPortal.Hosting;

/// <summary>
/// A query parameter, said once: <see cref="QueryReader"/> reads by it, and the OpenAPI document describes it.
/// </summary>
public sealed record QueryParameter
{
    public required string Name { get; init; }

    /// <summary>Markdown for the OpenAPI document.</summary>
    public required string Description { get; init; }

    /// <summary>The values there are, in any letter case; null when it is not a list of names.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>May be given several times, or as a list with commas: any of the values.</summary>
    public bool Many { get; init; }

    public JsonSchemaType Type { get; init; } = JsonSchemaType.String;

    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    public JsonNode? Default { get; init; }

    public JsonNode? Example { get; init; }

    /// <summary>The parameter as the OpenAPI document has it.</summary>
    internal OpenApiParameter Describe()
    {
        var value = new OpenApiSchema
        {
            Type = Type,
            Enum = Allowed?.Select(name => (JsonNode)name).ToList(),
            Minimum = Minimum?.ToString(),
            Maximum = Maximum?.ToString(),
            Default = Default?.DeepClone(),
        };
        return new OpenApiParameter
        {
            Name = Name,
            In = ParameterLocation.Query,
            Description = Description,
            Schema = Many ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
            Example = Example?.DeepClone(),
        };
    }
}

/// <summary>The query parameters an endpoint takes, as metadata of the endpoint.</summary>
internal sealed record QueryParameters(IReadOnlyList<QueryParameter> All);

internal static class QueryParameterExtensions
{
    /// <summary>
    /// Says which query parameters an endpoint takes. Any other is refused: a misspelt filter that is ignored answers
    /// with everything, and a test that should fail passes.
    /// </summary>
    public static RouteHandlerBuilder WithQuery(
        this RouteHandlerBuilder builder, params IReadOnlyList<QueryParameter> parameters)
    {
        builder.WithMetadata(new QueryParameters(parameters));
        // A handler that takes parameters makes its own reader, and tells everything that is wrong in one answer.
        return parameters.Count > 0 ? builder : builder.AddEndpointFilter(async (invocation, next) =>
            new QueryReader(invocation.HttpContext.Request).Problem() ?? await next(invocation));
    }
}
