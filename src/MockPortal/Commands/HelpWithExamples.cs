using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace MockPortal.Commands;

/// <summary>A command that shows in its help what one does with it.</summary>
internal interface IHasExamples
{
    /// <summary>Command lines without the program's name, each with what it does.</summary>
    IReadOnlyList<(string Line, string Does)> Examples { get; }
}

/// <summary>The library's help, and below it the examples of the command, or of all its commands.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string Program = "MockPortal";

    /// <summary>Who asks for help need not have given all arguments.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var examples = Examples(command).Select(example => ($"  {Program} {example.Line}".TrimEnd(), example.Does)).ToList();
        if (examples.Count == 0)
            return code;

        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var (line, does) in examples)
        {
            output.WriteLine($"  # {does}");
            output.WriteLine(line);
        }

        if (command is RootCommand)
            output.WriteLine("\nOn a source tree put 'dotnet run --project src/MockPortal --' in the place of 'MockPortal'.");
        return code;
    }

    /// <summary>The command as one types it.</summary>
    public static string Name(CommandResult command) => command.Parent is CommandResult parent
        ? $"{Name(parent)} {command.Command.Name}"
        : Program;

    private static IEnumerable<(string Line, string Does)> Examples(Command command) =>
        ((command as IHasExamples)?.Examples ?? []).Concat(command.Subcommands.SelectMany(Examples));
}
