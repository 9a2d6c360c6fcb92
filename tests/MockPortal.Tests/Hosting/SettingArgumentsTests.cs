using Microsoft.Extensions.Configuration;
using MockPortal.Commands;

namespace MockPortal.Tests.Hosting;

/// <summary>A setting that is documented or shipped can be given on the command line.</summary>
public sealed class SettingArgumentsTests
{
    [Fact]
    public void Every_documented_key_is_taken()
    {
        var keys = Docs.Rows("README.md", "Configuration").Select(row => row[0].Split('`')[1]);

        Assert.All(keys, key => Assert.Null(SettingArguments.ErrorIn([$"--{key}=x"])));
    }

    [Fact]
    public void Every_key_of_appsettings_is_taken()
    {
        var keys = new ConfigurationBuilder().AddJsonFile(Docs.PathOf("appsettings.json")).Build().GetChildren();

        Assert.All(keys, key => Assert.Null(SettingArguments.ErrorIn([$"--{key.Key}", "x"])));
    }
}
