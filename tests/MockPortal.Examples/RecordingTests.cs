using System.Globalization;

namespace MockPortal.Examples;

public sealed class RecordingTests(Chromium chromium) : PortalTest(chromium)
{
    [Fact]
    public async Task A_recording_is_taken_when_the_call_says_whose_it_is()
    {
        var (status, _) = await ReadyAsync(new
        {
            hs_timestamp = "1770091506789",
            hs_call_external_id = "c-1",
            hs_call_external_account_id = "account-1",
            hs_call_app_id = "1234567",
            hs_call_source = "INTEGRATIONS_PLATFORM",
        });

        Assert.Equal(204, status);
    }

    [Fact]
    public async Task Without_these_properties_HubSpot_names_those_that_are_missing()
    {
        var (status, error) = await ReadyAsync(new { hs_timestamp = "1770091506789" });

        Assert.Equal(400, status);
        var missing = error.GetProperty("context").GetProperty("properties").EnumerateArray();
        Assert.Contains("hs_call_external_id", missing.Select(property => property.GetString()));
    }

    /// <summary>Makes a call, and says that its recording is ready.</summary>
    private async Task<(int Status, System.Text.Json.JsonElement Body)> ReadyAsync(object properties)
    {
        var (_, call) = await Portal.RestAsync(HttpMethod.Post, "/crm/v3/objects/calls", new { properties });
        var engagementId = long.Parse(call.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);
        return await Portal.RestAsync(HttpMethod.Post, "/crm/v3/extensions/calling/recordings/ready", new { engagementId });
    }
}
