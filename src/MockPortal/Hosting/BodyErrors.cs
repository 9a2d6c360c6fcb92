using Microsoft.AspNetCore.Http.HttpResults;

namespace MockPortal.Hosting;

/// <summary>Collects what is wrong with a body, by the path of the property, so that one answer names every mistake.</summary>
internal sealed class BodyErrors(string title)
{
    private readonly SortedDictionary<string, string[]> errors = new(StringComparer.Ordinal);

    public bool Any => errors.Count > 0;

    public void Add(string path, string text) => errors.TryAdd(path, [text]);

    /// <summary>400 with every mistake.</summary>
    public ValidationProblem Problem() => TypedResults.ValidationProblem(
        errors, title: title, detail: string.Join(' ', errors.Values.SelectMany(texts => texts)));
}
