using MockPortal.HubSpotApi.Associations;
using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>What a client sends of a record it makes or changes.</summary>
internal sealed record ObjectInput
{
    /// <summary>The id, or a value of <see cref="IdProperty"/>. New records have none.</summary>
    public string? Id { get; init; }

    public string? IdProperty { get; init; }

    public required Dictionary<string, string?> Properties { get; init; }

    /// <summary>Only of new records.</summary>
    public required IReadOnlyList<AssociationInput> Associations { get; init; }

    /// <summary>What the client calls this input of a batch, to find it again in the answer.</summary>
    public string? TraceId { get; init; }

    // {"id":"151","idProperty":"email","properties":{…},"objectWriteTraceId":"a",
    //  "associations":[{"to":{"id":"151"},
    //    "types":[{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":194}]}]}
    public static ObjectInput Read(JsonField field) => new()
    {
        Id = field["id"].Text(),
        IdProperty = field["idProperty"].Text(),
        Properties = field["properties"].TextMap(),
        Associations = [.. field["associations"].Items().Select(AssociationInput.Read)],
        TraceId = field["objectWriteTraceId"].Text(),
    };

    /// <summary>The inputs of a batch. What is wrong with them is in the body's error afterwards.</summary>
    public static IReadOnlyList<ObjectInput> ReadBatch(JsonBody body, params IReadOnlyList<string> required) =>
        [.. BatchInputs.Read(body, required).Select(Read)];
}
