using MockPortal.Tests;

[assembly: AssemblyFixture(typeof(PortalFactory))]
