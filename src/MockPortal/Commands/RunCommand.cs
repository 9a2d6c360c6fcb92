using System.CommandLine;

namespace MockPortal.Commands;

/// <summary>The portal itself. It takes settings, the same as in <c>appsettings.json</c> and the environment.</summary>
internal sealed class RunCommand : Command, IHasExamples
{
    private readonly Argument<string[]> settings = new("settings")
    {
        Description = "Settings as --Key:Sub=value; docs/commands.md says where they are listed",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public RunCommand()
        : base("run", "Run the portal and the demo softphone until stopped; this is what happens without a command")
    {
        settings.Validators.Add(result =>
        {
            if (SettingArguments.ErrorIn([.. result.Tokens.Select(token => token.Value)]) is { } error)
                result.AddError(error);
        });
        Add(settings);
    }

    public IReadOnlyList<(string Line, string Does)> Examples { get; } =
    [
        ("", "The portal on http://localhost:5080, the demo softphone on http://localhost:5081"),
        ("--LocalSettings:Sales:CallingExtensions:url=https://localhost:9025/", "With your own widget"),
        ("--Kestrel:Endpoints:Portal:Url=http://localhost:6080 --Kestrel:Endpoints:Softphone:Url=", "On another port, without the softphone"),
        ("--ConnectionStrings:Portal=\"Data Source=:memory:\"", "Keeping nothing"),
    ];

    public string[] SettingsOf(ParseResult parsed) => parsed.GetValue(settings) ?? [];
}
