using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MockPortal.Hosting;

/// <summary>
/// A certificate for https endpoints that were given none, where the configuration names a file to keep it in: made at the
/// first start and the same from then on, so that it can be trusted once.
/// </summary>
internal static class MadeCertificate
{
    public const string FileKey = "Https:SelfSignedCertificate";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);
    private static readonly TimeSpan Renewal = TimeSpan.FromDays(30);

    public static void UseWhereNoneIsGiven(IWebHostBuilder builder) => builder.ConfigureKestrel((context, server) =>
        // Asked for only when there is an https endpoint.
        server.ConfigureHttpsDefaults(https =>
        {
            var configuration = context.Configuration;
            if (configuration[FileKey] is not { Length: > 0 } name || configuration.GetSection("Kestrel:Certificates:Default").Exists())
                return;

            var file = Path.GetFullPath(Path.Combine(context.HostingEnvironment.ContentRootPath, name));
            var now = server.ApplicationServices.GetRequiredService<TimeProvider>().GetUtcNow();
            https.ServerCertificate = Kept(file, now) ?? Make(file, now, (configuration["AllowedHosts"] ?? "").Split(';'));
        }));

    private static X509Certificate2? Kept(string file, DateTimeOffset now)
    {
        if (!File.Exists(file))
            return null;

        var kept = X509CertificateLoader.LoadPkcs12FromFile(file, password: null);
        if (new DateTimeOffset(kept.NotAfter) > now + Renewal)
            return kept;
        kept.Dispose();
        return null;
    }

    private static X509Certificate2 Make(string file, DateTimeOffset now, string[] hosts)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=MockPortal on this machine", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        // Server authentication.
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: true));
        request.CertificateExtensions.Add(Names(hosts));

        using var made = request.CreateSelfSigned(now - TimeSpan.FromDays(1), now + Lifetime);
        var bytes = made.Export(X509ContentType.Pkcs12);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var target = new FileStream(file, options))
            target.Write(bytes);
        return X509CertificateLoader.LoadPkcs12(bytes, password: null);
    }

    /// <summary>This machine, and every other name the portal may be called by.</summary>
    private static X509Extension Names(string[] hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        foreach (var host in hosts.Where(host => host is not ("" or "*" or "localhost") && !IPAddress.TryParse(host.Trim('[', ']'), out _)))
            names.AddDnsName(host);
        return names.Build();
    }
}
