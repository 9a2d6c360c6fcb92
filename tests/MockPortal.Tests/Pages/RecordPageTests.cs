using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using MockPortal.Data;

namespace MockPortal.Tests.Pages;

public sealed class RecordPageTests(PageServer server)
{
    [Fact]
    public async Task Call_dials_the_primary_number_and_the_menu_offers_all()
    {
        var portal = await server.CreatePortalAsync();

        var page = await server.LoadAsync($"/contacts/{portal}/record/0-1/845");

        var call = page.QuerySelector("[data-testid=call-button]")!;
        Assert.Equal("Call", call.Text());
        Assert.Equal("08-465 004 35", call.GetAttribute("data-phone-number"));
        Assert.Equal("phone", call.GetAttribute("data-property"));
        Assert.Equal(
            [("08-465 004 35", "phone"), ("070-174 06 44", "mobilephone"), ("+46 70 174 06 45", "hs_whatsapp_phone_number")],
            page.QuerySelectorAll("[data-testid=dial]").Select(item =>
                (item.GetAttribute("data-phone-number"), item.GetAttribute("data-property"))));
        Assert.All(
            page.QuerySelectorAll("[data-testid=dial], dd button.number"),
            item => Assert.Equal(
                ["0-1", "845", "Sven Lindqvist"],
                Attributes(item, "data-callee-type", "data-callee-id", "data-callee-name")));
        Assert.NotNull(page.QuerySelector("#call-options-menu[hidden] [data-slot=providers]"));
        Assert.Equal("call-options-menu", page.QuerySelector("[data-testid=call-options]")!.GetAttribute("aria-controls"));
    }

    [Fact]
    public async Task A_record_without_number_cannot_be_called_and_says_why()
    {
        var portal = await server.CreatePortalAsync();

        var page = await server.LoadAsync($"/contacts/{portal}/record/0-1/617");

        Assert.True(page.QuerySelector("[data-testid=call-button]")!.HasAttribute("disabled"));
        Assert.Equal("This record has no phone number.", page.Text("#no-number"));
        Assert.Empty(page.QuerySelectorAll("[data-testid=dial]"));
    }

    [Fact]
    public async Task A_number_of_an_associated_record_calls_that_record()
    {
        var portal = await server.CreatePortalAsync();

        var page = await server.LoadAsync($"/contacts/{portal}/record/0-1/101");

        var number = page.QuerySelector(".record-related .number")!;
        Assert.Equal(
            ["0-2", "9001", "(415) 555-0100"],
            Attributes(number, "data-callee-type", "data-callee-id", "data-phone-number"));
        Assert.Equal(
            ["Harbor & Pine Coffee Roasters", "Harbor & Pine: espresso machines for three shops"],
            page.QuerySelectorAll(".record-related li a").Select(Markup.Text));
        Assert.Equal("Primary", page.Text(".record-related .badge"));
    }

    [Fact]
    public async Task Markup_in_properties_stays_text_everywhere()
    {
        var portal = await server.CreatePortalAsync();
        const string name = "Robert <b>\"Bob\"</b> Hughes & Sons";

        var page = await server.LoadAsync($"/contacts/{portal}/record/0-1/702");

        Assert.Equal(name, page.Text("h1"));
        Assert.Equal($"{name} · MockPortal", page.Title);
        Assert.Equal(name, page.QuerySelector("[data-testid=call-button]")!.GetAttribute("data-callee-name"));
        Assert.Empty(page.QuerySelectorAll("b"));
        Assert.All(
            page.QuerySelectorAll("script"),
            script => Assert.DoesNotContain("alert(", script.InnerHtml, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_context_tells_the_script_who_and_where_it_is()
    {
        var portal = await server.CreatePortalAsync();

        var page = await server.LoadAsync($"/contacts/{portal}/record/0-1/702");
        using var context = JsonDocument.Parse(page.QuerySelector("#portal-context")!.TextContent);

        var root = context.RootElement;
        Assert.Equal(portal, root.GetProperty("portalId").GetInt64());
        Assert.Equal(SeedData.UserId, root.GetProperty("userId").GetInt64());
        Assert.Equal(SeedData.OwnerId, root.GetProperty("ownerId").GetInt64());
        Assert.Equal(702, root.GetProperty("record").GetProperty("objectId").GetInt64());
        Assert.Equal("Robert <b>\"Bob\"</b> Hughes & Sons", root.GetProperty("record").GetProperty("name").GetString());
        var settings = root.GetProperty("settings");
        Assert.Equal("Demo Softphone", settings.GetProperty("values").GetProperty("name").GetString());
        Assert.Equal(400, settings.GetProperty("values").GetProperty("width").GetInt32());
        Assert.Equal("LocalSettings:Sales:CallingExtensions", settings.GetProperty("origins").GetProperty("name").GetString());
        Assert.Equal(30000, root.GetProperty("syncTimeLimitMilliseconds").GetInt32());
    }

    [Fact]
    public async Task Older_paths_lead_to_the_record()
    {
        var portal = await server.CreatePortalAsync();

        Assert.Equal($"/contacts/{portal}/record/0-1/101", await server.RedirectOfAsync($"/contacts/{portal}/contact/101"));
        Assert.Equal($"/contacts/{portal}/record/0-2/9001", await server.RedirectOfAsync($"/contacts/{portal}/company/9001"));
        Assert.Equal($"/contacts/{portal}/objects/0-1", await server.RedirectOfAsync($"/contacts/{portal}"));
    }

    [Theory]
    [InlineData("record/0-1/9001", "has no contact 9001")]
    [InlineData("record/0-2/abc", "has no company abc")]
    [InlineData("record/0-1/55/timeline", "has no contact 55")]
    [InlineData("contact/%3Cb%3E", "has no contact <b>")]
    public async Task An_unknown_record_is_a_page_with_status_404(string path, string text)
    {
        var portal = await server.CreatePortalAsync();

        var page = await server.LoadAsync($"/contacts/{portal}/{path}", HttpStatusCode.NotFound);
        Assert.Contains(text, page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_another_portal_is_unknown()
    {
        var portal = await server.CreatePortalAsync(demo: false);

        await server.LoadAsync($"/contacts/{portal}/record/0-1/101", HttpStatusCode.NotFound);
    }

    private static IEnumerable<string?> Attributes(IElement element, params IEnumerable<string> names) =>
        names.Select(element.GetAttribute);
}
