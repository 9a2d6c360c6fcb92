using System.IO.Compression;
using System.Net.Http.Headers;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;
using MockPortal.Hosting;

namespace MockPortal.Tests.Hosting;

/// <summary>The rules that keep a feature removable by deleting its folder and its lines of Program.cs.</summary>
public sealed class LayoutTests(PortalFactory factory)
{
    private static readonly Assembly Program = typeof(JsonText).Assembly;

    /// <summary>What every feature may use: the frame of program and pages, and the vocabulary of calls.</summary>
    private static readonly string[] Foundation = ["Hosting", "Layout", "Calling"];

    /// <summary>The named services through which one feature uses another. Think before adding a line.</summary>
    private static readonly string[] Allowed =
    [
        "Automation -> Portals.PortalScope",
        "Automation -> Records.CallableNumbers",
        "Automation -> Records.RecordNumber",
        "Automation -> Surfaces.ActionAnswer",
        "Automation -> Surfaces.GivenAction",
        "Automation -> Surfaces.SurfaceExchange",
        "Faults -> Portals.PortalScope",
        "Faults -> Surfaces.CallingLayout",
        "Faults -> Surfaces.SurfaceExchange",
        "History -> Portals.PortalScope",
        "History -> Surfaces.CallingLayout",
        "Hosting -> Portals.DefaultSeed",
        "Hosting -> Portals.PortalDirectory",
        "HubSpotApi -> Faults.FaultRule",
        "HubSpotApi -> Faults.RestFaults",
        "HubSpotApi -> Faults.RestIsAsked",
        "HubSpotApi -> Portals.PortalScope",
        "HubSpotApi -> Records.Disposition",
        "HubSpotApi -> Records.Dispositions",
        "HubSpotApi -> Records.Pipelines",
        "HubSpotApi -> Settings.SettingDefinition",
        "HubSpotApi -> Settings.SettingsCheck",
        "HubSpotApi -> Surfaces.NumberParts",
        "HubSpotApi -> Surfaces.PhoneNumberReader",
        "HubSpotApi -> Surfaces.RecordLookup",
        "HubSpotApi -> Surfaces.SurfaceExchange",
        "Inspector -> History.CallRecord",
        "Inspector -> History.ChangedRecords",
        "Inspector -> History.EngagementRecord",
        "Inspector -> History.MessageParameters",
        "Inspector -> History.MessageRecord",
        "Inspector -> History.MessageSummary",
        "Inspector -> History.TraceLine",
        "Inspector -> Portals.PortalScope",
        "Inspector -> Surfaces.CallingLayout",
        "Portals -> HubSpotApi.RecordSeeder",
        "Portals -> Settings.SettingsCheck",
        "Portals -> Settings.SettingsRecord",
        "Portals -> Settings.SettingsStore",
        "Portals -> Surfaces.SurfaceExchange",
        "Records -> Inspector.InspectorDrawer",
        "Records -> Portals.PortalScope",
        "Records -> Settings.PortalContext",
        "Records -> Settings.PortalContextSource",
        "Records -> Surfaces.CallBar",
        "Records -> Surfaces.CallingLayout",
        "Settings -> Portals.PortalScope",
        "Settings -> Surfaces.CallingLayout",
        "Surfaces -> Faults.FaultGate",
        "Surfaces -> Faults.FaultLedger",
        "Surfaces -> Faults.FaultNote",
        "Surfaces -> Faults.FaultOptions",
        "Surfaces -> Faults.HandshakeFault",
        "Surfaces -> Faults.HeldMessage",
        "Surfaces -> Portals.PortalScope",
        "Surfaces -> Settings.CallingOptions",
        "Surfaces -> Settings.PortalContext",
        "Surfaces -> Settings.PortalContextBlock",
        "Surfaces -> Settings.PortalContextSource",
        "Surfaces -> Tasks.CallTask",
        "Tasks -> Portals.PortalScope",
        "Tasks -> Surfaces.CallingLayout",
        "Transfer -> Portals.PortalDirectory",
        "Transfer -> Portals.PortalNumbers",
        "Transfer -> Portals.PortalRecord",
        "Transfer -> Portals.PortalScope",
        "Transfer -> Portals.PortalUpkeep",
    ];

    [Fact]
    public void The_call_engine_depends_on_nothing_but_the_language()
    {
        var used = OfFeature("Calling").SelectMany(TypeReferences.Of)
            .Where(type => FeatureOf(type) != "Calling" && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true)
            .Where(type => type.Namespace is not (null or "Microsoft.CodeAnalysis"))
            .Select(type => type.FullName);

        Assert.Empty(used);
    }

    [Fact]
    public void The_schema_knows_nothing_of_the_program_and_of_the_web()
    {
        var references = typeof(PortalDbContext).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.DoesNotContain(references, name =>
            name == "MockPortal" || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Features_use_each_other_only_through_named_services()
    {
        var used = Program.GetTypes()
            .Where(type => FeatureOf(type) is not null)
            .SelectMany(type => TypeReferences.Of(type)
                .Where(other => FeatureOf(other) is { } feature && feature != FeatureOf(type) && !Foundation.Contains(feature))
                .Select(other => $"{FeatureOf(type)} -> {FeatureOf(other)}.{Outermost(other).Name}"))
            .Distinct()
            .Order(StringComparer.Ordinal);

        // One line each, so that a difference is shown in full.
        Assert.Equal(string.Join('\n', Allowed), string.Join('\n', used));
    }

    [Fact]
    public async Task The_migrations_are_those_of_the_model()
    {
        Assert.False(await factory.ReadAsync(0, db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }

    [Fact]
    public async Task Files_at_the_root_are_served_compressed_and_not_empty()
    {
        // wwwroot is not below the project; without the right metadata browsers get 200 and nothing.
        using var request = new HttpRequestMessage(HttpMethod.Get, "/js/host/main.js");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var answer = await factory.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);

        answer.EnsureSuccessStatusCode();
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        await using var packed = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var body = new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(body);
        Assert.Contains("import", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static IEnumerable<Type> OfFeature(string feature) => Program.GetTypes().Where(type => FeatureOf(type) == feature);

    /// <summary>The folder below src/MockPortal; null for types of others.</summary>
    private static string? FeatureOf(Type type) =>
        type.Assembly == Program && type.Namespace?.Split('.') is ["MockPortal", var feature, ..] ? feature : null;

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }
}
