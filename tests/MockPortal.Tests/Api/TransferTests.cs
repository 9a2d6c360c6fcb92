using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockPortal.Data;

namespace MockPortal.Tests.Api;

/// <summary>
/// A portal goes into a file and comes back, all of it. The class has a program of its own: a file that is refused may
/// leave no portal in the list.
/// </summary>
public sealed class TransferTests(PortalFactory factory) : IClassFixture<PortalFactory>
{
    private const string Header = """{"mockPortalExport":1,"portalId":7,"Portal":{"name":"A","accessToken":"a","developerKey":"d","withheldScopes":[],"createdAt":"2026-01-01T00:00:00+00:00"}}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_exported_is_imported_under_a_new_id_row_for_row()
    {
        var portal = await FullPortalAsync();
        var file = await ExportAsync(portal.Id);

        var imported = await (await ImportAsync(file)).ReadJsonAsync(HttpStatusCode.Created);

        var id = imported["portalId"]!.GetValue<long>();
        Assert.NotEqual(portal.Id, id);
        Assert.NotEqual(portal.AccessToken, imported["accessToken"]!.GetValue<string>());
        Assert.Equal("As exported", imported["name"]!.GetValue<string>());
        var there = Rows(file);
        var here = Rows(await ExportAsync(id));
        Assert.NotEmpty(there);
        // The tokens of apps say which portal they belong to; they stay with the one that has them.
        Assert.Equal(there.Where(row => !row.StartsWith("{\"OAuth", StringComparison.Ordinal)), here);
    }

    [Fact]
    public async Task After_its_portal_is_gone_a_file_brings_back_its_id_and_its_tokens()
    {
        var portal = await FullPortalAsync();
        var file = await ExportAsync(portal.Id);
        (await portal.Client.DeleteAsync($"/api/portals/{portal.Id}", Cancelled)).EnsureSuccessStatusCode();

        var imported = await (await ImportAsync(file, "?id=own")).ReadJsonAsync(HttpStatusCode.Created);

        Assert.Equal(portal.Id, imported["portalId"]!.GetValue<long>());
        Assert.Equal(portal.AccessToken, imported["accessToken"]!.GetValue<string>());
        Assert.Equal(file, await ExportAsync(portal.Id));
    }

    [Fact]
    public async Task Every_kind_of_row_of_the_model_is_in_the_file()
    {
        var portal = await FullPortalAsync();
        var file = await ExportAsync(portal.Id);

        var model = await factory.ReadAsync(portal.Id, db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(entity => typeof(IPortalOwned).IsAssignableFrom(entity.ClrType))
            .Select(entity => entity.ClrType.Name).Order(StringComparer.Ordinal).ToList()));
        Assert.Equal(model, Rows(file).Select(row => JsonNode.Parse(row)!.AsObject().Single().Key).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_imported_call_is_in_the_history()
    {
        var portal = await FullPortalAsync();
        var imported = await (await ImportAsync(await ExportAsync(portal.Id))).ReadJsonAsync(HttpStatusCode.Created);

        var calls = await portal.Client.GetJsonAsync($"/api/portals/{imported["portalId"]}/calls?q=Castillo");

        Assert.Equal("+49 30 1", calls["results"]![0]!["toNumber"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_id_that_is_taken_is_refused()
    {
        var portal = await factory.CreatePortalAsync();

        var answer = await (await ImportAsync(await ExportAsync(portal.Id), "?id=own")).ReadJsonAsync(HttpStatusCode.Conflict);

        answer.IsProblem(409, "Id not free",
            $"A portal cannot be imported as {portal.Id} here: there is one, or the id is below that of the default portal. "
            + "Delete the other one first, or import under a new id.");
    }

    [Theory]
    [InlineData("", "The file is not valid JSON (line 1): The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true.")]
    [InlineData("{}", "The file is not a list; an export of a portal is expected.")]
    [InlineData("\"text\"", "The file is not a list; an export of a portal is expected.")]
    [InlineData("[]", "The file is an empty list; an export of a portal is expected.")]
    [InlineData("[{}]", "The file cannot be read at element 1: its first element does not say mockPortalExport, so it is no export of a portal.")]
    [InlineData("""[{"mockPortalExport":2}]""", "The file cannot be read at element 1: mockPortalExport is 2; this program reads 1. Import it with the version that wrote it.")]
    [InlineData("""[{"mockPortalExport":1,"portalId":"x"}]""", "The file cannot be read at element 1: its first element has no portalId that is a whole number.")]
    [InlineData($$$"""[{{{Header}}},{"Message":{"sequence":"one"}}]""", "The file cannot be read at element 2: Message has a value in 'sequence' that is of another kind: \"one\".")]
    [InlineData($$$"""[{{{Header}}},{"Counter":{"kind":"call","lust":1}}]""", "The file cannot be read at element 2: Counter has no field 'lust'; known are kind, last.")]
    [InlineData($$$"""[{{{Header}}},{"Counter":{"last":1}}]""", "The file cannot be read at element 2: Counter lacks the field 'kind'.")]
    [InlineData($$$"""[{{{Header}}},{"Counter":{"kind":"call","last":1}},{"Counter":{"kind":"call","last":1}}]""", "The file has a row, up to element 3, that cannot be stored: SQLite Error 19: 'UNIQUE constraint failed: Counters.PortalId, Counters.Kind'.")]
    public async Task A_bad_file_is_refused_with_the_place_and_leaves_nothing_behind(string file, string detail)
    {
        var before = await factory.PortalIdsAsync();

        var answer = await ImportAsync(file);

        (await answer.ReadJsonAsync(HttpStatusCode.BadRequest)).IsProblem(400, "Invalid file", detail);
        Assert.Equal(before, await factory.PortalIdsAsync());
    }

    [Fact]
    public async Task A_kind_of_row_that_does_not_exist_is_refused_with_those_there_are()
    {
        var answer = await (await ImportAsync($$$"""[{{{Header}}},{"Massage":{}}]""")).ReadJsonAsync(HttpStatusCode.BadRequest);

        var detail = answer["detail"]!.GetValue<string>();
        Assert.StartsWith("The file cannot be read at element 2: there is no kind 'Massage'; known are Association, ", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_leaves_nothing_behind()
    {
        var before = await factory.PortalIdsAsync();
        var file = await ExportAsync(before[0]);

        var answer = await ImportAsync(file[..^200]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, await factory.PortalIdsAsync());
    }

    /// <summary>A portal with at least one row of every kind.</summary>
    private async Task<TestPortal> FullPortalAsync()
    {
        var portal = await factory.CreatePortalAsync();
        var at = HistoryRows.Noon;
        await portal.WriteAsync(db =>
        {
            var row = db.Portals.Single(item => item.Id == portal.Id);
            (row.Name, row.WithheldScopes) = ("As exported", ["crm.objects.contacts.read"]);
            db.Calls.Add(HistoryRows.Call(portal.Id, 1, call =>
            {
                (call.EngagementIds, call.ToNumber, call.ObjectTypeId, call.ObjectId) = ([1, 2], "+49 30 1", "0-1", 101);
                call.Warnings = [new Warning { Code = "a", Text = "ä \"quoted\" </script>" }];
            }));
            db.Engagements.Add(HistoryRows.Engagement(portal.Id, 1, 1));
            db.CallDeletions.Add(new CallDeletion { PortalId = portal.Id, FirstCallId = 7, CallIds = [7, 8], At = at });
            db.Messages.Add(HistoryRows.Message(portal.Id, 1, "CALL_DATA", payload: """{"text":"\ud800 half a pair","n":1.10}"""));
            db.Surfaces.Add(HistoryRows.Surface(portal.Id, "s1"));
            db.Sessions.Add(new UserSession { PortalId = portal.Id, UserId = 9, State = "{}", Version = 3 });
            db.Counters.Add(new Counter { PortalId = portal.Id, Kind = "test", Last = long.MaxValue });
            db.Settings.Add(new PortalSettings { PortalId = portal.Id, Widget = new CallingAppFields { Name = "My app" } });
            var app = new CallingApp { PortalId = portal.Id, AppId = 5, CreatedAt = at };
            app.Set(new CallingAppFields { Name = "Other" }, at);
            db.CallingApps.Add(app);
            db.RecordingSettings.Add(new RecordingSettings { PortalId = portal.Id, AppId = 5, UrlToRetrieveAuthedRecording = "https://app.example/%s" });
            db.ChannelConnections.Add(new ChannelConnection { PortalId = portal.Id, AppId = 5, Url = "https://app.example/c" });
            db.CustomProperties.Add(new CustomProperty { PortalId = portal.Id, ObjectTypeId = "0-1", Name = "shoe_size", Definition = "{}" });
            db.PropertyGroups.Add(new PropertyGroup { PortalId = portal.Id, ObjectTypeId = "0-1", Name = "shoes", Label = "Shoes" });
            db.AssociationLabels.Add(new AssociationLabel { PortalId = portal.Id, TypeId = 1, BackId = 2, FromTypeId = "0-1", ToTypeId = "0-2", Name = "boss", Label = "Boss" });
            db.PropertyChanges.Add(new PropertyChange
            {
                PortalId = portal.Id,
                ObjectTypeId = "0-1",
                ObjectId = 101,
                Number = 7,
                At = at.AddTicks(1234567),
                SourceType = "CRM_UI",
                Values = new(StringComparer.Ordinal) { ["email"] = null, ["Phone"] = "+1" },
            });
            db.Transcripts.Add(new Transcript { PortalId = portal.Id, Id = 1, EngagementId = 1, CreatedAt = at, Utterances = [] });
            db.Faults.Add(new PortalFaults { PortalId = db.PortalId, Settings = """{"rules":[{"fault":"drop"}]}""" });
            var refresh = $"refresh-{portal.Id}";
            db.OAuthGrants.Add(new OAuthGrant { PortalId = portal.Id, RefreshToken = refresh, ClientId = "c", RedirectUri = "https://app.example/", Scopes = ["oauth"] });
            db.OAuthTokens.Add(new OAuthToken { PortalId = portal.Id, RefreshToken = refresh, Token = $"token-{portal.Id}", ExpiresAt = at });
        });
        return portal;
    }

    private Task<string> ExportAsync(long portalId) => factory.CreateClient().GetStringAsync($"/api/portals/{portalId}/export", Cancelled);

    private Task<HttpResponseMessage> ImportAsync(string file, string query = "") =>
        factory.CreateClient().PostAsync("/api/portals/import" + query, Body(file), Cancelled);

    private static StringContent Body(string file) => new(file, Encoding.UTF8, "application/json");

    /// <summary>The lines of a file but the first and the brackets.</summary>
    private static List<string> Rows(string file)
    {
        using var _ = JsonDocument.Parse(file);
        return [.. file.Split('\n').Skip(2).Where(line => line.StartsWith('{')).Select(line => line.TrimEnd(','))];
    }
}
