using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Surfaces;

namespace MockPortal.Tests.Surfaces;

/// <summary>Inbound calls through the exchange: what the database says of callers, records and engagements.</summary>
public sealed class InboundExchangeTests(PortalFactory factory)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("+14155550132", "0-1/101")]
    [InlineData("(415) 555-0132", "0-1/101")]
    [InlineData("1 415 555 0132", "0-1/101")]
    [InlineData("+1 (415) 555-0178", "0-1/101")]
    [InlineData("+44 20 7946 0955", "0-1/377 0-1/402")]
    [InlineData("+442079460321", "0-1/318 0-1/319 0-2/9014")]
    [InlineData("+44 20 7946 0321 ext 12", "0-1/318 0-2/9014")]
    [InlineData("+33199004712", "0-1/260")]
    [InlineData("+12125550147", "0-1/344")]
    [InlineData("+14155550199", "")]
    [InlineData("+494155550132", "")]
    [InlineData("anonymous", "")]
    [InlineData("7", "")]
    public async Task Callers_are_found_however_their_number_is_written(string number, string expected)
    {
        var portal = await factory.CreatePortalAsync();
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), (await MatchAsync(portal, number)).Order());
    }

    [Fact]
    public async Task The_surest_number_comes_first_then_contacts_then_the_record_changed_last()
    {
        var portal = await factory.CreatePortalAsync();
        await portal.WriteAsync(db =>
        {
            Add(db, ObjectTypes.Company, 9101, "+49 30 99998 100", 3);
            Add(db, ObjectTypes.Contact, 1101, "030 99998 100", 2);
            Add(db, ObjectTypes.Contact, 1102, "+493099998100", 0);
            Add(db, ObjectTypes.Contact, 1103, "+49 (0)30 99998-100", 1);
        });
        Assert.Equal(["0-1/1103", "0-1/1102", "0-2/9101", "0-1/1101"], await MatchAsync(portal, "+493099998100"));
    }

    [Theory]
    [InlineData("NAVIGATE_TO_RECORD", "navigation-refused")]
    [InlineData("CALL_DATA", "call-data-without-call engagement-unknown")]
    [InlineData("FINALIZE_ENGAGEMENT", "engagement-to-mark-unknown")]
    public async Task What_the_portal_does_not_have_is_a_warning_on_the_message_that_names_it(string type, string codes)
    {
        var portal = await factory.CreatePortalAsync();
        var widget = await PlayedWidget.LogInAsync(factory, portal);
        var objectCoordinates = new { portalId = portal.Id, objectTypeId = "0-1", objectId = 999_999 };
        await widget.SayAsync(type, new { objectCoordinates, engagementId = 999_999 });

        var message = await portal.ReadAsync(db => db.Messages.SingleAsync(message => message.Type == type, Cancelled));
        Assert.Equal(codes.Split(' '), message.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public async Task The_completed_call_is_linked_once_with_the_caller_and_his_company()
    {
        var portal = await factory.CreatePortalAsync();
        var widget = await PlayedWidget.LogInAsync(factory, portal);
        await widget.SayAsync("INCOMING_CALL", new { fromNumber = "+14155550132", createEngagement = true, externalCallId = "c-1" });
        await widget.SayAsync("CALL_ENDED", new { callEndStatus = "COMPLETED" });
        await widget.SayAsync("CALL_COMPLETED");
        await widget.SayAsync("CALL_COMPLETED");

        var engagement = await portal.ReadAsync(db => db.Engagements.SingleAsync(Cancelled));
        var links = await portal.ReadAsync(db => db.Associations
            .Where(link => link.FromTypeId == ObjectTypes.Call || link.ToTypeId == ObjectTypes.Call).ToListAsync(Cancelled));
        Assert.Equal(["0-1/101", "0-2/9001"], links.Where(link => link.FromId == engagement.EngagementId)
            .Select(link => $"{link.ToTypeId}/{link.ToId}").Order());
        Assert.Equal(4, links.Count);
        Assert.Equal(("0-1", 101L), (engagement.ObjectTypeId, engagement.ObjectId));
        var item = await portal.ReadAsync(db => db.Objects.SingleAsync(item => item.ObjectTypeId == ObjectTypes.Call, Cancelled));
        Assert.Equal(("Call with Nora Castillo", "INBOUND"), (item.Name, item["hs_call_direction"]));
    }

    [Fact]
    public async Task Help_desk_messages_mark_the_engagement()
    {
        var portal = await factory.CreatePortalAsync();
        var widget = await PlayedWidget.LogInAsync(factory, portal);
        await widget.SayAsync("INCOMING_CALL", new { fromNumber = "+14155550132", createEngagement = true, externalCallId = "c-1" });
        var id = (await portal.ReadAsync(db => db.Engagements.SingleAsync(Cancelled))).EngagementId;
        var answers = await widget.SayAsync("FINALIZE_ENGAGEMENT", new { engagementId = id, externalCallId = "c-1" });
        Assert.Contains(answers, answer => answer["type"]!.GetValue<string>() == "FINALIZE_ENGAGEMENT_SUCCEEDED");
        answers = await widget.SayAsync("PUBLISH_TO_CHANNEL", new { engagementId = id + 1 });
        Assert.Contains(answers, answer => answer["type"]!.GetValue<string>() == "PUBLISH_TO_CHANNEL_FAILED");

        var engagement = await portal.ReadAsync(db => db.Engagements.SingleAsync(Cancelled));
        Assert.NotNull(engagement.FinalizedAt);
        Assert.Null(engagement.PublishedAt);
    }

    [Fact]
    public async Task A_caller_is_looked_up_by_an_index()
    {
        var portal = await factory.CreatePortalAsync();
        var keys = new[] { "550132" };
        var plan = await portal.ReadAsync(async db =>
        {
            await using var command = RecordLookup.Candidates(db, keys).CreateDbCommand();
            await db.Database.OpenConnectionAsync(Cancelled);
            command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            await using var reader = await command.ExecuteReaderAsync(Cancelled);
            var lines = new List<string>();
            while (await reader.ReadAsync(Cancelled))
                lines.Add(reader.GetString(3));
            return lines;
        });
        foreach (var key in new[] { "PhoneKey", "MobileKey", "WhatsAppKey" })
            Assert.Contains(plan, line => line.Contains($"PortalId_{key} (PortalId=? AND {key}=?)", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.StartsWith("SCAN o", StringComparison.Ordinal));
    }

    private static void Add(PortalDbContext db, string typeId, long id, string phone, int minutes)
    {
        var now = DateTimeOffset.UtcNow.AddMinutes(minutes);
        var item = new CrmObject { PortalId = db.PortalId, ObjectTypeId = typeId, Id = id, Name = "", SearchText = "", CreatedAt = now };
        item.Set([new("phone", phone)], now);
        db.Objects.Add(item);
    }

    private async Task<string[]> MatchAsync(TestPortal portal, string number)
    {
        var widget = await PlayedWidget.LogInAsync(factory, portal);
        var sent = await widget.SayAsync("INCOMING_CALL", new { fromNumber = number, externalCallId = "c-1" });
        var answer = Assert.Single(sent, message => message["type"]!.GetValue<string>() == "CALLER_ID_MATCH_SUCCEEDED");
        return
        [
            .. answer["data"]!["callerIdMatches"]!.AsArray().Select(match => match!["objectCoordinates"]!)
                .Select(found => $"{found["objectTypeId"]!.GetValue<string>()}/{found["objectId"]!.GetValue<long>()}"),
        ];
    }
}
