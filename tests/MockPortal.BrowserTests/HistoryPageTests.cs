using System.Text.Json;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>The history as its reader uses it: filter, sort, page on, pass on, export, delete.</summary>
public sealed class HistoryPageTests(TestWorld world) : BrowserTest(world)
{
    [Fact]
    public async Task Filters_of_the_form_narrow_the_list_and_the_address_alone_brings_back_filter_order_and_page()
    {
        var (page, address) = await OpenAsync();
        await Expect(Rows(page)).ToHaveCountAsync(25);
        await page.GetByLabel("Status", new() { Exact = true }).SelectOptionAsync("Busy");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" }).FillAsync("nora");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{address}?q=nora&status=BUSY");
        await page.GetByRole(AriaRole.Link, new() { Name = "Started" }).ClickAsync();
        await Expect(page.Locator("th[aria-sort=ascending]")).ToHaveTextAsync("Started");
        Assert.Equal(Enumerable.Range(1, 25).Select(number => $"{number * 2}"), await IdsAsync(page));
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(3);

        var other = await (await NewContextAsync(World.Portal.Url)).NewPageAsync();
        await other.GotoAsync(page.Url);
        Assert.Equal(["52", "54", "56"], await IdsAsync(other));
        await Expect(other.GetByLabel("Status", new() { Exact = true })).ToHaveValueAsync("BUSY");
        await Expect(other.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("nora");
        await Expect(other.Locator("th[aria-sort=ascending]")).ToHaveTextAsync("Started");
        await other.GetByRole(AriaRole.Link, new() { Name = "First page" }).ClickAsync();
        await Expect(Rows(other)).ToHaveCountAsync(25);
        Assert.Equal("2", (await IdsAsync(other))[0]);
    }

    [Fact]
    public async Task A_query_finds_calls_and_one_that_is_not_understood_says_what_there_is()
    {
        var (page, _) = await OpenAsync();
        await SearchAsync(page, "status:missed");
        Assert.Equal(["58"], await IdsAsync(page));
        await Expect(Rows(page)).ToContainTextAsync("Missed");
        await SearchAsync(page, "contact:\"Nora Castillo\" status:completed number:0132");
        Assert.Equal(25, (await IdsAsync(page)).Length);
        await SearchAsync(page, "status:ghost");
        Assert.Equal(["57"], await IdsAsync(page));

        await SearchAsync(page, "staus:ghost");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no filter 'staus'; known are status, state,");
        await Expect(Rows(page)).ToHaveCountAsync(0);
        await SearchAsync(page, "status:failed");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("No call matches “status:failed”.");
        await page.GetByRole(AriaRole.Main).Locator(".empty").GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(25);
    }

