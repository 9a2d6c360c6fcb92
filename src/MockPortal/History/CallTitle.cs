using MockPortal.Data;

namespace MockPortal.History;

/// <summary>What a call is called.</summary>
internal static class CallTitle
{
    public static string Of(Call call) => (call.Direction, call.FromNumber, call.ToNumber) switch
    {
        ("INBOUND", { } from, _) => $"Inbound call from {from}",
        ("INBOUND", _, _) => "Inbound call",
        (_, _, { } to) => $"Outbound call to {to}",
        _ => "Outbound call",
    };
}
