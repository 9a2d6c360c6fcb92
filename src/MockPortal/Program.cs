using MockPortal.Automation;
using MockPortal.Automation.Expecting;
using MockPortal.Commands;
using MockPortal.Faults;
using MockPortal.History;
using MockPortal.Hosting;
using MockPortal.HubSpotApi;
using MockPortal.Inspector;
using MockPortal.Portals;
using MockPortal.Records;
using MockPortal.Settings;
using MockPortal.Softphone;
using MockPortal.Surfaces;
using MockPortal.Tasks;
using MockPortal.Transfer;

var commandLine = CommandLine.Read(args);
if (commandLine.Settings is not { } settings)
    return await commandLine.InvokeAsync();

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    // While developing the content root is the repository: watching it for configuration changes would watch all of it.
    Args = ["--hostBuilder:reloadConfigOnChange=false", .. settings],
    ContentRootPath = ContentRoot.Find(),
});
builder.WebHost.UseStaticWebAssets();
// What a build has for files made since takes GET and HEAD of every path: no address would be unknown to a POST.
builder.WebHost.UseSetting("DisableStaticAssetNotFoundRuntimeFallback", "true");
ListenAddresses.LeaveOutEmptyEndpoints(builder.WebHost);
MadeCertificate.UseWhereNoneIsGiven(builder.WebHost);
HostNames.Explain(builder.Services);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddPortalSettings();
builder.Services.AddPortalDatabase();
builder.Services.AddPortals();
builder.Services.AddTransfer();
builder.Services.AddSurfaces();
builder.Services.AddFaults();
builder.Services.AddHubSpotApi();
builder.Services.AddHistory();
builder.Services.AddInspector();
builder.Services.AddAutomation();
builder.Services.AddSingleton<ListenAddresses>();
builder.Services.AddPortalJson();
builder.Services.AddPortalProblems();
builder.Services.AddPortalOpenApi();
builder.Services.AddPages();

var app = builder.Build();

app.UseSoftphone();
app.UsePortalProblems();
app.UseHeadRequests();
app.UseHubSpotApi();
app.UseRouting();
app.UseSecurityHeaders();
app.UseOriginGuard();
app.UseWebSockets();

app.MapStaticAssets();
app.MapRecordPages();
app.MapTaskPages();
app.MapFaultPages();
app.MapInspectorPages();
app.MapSettingsPages();
app.MapSurfaces();
app.MapCallingWindow();
app.MapHealth();
app.MapPortals();
app.MapTransfer();
app.MapSettings();
app.MapFaults();
app.MapHubSpotApi();
app.MapHistory();
app.MapEvents();
app.MapSurfaceList();
app.MapActions();
app.MapExpect();
app.MapPortalOpenApi();

return await app.RunPortalAsync();
