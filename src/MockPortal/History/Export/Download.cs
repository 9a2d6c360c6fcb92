using MockPortal.Hosting;

namespace MockPortal.History.Export;

/// <summary>What every exported file is announced with.</summary>
internal static class Download
{
    /// <param name="context">The request.</param>
    /// <param name="contentType">With its parameters.</param>
    /// <param name="fileName">What the browser is to call it.</param>
    /// <param name="next">Where the list goes on; null when this is all.</param>
    public static void Announce(HttpContext context, string contentType, string fileName, string? next)
    {
        context.Response.ContentType = contentType;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        if (next is null)
            return;

        var request = context.Request;
        var address = request.PathBase + request.Path + request.Query.With(CommonParameters.After.Name, next);
        context.Response.Headers.Link = $"<{address}>; rel=\"next\"";
    }
}
