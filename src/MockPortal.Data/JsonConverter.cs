using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MockPortal.Data;

/// <summary>Keeps a value that is never searched inside as JSON text in one column.</summary>
internal sealed class JsonConverter<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
    text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!)
    where T : class;

/// <summary>Compares by the JSON text; values are replaced, not changed in place, so the snapshot is the value itself.</summary>
internal sealed class JsonComparer<T>() : ValueComparer<T>(
    (left, right) => ReferenceEquals(left, right)
        || JsonSerializer.Serialize(left, JsonSerializerOptions.Web) == JsonSerializer.Serialize(right, JsonSerializerOptions.Web),
    value => value.GetHashCode(),
    value => value)
    where T : class;
