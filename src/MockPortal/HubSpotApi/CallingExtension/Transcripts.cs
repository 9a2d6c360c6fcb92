using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.HubSpotApi.Http;
using MockPortal.HubSpotApi.Model;
using MockPortal.HubSpotApi.Objects;

namespace MockPortal.HubSpotApi.CallingExtension;

/// <summary>What was said in calls, as an app wrote it down.</summary>
internal static class Transcripts
{
    /// <summary>
    /// <c>POST /crm/v3/extensions/calling/transcripts</c>: 200 with the id. The call names its transcript afterwards.
    /// </summary>
    public static async Task<IResult> Create(
        HttpContext context, RecordStore store, CancellationToken cancellationToken)
    {
        var body = (await JsonBody.ReadAsync(context.Request, cancellationToken))
            .Expect("TranscriptCreateRequest", "engagementId", "transcriptCreateUtterances");
        body.Root.Require("engagementId", "transcriptCreateUtterances");
        var engagementId = body.Root["engagementId"].Number();
        var utterances = body.Root["transcriptCreateUtterances"].Items().Select(ReadUtterance).ToList();
        if (body.Error is { } wrong)
            return wrong;

        var (id, error) = await store.WriteAsync(HubSpotRequest.Of(context), ObjectType.Call, async (editor, token) =>
        {
            var (call, missing) = await ObjectFinder.FindAsync(
                editor.Db, editor.Properties, engagementId!.Value, archived: false, token);
            if (call is null)
                return (0, missing);

            var transcript = new Transcript
            {
                PortalId = editor.Db.PortalId,
                Id = await editor.Db.NextAsync(Counter.Transcripts, token),
                EngagementId = call.Id,
                Utterances = utterances,
                CreatedAt = editor.Now,
            };
            editor.Db.Transcripts.Add(transcript);
            call.Set(
                [new("hs_call_transcription_id", Text(transcript.Id)), new("hs_call_has_transcript", "true")],
                editor.Now);
            return (transcript.Id, (HubSpotError?)null);
        }, cancellationToken);
        return error is null ? HubSpotJson.Answer(new { id = Text(id) }) : error;
    }

    /// <summary><c>GET /crm/v3/extensions/calling/transcripts/{transcriptId}</c></summary>
    public static async Task<IResult> Get(string transcriptId, PortalDbContext db, CancellationToken cancellationToken)
    {
        if (!TryRead(transcriptId, out var id))
            return Errors.PathParameter("transcriptId");

        var transcript = await db.Transcripts.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        return transcript is null ? Errors.NotFound : HubSpotJson.Answer(new
        {
            id = Text(transcript.Id),
            transcript.EngagementId,
            transcriptSource = "INTEGRATOR_GENERATED",
            transcriptUtterances = transcript.Utterances,
            transcript.CreatedAt,
            updatedAt = transcript.CreatedAt,
        });
    }

    /// <summary>
    /// <c>DELETE /crm/v3/extensions/calling/transcripts/{transcriptId}</c>: 204 whether there was one or not.
    /// </summary>
    public static async Task<IResult> Delete(
        string transcriptId, HttpContext context, RecordStore store, CancellationToken cancellationToken)
    {
        if (!TryRead(transcriptId, out var id))
            return Errors.PathParameter("transcriptId");

        await store.WriteAsync(HubSpotRequest.Of(context), ObjectType.Call, async (editor, token) =>
        {
            if (await editor.Db.Transcripts.FindAsync([editor.Db.PortalId, id], token) is not { } transcript)
                return false;

            editor.Db.Transcripts.Remove(transcript);
            var call = await editor.Db.Objects.FindAsync(
                [editor.Db.PortalId, ObjectTypes.Call, transcript.EngagementId], token);
            if (call?["hs_call_transcription_id"] == Text(id))
                call.Set([new("hs_call_transcription_id", null), new("hs_call_has_transcript", "false")], editor.Now);
            return true;
        }, cancellationToken);
        return Results.NoContent();
    }

    // {"speaker":{"id":"a","name":"Grace","email":"…"},"text":"Good morning.","startTimeMillis":0,"endTimeMillis":1200,
    //  "languageCode":"en-US"}
    private static Utterance ReadUtterance(JsonField field, int index)
    {
        field.Require("speaker", "text", "startTimeMillis", "endTimeMillis");
        field["speaker"].Require("id", "name");
        return new Utterance
        {
            Id = Text(index + 1),
            Speaker = new Speaker
            {
                Id = field["speaker"]["id"].Text() ?? "",
                Name = field["speaker"]["name"].Text() ?? "",
                Email = field["speaker"]["email"].Text(),
            },
            Text = field["text"].Text() ?? "",
            StartTimeMillis = field["startTimeMillis"].Number() ?? 0,
            EndTimeMillis = field["endTimeMillis"].Number() ?? 0,
            LanguageCode = field["languageCode"].Text(),
        };
    }

    private static bool TryRead(string text, out long id) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
