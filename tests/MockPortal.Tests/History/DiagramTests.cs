using System.Xml.Linq;
using MockPortal.History.Diagrams;

namespace MockPortal.Tests.History;

public sealed class DiagramTests
{
    [Fact]
    public void A_call_as_Mermaid_text() => Assert.Equal(
        """
        ---
        title: 'A clean call'
        ---
        sequenceDiagram
            participant Widget as Widget
            participant Host as MockPortal
            participant Crm as CRM
            Note over Host: dial +14155550132
            Host->>Widget: SYNC ×3
            Widget->>Host: SYNC_ACK
            Widget->>Host: INITIALIZED logged in
            Host->>Widget: DIAL_NUMBER +14155550132
            Widget->>Host: OUTGOING_CALL_STARTED +14155550132, createEngagement
            Host->>Crm: create call engagement 70010001
            Host->>Widget: CREATE_ENGAGEMENT_SUCCEEDED 70010001
            Note over Widget,Crm: 3.2 s
            Widget->>Host: CALL_ANSWERED
            Note over Widget,Crm: 1 min 23 s
            Widget->>Host: CALL_ENDED COMPLETED
            Note over Widget,Crm: 12 s
            Widget->>Host: CALL_COMPLETED 70010001, with properties
            Host->>Widget: VISIBILITY_CHANGED hidden
            Host->>Widget: UPDATE_ENGAGEMENT_SUCCEEDED 70010001

        """.ReplaceLineEndings("\n"),
        MermaidDiagram.Write(Draw(Recording.Clean(), "A clean call")));

    [Fact]
    public void A_ghost_and_a_warning_are_in_the_picture()
    {
        var call = new Recording().Widget("CALL_DATA", """{"engagementId":"abc"}""", "call-data-unreadable").Widget("CALL_ENDED");
        call.Call.State = "ghost";
        var text = MermaidDiagram.Write(Draw(call));
        Assert.Contains("    Widget->>Host: CALL_DATA #34;abc#34;\n    Note right of Host: warning call-data-unreadable\n", text, StringComparison.Ordinal);
        Assert.EndsWith("    Note over Host: never completed\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Crm", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_a_widget_calls_its_messages_stays_one_line_of_Mermaid()
    {
        var call = new Recording().Widget("X;Y%%#<b>\\n", """{"engagementId":7}""");
        Assert.Contains("Widget->>Host: X#59;Y#37;#37;#35;#60;b#62;", MermaidDiagram.Write(Draw(call, "It's; a\ntitle")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_is_well_formed_whatever_a_widget_says()
    {
        var call = Recording.Clean().Widget("ERROR", """{"message":"</text><script>alert(1)</script> \u0001 & \ud83d\ude00"}""")
            .Widget("ERROR", """{"message":"half a pair \ud83d"}""");
        var svg = XElement.Parse(SvgDiagram.Write(Draw(call), ".sequence{}"));
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "script");
        Assert.Contains(svg.Descendants(), element => element.Value.Contains("<script>alert(1)", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_message_caused_in_the_CRM_comes_after_it_and_before_the_answer()
    {
        var call = new Recording().Widget("CALL_COMPLETED").Host("UPDATE_ENGAGEMENT_SUCCEEDED");
        // All in one millisecond; the parts below it are not the same clock's.
        var change = new CrmEvent { At = call.Messages[0].At.AddMicroseconds(900), ByHost = true, Label = "update call" };
        Assert.Equal(
            ["CALL_COMPLETED", "update call", "UPDATE_ENGAGEMENT_SUCCEEDED"],
            SequenceDiagram.Of("A call", call.Call, call.Messages, [change]).Steps.Select(step => step.Label));
    }

    [Fact]
    public void Arrows_go_from_lane_to_lane_and_lead_to_their_messages()
    {
        var call = new Recording().Widget("CALL_ANSWERED").Later(2000).Host("END_CALL");
        var svg = XElement.Parse(SvgDiagram.WriteForPage(Draw(call), step => $"#m{step.Sequence}"));
        var arrows = svg.Descendants().Where(element => (string?)element.Attribute("class") == "arrow").ToList();
        Assert.Equal(2, arrows.Count);
        Assert.True((int)arrows[0].Attribute("x1")! < (int)arrows[0].Attribute("x2")!, "from the widget to the host");
        Assert.True((int)arrows[1].Attribute("x1")! > (int)arrows[1].Attribute("x2")!, "from the host to the widget");
        Assert.Equal(["#m1", "#m2"], svg.Descendants().Where(element => element.Name.LocalName == "a").Select(link => (string)link.Attribute("href")!));
        Assert.Contains(svg.Descendants(), element => element.Value == "2.0 s later");
    }

    [Fact]
    public void Only_arrows_of_messages_lead_anywhere()
    {
        var svg = XElement.Parse(SvgDiagram.WriteForPage(
            Draw(new Recording().Widget("OUTGOING_CALL_STARTED").Engagement(7)), step => step.Sequence is { } sequence ? $"#m{sequence}" : null));
        var link = Assert.Single(svg.Descendants(), element => element.Name.LocalName == "a");
        Assert.Equal("#m1", (string?)link.Attribute("href"));
    }

    [Fact]
    public void The_picture_says_how_many_messages_are_not_in_it_and_where_they_would_be()
    {
        var call = new Recording().Widget("CALL_ANSWERED");
        call.Call.State = "ghost";
        var later = new CrmEvent { At = call.Messages[0].At.AddHours(1), ByHost = true, Label = "update call" };
        Assert.Equal(
            ["CALL_ANSWERED", "9500 more messages", "update call", "never completed"],
            SequenceDiagram.Of("A call", call.Call, call.Messages, [later], left: 9500).Steps.Select(step => step.Label));
    }

    [Fact]
    public void The_clocks_say_in_which_zone_they_are_and_when_that_is_elsewhere()
    {
        var svg = XElement.Parse(SvgDiagram.Write(Draw(new Recording().Widget("CALL_ANSWERED")), ".sequence{}"));
        Assert.Equal("UTC", Assert.Single(svg.Descendants(), element => (string?)element.Attribute("class") == "zone").Value);
        var clock = Assert.Single(svg.Descendants(), element => (string?)element.Attribute("class") == "clock");
        Assert.Equal(("12:00:00.000", "2026-02-03T12:00:00.000Z"), (clock.Value, (string?)clock.Attribute("data-at")));
    }

    private static SequenceDiagram Draw(Recording recorded, string title = "A call") => SequenceDiagram.Of(
        title,
        recorded.Call,
        recorded.Messages,
        [
            .. recorded.Engagements.Where(engagement => engagement.Known).Select(engagement => new CrmEvent
            {
                At = engagement.RecordedAt,
                ByHost = true,
                Label = "create call",
                Detail = $"engagement {engagement.EngagementId}",
            }),
        ]);
}
