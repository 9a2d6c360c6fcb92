using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MockPortal.Calling;

/// <summary>What the widget says, one line per type.</summary>
public static partial class CallEngine
{
    private static void Receive(Turn turn, MessageReceived e)
    {
        // Other libraries post to their parent, too; what has no type is not ours.
        if (e.Payload.Field("type").String() is not { Length: > 0 } type)
            return;

        if (type == "SYNC_ACK")
        {
            AcceptSyncAck(turn, e);
            return;
        }
        if (turn.Surface.Phase is not (FramePhase.Synced or FramePhase.Initialized))
        {
            turn.Warn(Warnings.MessageBeforeSync(type.Cut(80)));
            return;
        }
        if (ProtocolCatalogue.Find(MessageDirection.FromWidget, type) is null)
        {
            turn.Warn(Warnings.UnknownType(type));
            return;
        }
        if (turn.Surface.Phase is FramePhase.Synced && type != "INITIALIZED")
            turn.Warn(Warnings.MessageBeforeInitialized(type));
        Handle(turn, type, e.Payload.Field("data"), e.Payload);
    }

    private static void Handle(Turn turn, string type, JsonElement data, JsonElement message)
    {
        switch (type)
        {
            case "INITIALIZED": Initialize(turn, data); break;
            case "LOGGED_IN": LogIn(turn); break;
            case "LOGGED_OUT": LogOut(turn); break;
            case "USER_AVAILABLE": turn.Change(turn.Surface with { Available = true }); break;
            case "USER_UNAVAILABLE": MakeUnavailable(turn); break;
            case "OUTGOING_CALL_STARTED": StartOutgoing(turn, data); break;
            case "INCOMING_CALL": StartIncoming(turn, data); break;
            case "CALL_ANSWERED": Answer(turn, data); break;
            case "CALL_DATA": RecordCallData(turn, data); break;
            case "CALL_ENDED": EndCall(turn, data); break;
            case "CALL_COMPLETED": CompleteCall(turn, data); break;
            case "CALL_TRANSFERRED": TransferCall(turn, data); break;
            case "NAVIGATE_TO_RECORD": RequestNavigation(turn, data); break;
            case "PUBLISH_TO_CHANNEL" or "FINALIZE_ENGAGEMENT": CloseEngagement(turn, type, data); break;
            case "RESIZE_WIDGET": Resize(turn, data); break;
            case "SET_WIDGET_URL": SetWidgetUrl(turn, data, message); break;
            case "ERROR": ShowError(turn, data); break;
            case "UNLOADING": Unload(turn); break;
        }
    }

    /// <summary>
    /// Numbers and texts as they are; zero and absent leave the side as it is, which is the page's business.
    /// </summary>
    private static void Resize(Turn turn, JsonElement size)
    {
        var width = SizeOf(turn, size, "width");
        var height = SizeOf(turn, size, "height");
        if (width is not null || height is not null)
            turn.Emit(turn.SurfaceId, new ResizeFrame { Width = width, Height = height });
    }

    private static JsonElement? SizeOf(Turn turn, JsonElement size, string field)
    {
        var value = size.Field(field);
        var isSize = value.ValueKind is JsonValueKind.Number
            ? value.GetDouble() >= 0
            : value.String() is { Length: <= 32 } text && SizeText().IsMatch(text);
        if (isSize)
            return value.Clone();
        if (value.IsGiven())
            turn.Warn(Warnings.SizeUnreadable(field, value));
        return null;
    }

    /// <summary>What the page can make a width or a height of.</summary>
    [GeneratedRegex(@"^\s*[0-9]*\.?[0-9]+(?:px|%)?\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SizeText();

    /// <summary>Never answered: every SDK answers an ERROR with an ERROR.</summary>
    private static void ShowError(Turn turn, JsonElement data)
    {
        if (data.Field("type").String() is "UNKNOWN_MESSAGE_TYPE")
        {
            var original = data.Field("data").Field("originalMessage").Field("type").Text(80);
            turn.Warn(Warnings.UnknownMessageType(original));
            return;
        }

        var message = data.IsObject() ? data.Field("message") : data;
        var text = message.String() ?? (message.IsGiven() ? message.GetRawText() : "");
        turn.Alert(turn.SurfaceId, "error", string.IsNullOrWhiteSpace(text)
            ? $"{turn.Surface.Widget.Name} reported an error without a message."
            : text.Cut(1000));
    }

    /// <summary>
    /// With <c>data</c> the widget wants another page in its iframe. With a top-level <c>iFrameUrl</c> it goes there
    /// itself and only announces the origin, which the page has taken note of already.
    /// </summary>
    private static void SetWidgetUrl(Turn turn, JsonElement data, JsonElement message)
    {
        var inData = data.Field("iFrameUrl");
        var value = inData.IsGiven() ? inData : message.Field("iFrameUrl");
        var usable = value.String() is { Length: <= 4000 } text
            && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url)
            && url is { Scheme: "http" or "https", Host.Length: > 0 };
        if (!usable)
            turn.Warn(Warnings.WidgetUrlUnusable(value));
        if (usable && inData.IsGiven() && Fails(turn, "SET_WIDGET_URL", text => WidgetUrlFailed(text, value)))
            return;
        if (usable && inData.IsGiven())
            LoadAnew(turn, new LoadUrl { Url = value.String()!.Trim() });
        else if (!usable && data.IsObject())
        {
            turn.Send(turn.SurfaceId, "SET_WIDGET_URL_FAILED",
                WidgetUrlFailed("iFrameUrl has to be an absolute http or https address.", value));
        }
    }

    private static JsonObject WidgetUrlFailed(string message, JsonElement url)
    {
        var failure = HostMessages.Error(message);
        failure["iFrameUrl"] = url.Text(4000);
        return failure;
    }
}
