using MockPortal.Records;

namespace MockPortal.HubSpotApi.Model.Properties;

/// <summary>HubSpot's own properties of calls.</summary>
internal static class CallProperties
{
    public const string Group = "call";

    private static readonly Define Define = new(Group);

    public static IReadOnlyList<PropertyDefinition> All { get; } =
    [
        Define.Text("hs_call_title", "Call Title"),
        Define.Html("hs_call_body", "Call notes"),
        Define.Choice("hs_call_direction", "Call direction", "INBOUND", "OUTBOUND"),
        Define.Choice("hs_call_status", "Call status",
            "BUSY", "CALLING_CRM_USER=Calling CRM user", "CANCELED", "COMPLETED", "CONNECTING", "FAILED", "HOLD",
            "IN_PROGRESS", "MISSED", "NO_ANSWER", "QUEUED", "RINGING", "UNKNOWN"),
        Define.Choice("hs_call_disposition", "Call outcome",
            [.. Dispositions.All.Select(outcome => $"{outcome.Id}={outcome.Label}")]),
        Define.Number("hs_call_duration", "Call duration"),
        Define.Text("hs_call_from_number", "From Number"),
        Define.Text("hs_call_to_number", "To Number"),
        Define.Text("hs_call_recording_url", "Recording URL"),
        Define.Number("hs_call_callee_object_id", "Callee object id"),
        Define.Text("hs_call_callee_object_type", "Callee object type"),
        Define.Text("hs_call_callee_object_type_id", "Callee object type ID"),
        Define.Choice("hs_call_source", "Call source", "INTEGRATIONS_PLATFORM=Integrations Platform"),
        Define.Number("hs_call_app_id", "Call app ID"),
        Define.Text("hs_call_external_id", "External ID"),
        Define.Text("hs_call_external_account_id", "External account ID"),
        Define.Flag("hs_call_has_voicemail", "Voicemail available"),
        Define.Flag("hs_call_has_transcript", "Transcript available").Calculated(),
        Define.Number("hs_call_transcription_id", "Transcription ID"),
        Define.Many("hs_activity_type", "Call and meeting type").As("select"),
        .. Activity(Group),
        Define.Number("hs_connected_count", "Connected count").Calculated(),
        Define.Number("hs_voicemail_count", "Voicemail count").Calculated(),
        Define.Time("hs_engagements_last_contacted", "Last contacted").Calculated().Hidden(),
        Define.Many("hs_at_mentioned_owner_ids"),
        Define.Text("hs_call_authed_url_provider"),
        Define.Text("hs_call_deal_stage_during_call"),
        Define.Text("hs_call_from_number_nickname"),
        Define.Text("hs_call_location"),
        Define.Number("hs_call_meeting_id"),
        Define.Text("hs_call_ms_teams_payload"),
        Define.Text("hs_call_phone_number_source"),
        Define.Number("hs_call_primary_deal"),
        Define.Number("hs_call_recording_duration"),
        Define.Text("hs_call_routing_strategy_type"),
        Define.Text("hs_call_suggested_next_actions"),
        Define.Html("hs_call_summary", "Call summary"),
        Define.Text("hs_call_summary_execution_id"),
        Define.Text("hs_call_to_number_nickname"),
        Define.Number("hs_call_transcript_audio_num_channels"),
        Define.Text("hs_call_transcript_tracked_terms"),
        Define.Number("hs_call_unified_phone_number_id"),
        Define.Text("hs_call_unique_external_id"),
        Define.Text("hs_call_video_meeting_type"),
        Define.Text("hs_call_video_recording_url"),
        Define.Text("hs_call_zoom_meeting_uuid"),
        Define.Text("hs_calls_service_call_id"),
        Define.Text("hs_campaign_guid"),
        Define.Text("hs_follow_up_action"),
        Define.Text("hs_unknown_visitor_conversation"),
    ];

    /// <summary>What every activity has: calls, notes, tasks, meetings, e-mails.</summary>
    public static IReadOnlyList<PropertyDefinition> Activity(string group)
    {
        var define = new Define(group);
        return
        [
            define.Time("hs_timestamp", "Activity date"),
            define.Text("hs_attachment_ids", "Attached file IDs"),
            define.Text("hs_body_preview", "Body preview").Calculated(),
            define.Html("hs_body_preview_html", "HTML body preview").Calculated(),
            define.Flag("hs_body_preview_is_truncated", "Body preview truncated").Calculated(),
            define.Number("hs_created_by", "Activity created by").Calculated(),
            define.Number("hs_modified_by", "Updated by").Calculated(),
            define.Text("hs_engagement_source", "Engagement source"),
            define.Text("hs_engagement_source_id", "Engagement source ID"),
            define.Text("hs_unique_id", "Unique ID"),
            define.Text("hs_obj_coords", "Object coordinates").Calculated().Hidden(),
            define.Flag("hs_gdpr_deleted", "GDPR deleted").Calculated(),
            define.Text("hs_product_name", "Product name"),
            define.Many("hs_queue_membership_ids", "Queue memberships"),
            define.Many("hs_shared_team_ids"),
            define.Many("hs_shared_user_ids"),
            define.Many("hs_all_assigned_business_unit_ids"),
            define.Many("hs_user_ids_of_all_notification_followers"),
            define.Many("hs_user_ids_of_all_notification_unfollowers"),
        ];
    }
}
