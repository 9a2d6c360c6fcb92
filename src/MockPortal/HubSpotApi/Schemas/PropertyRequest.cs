using System.Text.RegularExpressions;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;

namespace MockPortal.HubSpotApi.Schemas;

/// <summary>Reads what a portal wants a property of its own to be like.</summary>
internal static partial class PropertyRequest
{
    public static readonly string[] Required = ["name", "label", "type", "fieldType", "groupName"];

    private const int LongestName = 100;

    private static readonly Dictionary<string, string[]> FieldTypes = new(StringComparer.Ordinal)
    {
        ["string"] = ["text", "textarea", "html", "phonenumber", "file", "calculation_equation"],
        ["number"] = ["number", "calculation_equation"],
        ["date"] = ["date"],
        ["datetime"] = ["date"],
        ["enumeration"] = ["select", "radio", "checkbox", "booleancheckbox"],
        ["bool"] = ["booleancheckbox"],
        ["phone_number"] = ["phonenumber"],
    };

    /// <summary>A new property. What is wrong is in the body's error afterwards.</summary>
    public static PropertyDefinition Read(JsonBody body, JsonField field, DateTimeOffset now)
    {
        field.Require(Required);
        var name = (field["name"].Text() ?? "").ToLowerInvariant();
        if (name.Length > LongestName || !Name().IsMatch(name))
        {
            body.Refuse(Errors.Validation($"name is '{name}'; it must begin with a letter and have at most "
                + $"{LongestName} letters, digits and underscores."));
        }

        var start = new PropertyDefinition
        {
            Name = name,
            Label = "",
            Type = "",
            FieldType = "",
            GroupName = "",
            HubspotDefined = false,
            HasUniqueValue = field["hasUniqueValue"].Flag() ?? false,
            ModificationMetadata = PropertyModification.OfPortal,
            CreatedAt = now,
        };
        return Change(body, field, start, now);
    }

    /// <summary>A property as the body wants it; what is left out stays.</summary>
    public static PropertyDefinition Change(
        JsonBody body, JsonField field, PropertyDefinition before, DateTimeOffset now)
    {
        var after = before with
        {
            Label = field["label"].Text() ?? before.Label,
            Type = field["type"].Text() ?? before.Type,
            FieldType = field["fieldType"].Text() ?? before.FieldType,
            GroupName = field["groupName"].Text() ?? before.GroupName,
            Description = field["description"].Text() ?? before.Description,
            DisplayOrder = (int?)field["displayOrder"].Number() ?? before.DisplayOrder,
            Hidden = field["hidden"].Flag() ?? before.Hidden,
            FormField = field["formField"].Flag() ?? before.FormField,
            ExternalOptions = field["externalOptions"].Flag() ?? before.ExternalOptions,
            Options = field["options"].Exists ? ReadOptions(body, field["options"]) : before.Options,
            UpdatedAt = now,
        };
        if (!FieldTypes.TryGetValue(after.Type, out var fieldTypes))
            body.Refuse(Errors.Validation($"type is '{after.Type}'; allowed: {string.Join(", ", FieldTypes.Keys)}."));
        else if (!fieldTypes.Contains(after.FieldType))
        {
            body.Refuse(Errors.Validation(
                $"fieldType of a {after.Type} is '{after.FieldType}'; allowed: {string.Join(", ", fieldTypes)}."));
        }

        return after is { Type: "bool", Options.Count: 0 } ? after with { Options = YesNo } : after;
    }

    private static IReadOnlyList<PropertyOption> YesNo { get; } =
        [new() { Value = "true", Label = "True" }, new() { Value = "false", Label = "False", DisplayOrder = 1 }];

    // [{"label":"Option A","value":"A","displayOrder":1,"hidden":false,"description":"…"}]
    private static List<PropertyOption> ReadOptions(JsonBody body, JsonField field)
    {
        var options = field.Items().Select((option, index) =>
        {
            option.Require("label", "value");
            return new PropertyOption
            {
                Label = option["label"].Text() ?? "",
                Value = option["value"].Text() ?? "",
                Description = option["description"].Text(),
                DisplayOrder = (int?)option["displayOrder"].Number() ?? index,
                Hidden = option["hidden"].Flag() ?? false,
            };
        }).ToList();
        if (options.GroupBy(option => option.Value).FirstOrDefault(same => same.Count() > 1) is { } twice)
            body.Refuse(Errors.Validation($"options has the value '{twice.Key}' more than once."));
        return options;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
