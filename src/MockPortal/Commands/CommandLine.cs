using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using MockPortal.Hosting;

namespace MockPortal.Commands;

/// <summary>
/// What the program was asked for: to run, which is the rest of <c>Program.cs</c>, or something that ends by itself.
/// </summary>
internal sealed class CommandLine
{
    private readonly ParseResult parsed;
    private readonly RunCommand run;

    private CommandLine(ParseResult parsed, RunCommand run)
    {
        this.parsed = parsed;
        this.run = run;
    }

    /// <summary>The settings to run with; null when there is nothing to run.</summary>
    public string[]? Settings => parsed.Errors.Count == 0 && parsed.CommandResult.Command == run && parsed.Action is null
        ? run.SettingsOf(parsed)
        : null;

    public static CommandLine Read(string[] args)
    {
        var running = new RunCommand();
        var root = new RootCommand("HubSpot's side of a phone call, on your own machine.")
        {
            running,
            new WaitCommand(),
            new PortalCommand(),
            new VersionCommand(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Explain a command, with examples";
        help.Action = new HelpWithExamples((HelpAction)help.Action!);

        // Without a command it runs, and what would be options elsewhere are settings.
        string[] words = IsCommand(root, args.FirstOrDefault()) ? args : [running.Name, .. args];
        // A setting may begin with "@", which would otherwise be read as the name of a file of arguments.
        var result = root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return new CommandLine(result, running);
    }

    /// <summary>Carries out what ends by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> InvokeAsync()
    {
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();

        var command = parsed.CommandResult;
        await Console.Error.WriteLineAsync($"MockPortal: {Mistake(command)} '{HelpWithExamples.Name(command)} --help' explains.");
        return ExitCodes.WrongUsage;
    }

    private static bool IsCommand(RootCommand root, string? word) =>
        word is not null && (root.Subcommands.Any(command => command.Name == word)
            || root.Options.Any(option => option.Name == word || option.Aliases.Contains(word)));

    /// <summary>The first mistake, in one line.</summary>
    private string Mistake(CommandResult result)
    {
        var command = result.Command;
        var commands = string.Join(", ", command.Subcommands.Select(subcommand => subcommand.Name));
        if (parsed.UnmatchedTokens is [var word, ..])
        {
            if (commands.Length > 0)
                return $"There is no command '{word}'; there are {commands}.";

            var options = string.Join(", ", command.Options.Select(option => option.Name).Append("--help"));
            return word.StartsWith('-') ? $"There is no option '{word}'; there are {options}." : $"'{word}' is too much.";
        }

        return commands.Length > 0 ? $"'{command.Name}' takes a command: {commands}." : parsed.Errors[0].Message;
    }
}
