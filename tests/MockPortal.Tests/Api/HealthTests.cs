using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MockPortal.Data;

namespace MockPortal.Tests.Api;

public sealed class HealthTests
{
    [Fact]
    public async Task A_program_that_has_started_is_alive_and_ready()
    {
        await using var factory = new PortalFactory();

        (await factory.CreateClient().GetJsonAsync("/livez")).Is("""{ "status": "ok" }""");
        (await factory.CreateClient().GetJsonAsync("/readyz")).Is("""{ "status": "ok" }""");
    }

    [Fact]
    public async Task Without_its_database_it_is_alive_but_not_ready()
    {
        await using var factory = new PortalFactory();
        await factory.ReadAsync(0, db => db.Database.ExecuteSqlRawAsync(
            "ALTER TABLE Portals RENAME TO Lost", TestContext.Current.CancellationToken));

        (await factory.CreateClient().GetJsonAsync("/livez")).Is("""{ "status": "ok" }""");
        var location = factory.Services.GetRequiredService<Database>().Location;
        (await factory.CreateClient().GetJsonAsync("/readyz", HttpStatusCode.ServiceUnavailable)).IsProblem(
            503,
            "Not ready",
            $"The database does not answer: SQLite Error 1: 'no such table: Portals'. Its place is {location} (ConnectionStrings:Portal).");
    }
}
