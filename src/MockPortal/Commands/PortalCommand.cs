using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MockPortal.Commands;

/// <summary>What one does with portals, by the API of a running one.</summary>
internal sealed class PortalCommand : Command
{
    public PortalCommand()
        : base("portal", "List, make, reset, delete, export and import portals of a running MockPortal")
    {
        Add(new PortalListCommand());
        Add(new PortalCreateCommand());
        Add(new PortalResetCommand());
        Add(new PortalDeleteCommand());
        Add(new PortalExportCommand());
        Add(new PortalImportCommand());
    }

    /// <summary>The option that turns a table into what programs read.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print JSON, as the API has it" };

    /// <summary>The id of a portal.</summary>
    public static Argument<long> Id() => new("portalId")
    {
        Description = "The portal's id, as in every address",
        CustomParser = result => ReadId(result, result.Tokens.Single()),
    };

    /// <summary>One id or several.</summary>
    public static Argument<long[]> Ids() => new("portalId")
    {
        Description = "The portals' ids",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => ReadId(result, token))],
    };

    private static long ReadId(ArgumentResult result, Token token)
    {
        if (!long.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            result.AddError($"The portal's id is '{token.Value}'; allowed is a whole number such as 20260002.");
        return id;
    }
}
