namespace MockPortal.HubSpotApi.Http;

/// <summary>The <c>inputs</c> of a batch route.</summary>
internal static class BatchInputs
{
    public const int Maximum = 100;

    private const string Type = "com.hubspot.apiutils.core.models.batch.BatchInput$Json<java.lang.Object>";

    /// <summary>Between one and the maximum, each with the fields it needs; or else the body has an error.</summary>
    public static IReadOnlyList<JsonField> Read(JsonBody body, IReadOnlyList<string> required, int maximum = Maximum)
    {
        body.Expect(Type, "inputs");
        var inputs = body.Root["inputs"].Items();
        if (inputs.Count == 0)
            body.Refuse(Errors.NoInputs);
        if (inputs.Count > maximum)
            body.Refuse(Errors.TooManyInputs(maximum));
        foreach (var input in inputs)
            input.Require(required);
        return inputs;
    }
}
