using MockPortal.Data;

namespace MockPortal.HubSpotApi.Model.Properties;

/// <summary>HubSpot's own properties of the types a calling app meets in passing.</summary>
internal static class OtherProperties
{
    public static (string Group, IReadOnlyList<PropertyDefinition> All) Of(ObjectType type) => type.Id switch
    {
        ObjectTypes.Deal => ("dealinformation", Deals(new("dealinformation"))),
        ObjectTypes.Ticket => ("ticketinformation", Tickets(new("ticketinformation"))),
        ObjectTypes.User => ("user", Users(new("user"))),
        ObjectTypes.Lead => ("lead", Leads(new("lead"))),
        _ when type.IsActivity =>
            (type.Singular, [.. CallProperties.Activity(type.Singular), .. OfActivity(type, new(type.Singular))]),
        _ => (type.Singular, [new Define(type.Singular).Text("name")]),
    };

    private static IReadOnlyList<PropertyDefinition> Deals(Define define) =>
    [
        define.Text("dealname", "Deal Name"),
        define.Number("amount"),
        define.Time("closedate", "Close Date"),
        define.Text("pipeline").As("select"),
        define.Text("dealstage", "Deal Stage").As("radio"),
        define.Choice("dealtype", "Deal Type", "newbusiness=New Business", "existingbusiness=Existing Business")
            .As("radio"),
        define.Area("description", "Deal Description"),
        define.Choice("hs_priority", "Priority", "low", "medium", "high"),
        define.Number("hs_pinned_engagement_id", "Pinned Engagement ID"),
        define.Number("num_associated_contacts", "Number of Associated Contacts").Calculated(),
        define.Time("hs_lastmodifieddate", "Last Modified Date").Calculated(),
    ];

    private static IReadOnlyList<PropertyDefinition> Tickets(Define define) =>
    [
        define.Text("subject", "Ticket name"),
        define.Area("content", "Ticket description"),
        define.Text("hs_pipeline", "Pipeline").As("select"),
        define.Text("hs_pipeline_stage", "Ticket status").As("select"),
        define.Choice("hs_ticket_priority", "Priority", "LOW", "MEDIUM", "HIGH", "URGENT"),
        define.Choice("hs_ticket_category", "Category", "PRODUCT_ISSUE=Product issue", "BILLING_ISSUE=Billing issue",
            "FEATURE_REQUEST=Feature request", "GENERAL_INQUIRY=General inquiry"),
        define.Number("hs_ticket_id", "Ticket ID").Calculated(),
        define.Choice("source_type", "Source", "CHAT", "EMAIL", "FORM", "PHONE"),
        define.Number("hs_pinned_engagement_id", "Pinned Engagement ID"),
    ];

    private static IReadOnlyList<PropertyDefinition> Leads(Define define) =>
        [define.Text("hs_lead_name", "Lead name"), define.Text("hs_lead_type", "Lead type")];

    private static IReadOnlyList<PropertyDefinition> Users(Define define) =>
    [
        define.Text("hs_email", "Email"),
        define.Text("hs_given_name", "Given name"),
        define.Text("hs_family_name", "Family name"),
        define.Text("hs_job_title", "Job title"),
        define.Number("hs_internal_user_id", "Internal user ID").Calculated(),
        define.Choice("hs_availability_status", "Availability status", "available", "away"),
        define.Text("hs_main_phone", "Main phone"),
    ];

    private static IReadOnlyList<PropertyDefinition> OfActivity(ObjectType type, Define define) => type.Singular switch
    {
        "note" => [define.Html("hs_note_body", "Note body")],
        "task" =>
        [
            define.Text("hs_task_subject", "Task title"),
            define.Html("hs_task_body", "Notes"),
            define.Choice(
                "hs_task_status", "Task status", "NOT_STARTED", "IN_PROGRESS", "WAITING", "COMPLETED", "DEFERRED"),
            define.Choice("hs_task_priority", "Priority", "NONE", "LOW", "MEDIUM", "HIGH"),
            define.Choice("hs_task_type", "Task type", "TODO=To-do", "CALL", "EMAIL"),
        ],
        "meeting" =>
        [
            define.Text("hs_meeting_title", "Meeting name"),
            define.Html("hs_meeting_body", "Meeting description"),
            define.Time("hs_meeting_start_time", "Start time"),
            define.Time("hs_meeting_end_time", "End time"),
            define.Text("hs_meeting_location", "Location"),
            define.Choice("hs_meeting_outcome", "Meeting outcome",
                "SCHEDULED", "COMPLETED", "RESCHEDULED", "NO_SHOW", "CANCELED"),
        ],
        "email" =>
        [
            define.Text("hs_email_subject", "Email subject"),
            define.Area("hs_email_text", "Text body"),
            define.Html("hs_email_html", "HTML body"),
            define.Choice("hs_email_direction", "Email direction", "EMAIL", "INCOMING_EMAIL", "FORWARDED_EMAIL"),
            define.Choice("hs_email_status", "Email send status", "BOUNCED", "FAILED", "SCHEDULED", "SENDING", "SENT"),
        ],
        "communication" =>
        [
            define.Html("hs_communication_body", "Communication body"),
            define.Choice("hs_communication_channel_type", "Channel type",
                "WHATS_APP=WhatsApp", "LINKEDIN_MESSAGE=LinkedIn message", "SMS=SMS"),
            define.Text("hs_communication_logged_from", "Logged from"),
        ],
        "postal_mail" => [define.Html("hs_postal_mail_body", "Postal mail body")],
        _ => [],
    };
}
