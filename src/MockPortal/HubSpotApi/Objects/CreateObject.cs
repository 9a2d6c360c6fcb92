using MockPortal.HubSpotApi.Http;

namespace MockPortal.HubSpotApi.Objects;

/// <summary>Makes a record.</summary>
internal static class CreateObject
{
    /// <summary><c>POST /crm/v3/objects/{objectType}</c></summary>
    public static async Task<IResult> Create(
        HttpContext context, RecordStore store, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken)).Expect(
            "SimplePublicObjectInputForCreate", "properties");
        var input = ObjectInput.Read(body.Root);
        if (body.Error is { } wrong)
            return wrong;

        var (made, error) = await store.CreateAsync(request, request.ObjectType, input, cancellationToken);
        if (made is null)
            return error!;

        context.Response.Headers.Location = $"{request.Address.TrimEnd('/')}/{made.Item.Id}";
        return HubSpotJson.Answer(
            ObjectAnswer.OfAll(made.Item, made.Properties, request), StatusCodes.Status201Created);
    }
}
