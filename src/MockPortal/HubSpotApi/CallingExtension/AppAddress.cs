using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.CallingExtension;

/// <summary>
/// The addresses an app gives HubSpot. They must be https; on the developer's own machine, which HubSpot cannot reach
/// but a portal here can, http will do.
/// </summary>
internal static class AppAddress
{
    /// <summary>The text of a field; the body has an error afterwards when it is no such address.</summary>
    /// <param name="body">The body the field is of.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="contains">What must be in it as well.</param>
    public static string? Read(JsonBody body, string name, string? contains = null)
    {
        if (body.Root[name].Text() is not { } text)
            return null;

        if (!IsAllowed(text))
            body.Refuse(
                Errors.Validation(
                    $"{name} is '{text}'; it must be an absolute https address (http only for localhost)."));
        else if (contains is not null && !text.Contains(contains, StringComparison.Ordinal))
            body.Refuse(Errors.Validation($"{name} is '{text}'; it must contain {contains}."));
        return text;
    }

    private static bool IsAllowed(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
