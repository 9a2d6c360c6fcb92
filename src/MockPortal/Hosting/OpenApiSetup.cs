using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MockPortal.Hosting;

/// <summary>The OpenAPI document of the control API, and the explorer over it.</summary>
public static class OpenApiSetup
{
    private const string Document = "/openapi/v1.json";

    public static IServiceCollection AddPortalOpenApi(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath is { } path
            && (path.StartsWith("api/", StringComparison.Ordinal) || path is "livez" or "readyz");
        options.AddDocumentTransformer(DescribeDocument);
        options.AddOperationTransformer(DescribeOperation);
        options.AddSchemaTransformer(DescribeTime);
    });

    /// <summary><c>/openapi/v1.json</c> and <c>/swagger</c>.</summary>
    public static WebApplication MapPortalOpenApi(this WebApplication app)
    {
        app.MapOpenApi();
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint(Document, "MockPortal control API");
            options.DocumentTitle = "MockPortal API";
            options.EnableTryItOutByDefault();
            options.DisplayRequestDuration();
        });
        return app;
    }

    /// <summary>
    /// Documents another media type of the successful answer. As endpoint metadata it would replace the JSON of the same
    /// status.
    /// </summary>
    public static RouteHandlerBuilder AlsoProduces(this RouteHandlerBuilder builder, string mediaType) =>
        builder.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var text = new OpenApiSchema { Type = JsonSchemaType.String };
            operation.Responses?["200"].Content?.TryAdd(mediaType, new OpenApiMediaType { Schema = text });
            return Task.CompletedTask;
        });

    private static Task DescribeDocument(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "MockPortal control API",
            Version = "v1",
            Description = OpenApiTags.Introduction,
        };
        document.Tags = OpenApiTags.All
            .Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description })
            .ToHashSet();
        // The document is read from where it is served: an address would be wrong behind another port or name.
        document.Servers?.Clear();
        return Task.CompletedTask;
    }

    /// <summary>Our own converter of times hides from the generator that they are texts.</summary>
    private static Task DescribeTime(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset))
            schema.Type = JsonSchemaType.String;
        else if (type == typeof(DateTimeOffset?))
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
        return Task.CompletedTask;
    }

    private static Task DescribeOperation(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var metadata in context.Description.ActionDescriptor.EndpointMetadata.OfType<QueryParameters>())
        {
            operation.Parameters ??= [];
            foreach (var parameter in metadata.All)
                operation.Parameters.Add(parameter.Describe());
        }

        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            parameter.Description ??= OpenApiTags.DescribePath(parameter.Name);
        return Task.CompletedTask;
    }
}
