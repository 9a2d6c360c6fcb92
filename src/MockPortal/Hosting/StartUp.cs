using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using MockPortal.Data;

namespace MockPortal.Hosting;

/// <summary>Starting and, when that fails, saying why in words.</summary>
internal static class StartUp
{
    public static IServiceCollection AddPortalDatabase(this IServiceCollection services)
    {
        services.AddPortalData(provider => new Database(
            provider.GetRequiredService<IConfiguration>().GetConnectionString("Portal")!,
            provider.GetRequiredService<IHostEnvironment>().ContentRootPath));

        // Before the start is done the host would log a stack trace of what is put in words below.
        var progress = new StartProgress();
        services.AddLogging(logging => logging.AddFilter(
            "Microsoft.Extensions.Hosting.Internal.Host", level => progress.IsDone && level >= LogLevel.Information));
        return services.AddSingleton(progress).AddSingleton<DatabaseStartup>();
    }

    /// <summary>Runs until told to stop.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunPortalAsync(this WebApplication app)
    {
        try
        {
            // The host would do this as well, but write a stack trace before anybody can put it in words.
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            await app.Services.GetRequiredService<DatabaseStartup>().PrepareAsync(CancellationToken.None);
            await app.StartAsync();
            app.Services.GetRequiredService<StartProgress>().IsDone = true;
        }
        catch (OptionsValidationException error)
        {
            return await FailAsync(app, ExitCodes.WrongUsage, [.. error.Failures]);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException or SocketException)
        {
            return await FailAsync(app, ExitCodes.PortInUse,
                $"{error.Message} Choose another with --Kestrel:Endpoints:Portal:Url=http://localhost:PORT (or Softphone).");
        }
        catch (Exception error) when (IsCertificate(error))
        {
            return await FailAsync(app, ExitCodes.WrongUsage,
                $"there is no certificate for https. {error.Message} Name one with Kestrel:Certificates:Default:Path and :Password "
                + $"(or :KeyPath), or a file to keep a self-signed one in with {MadeCertificate.FileKey}=data/https.pfx.");
        }
        catch (Exception error) when (Database.IsTrouble(error))
        {
            return await FailAsync(app, ExitCodes.NoDatabase,
                $"the database cannot be used (ConnectionStrings:Portal is '{app.Configuration.GetConnectionString("Portal")}'). {error.Message}");
        }

        Announce(app);
        await app.WaitForShutdownAsync();
        return ExitCodes.Done;
    }

    /// <summary>
    /// The server words it differently for none, one that cannot be read, and one whose password is wrong. The database is
    /// open by then, and a port in use was told before.
    /// </summary>
    private static bool IsCertificate(Exception error) => error is CryptographicException
        || (error is IOException or UnauthorizedAccessException or InvalidOperationException
            && new StackTrace(error).GetFrames().Any(
                frame => frame.GetMethod()?.DeclaringType?.Assembly == typeof(KestrelServer).Assembly));

    private static void Announce(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<ListenAddresses>();
        if (addresses.PortalUrl is not { } portal)
            return;

        Console.WriteLine($"MockPortal      {portal}");
        Console.WriteLine($"Demo softphone  {addresses.SoftphoneUrlFor("localhost") ?? "off"}");
        Console.WriteLine($"Database        {app.Services.GetRequiredService<Database>().Location}");
    }

    private static async Task<int> FailAsync(WebApplication app, int code, params string[] lines)
    {
        foreach (var line in lines)
            await Console.Error.WriteLineAsync($"MockPortal cannot start: {line}");
        await app.DisposeAsync();
        return code;
    }

    private sealed class StartProgress
    {
        public bool IsDone { get; set; }
    }
}
