using Microsoft.EntityFrameworkCore;
using MockPortal.Calling;
using MockPortal.Data;
using MockPortal.Hosting;
using MockPortal.Layout;
using MockPortal.Records;

namespace MockPortal.Automation;

/// <summary>Reads what is to be done, and says everything that is wrong with it at once.</summary>
internal sealed class ActionReader(PortalDbContext db)
{
    private const int LongestNumber = 100;
    private const int LongestPath = 2000;

    /// <summary>The actions, and what each takes besides the page.</summary>
    private static readonly Dictionary<string, string[]> Actions = new(StringComparer.Ordinal)
    {
        ["dial"] = ["number", "record", "provider"],
        ["end"] = [],
        ["minimize"] = [],
        ["restore"] = [],
        ["close"] = ["confirmed"],
        ["navigate"] = ["record", "path"],
        ["reload-widget"] = [],
        ["send"] = ["message"],
    };

    /// <summary>What is wrong.</summary>
    public BodyErrors Errors { get; } = new("Invalid action");

    /// <summary>How long to wait for a page; null: not at all.</summary>
    public TimeSpan? WaitForPage { get; private set; }

    /// <summary>The action; null when something is wrong.</summary>
    public async Task<UserAction?> ReadAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        if (!Actions.TryGetValue(request.Action, out var takes))
        {
            Errors.Add("action", $"action is '{request.Action}'; allowed: {string.Join(", ", Actions.Keys)}.");
            return null;
        }

        RefuseAllBut(request, takes);
        if (request.Surface is not null && string.IsNullOrWhiteSpace(request.Surface))
            Errors.Add("surface", "surface is empty; give it a value or leave it out.");
        WaitForPage = Durations.Read("waitForPage", request.WaitForPage, Errors);
        UserAction? action = request.Action switch
        {
            "dial" => await ReadDialAsync(request, cancellationToken),
            "end" => new Click { Event = new EndCallClicked() },
            "minimize" => new Click { Event = new MinimizeClicked() },
            "restore" => new Click { Event = new RestoreClicked() },
            "close" => new Click { Event = new CloseClicked { Confirmed = request.Confirmed == true } },
            "navigate" => await ReadNavigateAsync(request, cancellationToken),
            "reload-widget" => new ReloadWidget(),
            _ => MessageToSend.Read(request.Message, Errors),
        };
        return Errors.Any ? null : action;
    }

    private void RefuseAllBut(ActionRequest request, string[] takes)
    {
        (string Name, object? Value)[] fields =
        [
            ("number", request.Number), ("record", request.Record), ("provider", request.Provider),
            ("confirmed", request.Confirmed), ("path", request.Path), ("message", request.Message),
        ];
        foreach (var (name, _) in fields.Where(field => field.Value is not null && !takes.Contains(field.Name)))
        {
            var known = string.Join(", ", ["surface", "waitForPage", .. takes]);
            Errors.Add(name, $"{request.Action} takes no {name}; it takes {known}.");
        }
    }

    private async Task<Click?> ReadDialAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var number = request.Number?.Trim();
        if (number is { Length: 0 or > LongestNumber })
            Errors.Add("number", $"number is '{number}'; allowed are 1 to {LongestNumber} characters.");
        else if (number is null && request.Record is null)
            Errors.Add("number", "dial needs number, record or both.");
        else if (request.Record is null)
            return new Click { Event = new DialClicked { PhoneNumber = number!, Typed = true }, Provider = request.Provider };
        else if (await FindAsync(request.Record, cancellationToken) is { } record)
            return await DialFromAsync(record, number, request.Provider, cancellationToken);
        return null;
    }

    /// <summary>As from the record's row in a list: what is pressed there names the record.</summary>
    private async Task<Click?> DialFromAsync(CrmObject record, string? number, string? provider, CancellationToken cancellationToken)
    {
        var numbers = await CallableNumbers.OfAsync(db, record, cancellationToken);
        var chosen = numbers.FirstOrDefault(known => number is null || known.Number == number);
        if (number is null && chosen is null)
        {
            Errors.Add("record", $"record names {record.ObjectTypeId} {record.Id}, which has no phone number; add number.");
            return null;
        }

        var own = Reference(record.ObjectTypeId, record.Id, record.Name);
        var dial = new DialClicked
        {
            PhoneNumber = number ?? chosen!.Number,
            Property = chosen?.Property,
            Callee = chosen is null ? own : Reference(chosen.CalleeTypeId, chosen.CalleeId, chosen.CalleeName),
            Record = own,
        };
        return new Click { Event = dial, Provider = provider };
    }

    private async Task<LeavePage?> ReadNavigateAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        if (request is { Path: null, Record: null } or { Path: not null, Record: not null })
            Errors.Add("path", "navigate needs either record or path.");
        else if (request.Record is { } wanted && await FindAsync(wanted, cancellationToken) is { } record)
            return new LeavePage { Url = Links.Record(db.PortalNumber, record.ObjectTypeId, record.Id) };
        else if (request.Path is { } path && IsPath(path))
            return new LeavePage { Url = path };
        else if (request.Path is not null)
            Errors.Add("path", $"path is '{request.Path}'; allowed is a path such as {Links.Contacts(db.PortalNumber)}, with a query but without a #.");
        return null;
    }

    /// <summary>On this origin, and another document.</summary>
    private static bool IsPath(string path) =>
        path.Length <= LongestPath && path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Any(letter => letter is '\\' or '#' || char.IsControl(letter));

    private async Task<CrmObject?> FindAsync(ActionObject record, CancellationToken cancellationToken)
    {
        var found = await db.Objects.AsNoTracking().SingleOrDefaultAsync(
            item => item.ObjectTypeId == record.ObjectTypeId && item.Id == record.ObjectId && item.ArchivedAt == null, cancellationToken);
        if (found is null)
            Errors.Add("record", $"record names {record.ObjectTypeId} {record.ObjectId}, which portal {db.PortalNumber} does not have.");
        return found;
    }

    private static RecordReference Reference(string typeId, long id, string name) =>
        new() { ObjectTypeId = typeId, ObjectId = id, Name = name };
}