    [Fact]
    public async Task The_links_of_the_page_export_what_it_shows_over_all_its_pages()
    {
        var (page, address) = await OpenAsync();
        await page.GotoAsync($"{address}?q=nora&status=BUSY&sort=started");
        var shown = await ShownAsync(page);
        var csv = await DownloadAsync(page, "CSV");
        var json = JsonSerializer.Deserialize<JsonElement>(await DownloadAsync(page, "JSON"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(3);
        shown = [.. shown, .. await ShownAsync(page)];

        Assert.Equal(28, shown.Length);
        Assert.Equal(shown, json.EnumerateArray().Select(call =>
            $"{call.GetProperty("callId")} {call.GetProperty("toNumber")} {call.GetProperty("callee").GetProperty("name")} {call.GetProperty("endStatus")} {call.GetProperty("engagementIds")[0]}"));
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToArray();
        Assert.Equal(shown, lines.Skip(1).Select(line =>
        {
            string Field(string name) => line[Array.IndexOf(lines[0], name)];
            return $"{Field("callId")} {Field("toNumber").TrimStart('\'')} {Field("calleeName")} {Field("endStatus")} {Field("engagementIds")}";
        }));
    }

    [Fact]
    public async Task Calls_are_deleted_after_a_question_and_leave_a_list_that_is_open_elsewhere()
    {
        var (page, address) = await OpenAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync($"{address}?status=ghost,missed");
        await Expect(Rows(other)).ToHaveCountAsync(2);
        await page.GotoAsync($"{address}?status=ghost");
        await page.GetByRole(AriaRole.Link, new() { Name = "Delete these…" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Keep them" }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Delete these…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete 1 call" }).ClickAsync();
        await Expect(page.GetByText("1 call was deleted.")).ToBeVisibleAsync();

        await other.BringToFrontAsync();
        await Expect(Rows(other)).ToHaveCountAsync(1);
        await Rows(other).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(other).ToHaveURLAsync($"{address}/58");
        await page.GotoAsync($"{address}/58");
        await page.GetByText("Delete this call").ClickAsync();
        await page.GetByTestId("confirm-delete").ClickAsync();
        await Expect(page.GetByText("1 call was deleted.")).ToBeVisibleAsync();

        // Whoever reads the page of the call is told that it is no more.
        await other.BringToFrontAsync();
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Call not found" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_payload_is_copied_at_a_press()
    {
        var (page, address) = await OpenAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync($"{address}/2");
        var message = page.Locator("details[data-type=CALL_ENDED]");
        await message.Locator("summary").ClickAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Expect(message.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();

        var copied = JsonSerializer.Deserialize<JsonElement>(await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        Assert.Equal("BUSY", copied.GetProperty("data").GetProperty("callEndStatus").GetString());
    }

    [Fact]
    public async Task Going_back_shows_the_filter_that_the_list_is_of()
    {
        var (page, address) = await OpenAsync();
        await SearchAsync(page, "nora");
        await page.GetByLabel("Status", new() { Exact = true }).SelectOptionAsync("BUSY");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{address}?q=nora&status=BUSY");

        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync($"{address}?q=nora");
        await Expect(page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" })).ToHaveValueAsync("nora");
        await Expect(page.GetByLabel("Status", new() { Exact = true })).ToHaveValueAsync("");
    }

    [Fact]
    public async Task The_list_its_questions_and_a_call_are_accessible_and_fit()
    {
        var (page, address) = await OpenAsync();
        await page.GotoAsync($"{address}?q=nora&status=BUSY");
        await Look.CheckAsync(page, "calls-filtered");
        await page.GotoAsync($"{address}?q=status:missed");
        await page.GetByText("What one can search for").ClickAsync();
        await Look.CheckAsync(page, "calls-help");
        await page.GotoAsync($"{address}?q=status:failed");
        await Look.CheckAsync(page, "calls-none");
        await page.GotoAsync($"{address}?status=busy");
        await page.GetByRole(AriaRole.Link, new() { Name = "Delete these…" }).ClickAsync();
        await Look.CheckAsync(page, "calls-delete");
        await page.GotoAsync($"{address}/57");
        foreach (var summary in await page.Locator("details[data-type=CALL_ENDED] summary, details.removal summary").AllAsync())
            await summary.ClickAsync();
        await Look.CheckAsync(page, "call-ghost");
    }

    /// <summary>
    /// Fifty-six calls to one contact, every second of which was busy; then one to another contact that was never completed, and one
    /// that came in and was missed.
    /// </summary>
    private async Task<(IPage Page, string Address)> OpenAsync()
    {
        var portalId = await TestWorld.CreatePortalAsync(World.Portal);
        var played = new PlayedPage(World.Portal, portalId);
        for (var number = 1; number <= 56; number++)
        {
            var busy = number % 2 == 0;
            played.Add(new()
            {
                Number = "+14155550132",
                From = SeededContact,
                Ago = TimeSpan.FromMinutes(20 * (70 - number)),
                Talk = busy ? null : TimeSpan.FromSeconds(40 + (17 * number)),
                EndStatus = busy ? "BUSY" : "COMPLETED",
            });
        }

        played.Add(new() { Number = "+14155550187", From = 151, Ago = TimeSpan.FromMinutes(70), Talk = TimeSpan.FromSeconds(95), Completes = false });
        await played.Add(new() { Number = "+14155550132", Ago = TimeSpan.FromMinutes(8), EndStatus = "MISSED" }).PlayAsync();
        var page = await (await NewContextAsync(World.Portal.Url)).NewPageAsync();
        var address = $"{World.Portal.Url}/portals/{portalId}/calls";
        await page.GotoAsync(address);
        return (page, address);
    }

    private static async Task SearchAsync(IPage page, string query)
    {
        var field = page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" });
        await field.FillAsync(query);
        await field.PressAsync("Enter");
        // The attribute is what the server made of it: the answer is there.
        await Expect(field).ToHaveAttributeAsync("value", query);
    }

    private static ILocator Rows(IPage page) => page.Locator("tbody tr");

    private static Task<string[]> IdsAsync(IPage page) =>
        page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('tbody tr')].map(row => row.dataset.callId)");

    /// <summary>What a reader sees of each call, as the files have it.</summary>
    private static Task<string[]> ShownAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll("tbody tr")].map(row => {
          const cell = number => row.cells[number].innerText.trim();
          return [row.dataset.callId, cell(0).split(" ").at(-1), cell(4), cell(2).toUpperCase(), cell(5)].join(" ");
        })
        """);

    private static async Task<string> DownloadAsync(IPage page, string format)
    {
        var file = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = format, Exact = true }).ClickAsync());
        return await File.ReadAllTextAsync(await file.PathAsync(), Cancelled);
    }
}
