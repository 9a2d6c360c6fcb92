namespace MockPortal.Examples;

public sealed class IdentityTests(Chromium chromium) : PortalTest(chromium)
{
    [Fact]
    public async Task From_a_deal_objectId_is_the_deal_and_calleeInfo_is_who_is_called()
    {
        await Page.GotoAsync(Portal.Record("0-3", 5101));
        var after = await Portal.ActAsync(new
        {
            action = "dial",
            record = new { objectTypeId = "0-3", objectId = 5101 },
            waitForPage = "10s",
        });

        var callee = new { calleeId = 101, calleeObjectTypeId = "0-1" };
        await Portal.ExpectAsync(new
        {
            after,
            messages = new[] { new { type = "DIAL_NUMBER", data = new { objectId = 5101, objectType = "DEAL", calleeInfo = callee } } },
        });
    }

    [Fact]
    public async Task A_number_that_was_typed_comes_without_a_record()
    {
        await Page.GotoAsync(Portal.Record("0-1", 101));
        var after = await Portal.ActAsync(new { action = "dial", number = "+15005550199", waitForPage = "10s" });

        await Portal.ExpectAsync(new
        {
            after,
            messages = new[] { new { type = "DIAL_NUMBER", data = new { objectId = 0, objectType = (string?)null } } },
        });
    }
}
