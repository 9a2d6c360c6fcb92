namespace MockPortal.Data;

/// <summary>
/// The last digits of a phone number: the same however the number is written, national or international, so they can
/// be derived without knowing its country. Numbers that share them are compared properly by whoever looks one up.
/// </summary>
public static class PhoneKey
{
    private const int Length = 6;

    private static readonly string[] ExtensionMarks = ["x", "ext", "#", ";", ","];

    /// <summary>Null for text without a digit, such as "n/a".</summary>
    public static string? Of(string? number)
    {
        if (number is null)
            return null;

        var digits = string.Concat(Main(number).Where(char.IsDigit).Select(digit => (int)char.GetNumericValue(digit)));
        return digits.Length == 0 ? null : digits[Math.Max(0, digits.Length - Length)..];
    }

    /// <summary>The number without its extension.</summary>
    private static string Main(string number)
    {
        var end = ExtensionMarks
            .Select(mark => number.IndexOf(mark, StringComparison.OrdinalIgnoreCase))
            .Where(index => index > 0)
            .DefaultIfEmpty(number.Length)
            .Min();
        return number[..end];
    }
}
