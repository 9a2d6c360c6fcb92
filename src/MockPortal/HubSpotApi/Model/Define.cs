using System.Globalization;
using System.Text.RegularExpressions;

namespace MockPortal.HubSpotApi.Model;

/// <summary>
/// Short words for the tables of HubSpot's own properties. A label that is not given is made from the name.
/// </summary>
internal sealed partial class Define(string group)
{
    private static readonly PropertyOption[] YesNo = [.. Options("true=True", "false=False")];

    public PropertyDefinition Text(string name, string? label = null) => Of(name, label, "string", "text");

    public PropertyDefinition Area(string name, string? label = null) => Of(name, label, "string", "textarea");

    public PropertyDefinition Html(string name, string? label = null) => Of(name, label, "string", "html");

    public PropertyDefinition Phone(string name, string? label = null) => Of(name, label, "string", "phonenumber");

    public PropertyDefinition Number(string name, string? label = null) => Of(name, label, "number", "number");

    public PropertyDefinition Date(string name, string? label = null) => Of(name, label, "date", "date");

    public PropertyDefinition Time(string name, string? label = null) => Of(name, label, "datetime", "date");

    public PropertyDefinition Flag(string name, string? label = null) =>
        Of(name, label, "bool", "booleancheckbox") with { Options = YesNo };

    /// <summary>
    /// An enumeration. Each option is <c>VALUE=Label</c>, or <c>VALUE</c> when the label can be made from it.
    /// </summary>
    public PropertyDefinition Choice(string name, string? label, params string[] options) =>
        Of(name, label, "enumeration", "select") with { Options = [.. Options(options)] };

    /// <summary>An enumeration of ids that the definition does not list.</summary>
    public PropertyDefinition Reference(string name, string? label, string type) =>
        Of(name, label, "enumeration", "select") with { ExternalOptions = true, ReferencedObjectType = type };

    /// <summary>Several values, separated by semicolons, that the definition does not list.</summary>
    public PropertyDefinition Many(string name, string? label = null) =>
        Of(name, label, "enumeration", "checkbox") with { ExternalOptions = true };

    private PropertyDefinition Of(string name, string? label, string type, string fieldType) => new()
    {
        Name = name,
        Label = label ?? Words(name),
        Type = type,
        FieldType = fieldType,
        GroupName = group,
        FormField = fieldType is "text" or "textarea" or "phonenumber" or "select" or "radio"
            && !name.StartsWith("hs_", StringComparison.Ordinal),
    };

    private static IEnumerable<PropertyOption> Options(params string[] options) => options.Select((text, index) =>
        text.Split('=', 2) is [var value, var label]
            ? new PropertyOption { Value = value, Label = label, DisplayOrder = index }
            : new PropertyOption { Value = text, Label = Words(text), DisplayOrder = index });

    /// <summary><c>hs_call_app_id</c>: Call app id.</summary>
    private static string Words(string name)
    {
        var words = Prefix().Replace(name, "").Replace('_', ' ').ToLower(CultureInfo.InvariantCulture);
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("^hs_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefix();
}

internal static class DefineExtensions
{
    /// <summary>Made by HubSpot: cannot be written.</summary>
    public static PropertyDefinition Calculated(this PropertyDefinition definition) =>
        definition with
        {
            Calculated = true,
            FormField = false,
            ModificationMetadata = PropertyModification.OfReadOnly,
        };

    public static PropertyDefinition Hidden(this PropertyDefinition definition) => definition with { Hidden = true };

    public static PropertyDefinition Unique(this PropertyDefinition definition) =>
        definition with { HasUniqueValue = true };

    public static PropertyDefinition As(this PropertyDefinition definition, string fieldType) =>
        definition with { FieldType = fieldType };
}
