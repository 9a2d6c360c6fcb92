using System.Security.Cryptography.X509Certificates;
using MockPortal.BrowserTests.Infrastructure;

namespace MockPortal.BrowserTests;

/// <summary>Portal and softphone over https, with a certificate that nobody had to make.</summary>
public sealed class HttpsTests(TestWorld world) : BrowserTest(world)
{
    private const string PortalKey = "--Kestrel:Endpoints:Portal:Url=https://127.0.0.1:0";
    private const string SoftphoneKey = "--Kestrel:Endpoints:Softphone:Url=https://127.0.0.1:0";

    [Fact]
    public async Task A_call_works_over_https_with_a_certificate_that_is_made_and_kept()
    {
        var folder = Directory.CreateTempSubdirectory("mockportal-");
        var file = Path.Combine(folder.FullName, "made", "https.pfx");
        try
        {
            await using (var portal = await PortalProcess.StartAsync(PortalKey, SoftphoneKey, $"--Https:SelfSignedCertificate={file}"))
            {
                Assert.StartsWith("https://", portal.Url, StringComparison.Ordinal);
                Assert.Equal(0, (await PortalProcess.CommandAsync([], "wait", "--timeout", "10s", "--url", portal.Url)).Code);

                var context = await NewContextAsync(portal.Url, options: new() { IgnoreHTTPSErrors = true });
                var host = await RecordPage.OpenAsync(context, portal, 20260001, "0-1", SeededContact);
                await host.CallButton.ClickAsync();
                await host.ExpectCallAsync("dialing");
                Assert.StartsWith("https://", await host.Iframe.GetAttributeAsync("src"), StringComparison.Ordinal);
            }

            var made = await File.ReadAllBytesAsync(file, Cancelled);
            using var certificate = X509CertificateLoader.LoadPkcs12(made, password: null);
            Assert.True(certificate.MatchesHostname("localhost"));
            Assert.True(certificate.MatchesHostname("127.0.0.1"));

            await using var again = await PortalProcess.StartAsync(PortalKey, SoftphoneKey, $"--Https:SelfSignedCertificate={file}");
            Assert.Equal(made, await File.ReadAllBytesAsync(file, Cancelled));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("--Kestrel:Certificates:Default:Path=/nowhere/https.pfx")]
    [InlineData("--Kestrel:Certificates:Default:Path=appsettings.json")]
    [InlineData("--Https:SelfSignedCertificate=")]
    public async Task Without_a_certificate_that_can_be_read_the_start_says_how_to_name_one(string setting)
    {
        var (code, output) = await PortalProcess.RunToEndAsync(PortalKey, setting);

        Assert.Equal(2, code);
        Assert.Contains("Kestrel:Certificates:Default:Path", output, StringComparison.Ordinal);
        Assert.Contains("Https:SelfSignedCertificate=", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
