using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.HubSpotApi.Associations;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;
using MockPortal.Surfaces;

namespace MockPortal.HubSpotApi.CallingExtension;

/// <summary>An app tells of a call that came in and is over, without any widget.</summary>
internal static class InboundCall
{
    /// <summary>
    /// <c>POST /crm/v3/extensions/calling/inbound-call</c>: 200 with who has the caller's number, best match first. The
    /// engagement, if one is wanted, is associated with all of them.
    /// </summary>
    public static async Task<IResult> Complete(
        HttpContext context, RecordStore store, RecordLookup records, CancellationToken cancellationToken)
    {
        var request = HubSpotRequest.Of(context);
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken))
            .Expect("CompletedThirdPartyCallRequest", InboundCallInput.Required);
        var input = InboundCallInput.Read(body);
        if (body.Error is { } wrong)
            return wrong;

        var matches = await records.FindCallerAsync(input.Caller, cancellationToken);
        if (input.CreateEngagement)
        {
            var error = await store.WriteAsync(request, ObjectType.Call, (editor, token) =>
                CreateAsync(editor, input, matches, request.Caller.AppId, token), cancellationToken);
            if (error is not null)
                return error;
        }

        return HubSpotJson.Answer(
            new { callerIdMatches = matches.Select(match => AnswerOf(match, request.Caller.PortalId)).ToList() });
    }

    private static async Task<HubSpotError?> CreateAsync(
        RecordEditor editor,
        InboundCallInput input,
        ImmutableList<CallerMatch> matches,
        long appId,
        CancellationToken cancellationToken)
    {
        var owner = await editor.Db.Owners.Where(row => row.UserId == input.UserId).Select(row => (long?)row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var (_, error) = await editor.CreateAsync(
            new ObjectInput
            {
                Properties = input.PropertiesOf(appId, owner, editor.Now),
                Associations = [.. matches.Select(match => Link(match.Record))],
            },
            cancellationToken);
        return error;
    }

    private static AssociationInput Link(RecordReference record) => new()
    {
        ToId = Text(record.ObjectId),
        Types =
        [
            AssociationSpec.Of(AssociationTypes.Default(ObjectTypes.Call, record.ObjectTypeId)!.Value),
        ],
    };

    private static object AnswerOf(CallerMatch match, long portalId)
    {
        var objectCoordinates = new { portalId, match.Record.ObjectTypeId, match.Record.ObjectId };
        return match.Record.ObjectTypeId == ObjectTypes.Contact
            ? new { callerIdType = "CONTACT", objectCoordinates, match.FirstName, match.LastName, match.Email }
            : new { callerIdType = "COMPANY", objectCoordinates, match.Record.Name };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
