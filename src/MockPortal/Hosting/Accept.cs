using Microsoft.Net.Http.Headers;

namespace MockPortal.Hosting;

/// <summary>Which of the forms an answer can have the client wants.</summary>
internal static class Accept
{
    /// <summary>Whether the header names this type and likes it at least as much as the usual one.</summary>
    public static bool Prefers(HttpRequest request, string mediaType, string usual)
    {
        var accept = request.GetTypedHeaders().Accept;
        return Quality(accept, mediaType) is { } wanted && wanted > 0 && wanted >= (Quality(accept, usual) ?? 0);
    }

    private static double? Quality(IList<MediaTypeHeaderValue> accept, string mediaType) =>
        accept.FirstOrDefault(value => value.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)) is { } found
            ? found.Quality ?? 1
            : null;
}
