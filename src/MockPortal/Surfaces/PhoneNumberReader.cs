using Microsoft.Extensions.Options;
using MockPortal.Data;
using MockPortal.Settings;
using PhoneNumbers;

namespace MockPortal.Surfaces;

/// <summary>What a phone number tells, by Google's numbering plans.</summary>
public sealed class PhoneNumberReader(IOptions<CallingOptions> options)
{
    private readonly PhoneNumberUtil plans = PhoneNumberUtil.GetInstance();

    /// <summary>ISO 3166 alpha-2 country of a number as typed; the default country when the number does not say.</summary>
    public string CountryOf(string number)
    {
        try
        {
            var parsed = plans.Parse(number, options.Value.DefaultCountry);
            return plans.GetRegionCodeForNumber(parsed) is { Length: 2 } country && country != "ZZ" && country != "001"
                ? country
                : plans.GetRegionCodeForCountryCode(parsed.CountryCode) is { Length: 2 } main && main != "ZZ" ? main : options.Value.DefaultCountry;
        }
        catch (NumberParseException)
        {
            return options.Value.DefaultCountry;
        }
    }

    /// <summary>The parts of a number as typed; null when it has no digit or is far from any number.</summary>
    public NumberParts? Split(string number)
    {
        if (Parse(number, options.Value.DefaultCountry) is not { } parsed)
            return null;

        var national = plans.GetNationalSignificantNumber(parsed);
        var area = plans.GetLengthOfGeographicalAreaCode(parsed);
        return new NumberParts
        {
            National = national,
            CountryCode = parsed.CountryCode,
            Country = plans.GetRegionCodeForNumber(parsed) ?? plans.GetRegionCodeForCountryCode(parsed.CountryCode),
            // In North America the first three digits are the area, whether anybody has the number or not.
            AreaCode = area > 0 ? national[..area] : parsed.CountryCode == 1 && national.Length == 10 ? national[..3] : null,
        };
    }

    /// <summary>Reads a caller's number, as a telephone network or a calling app gives it.</summary>
    public CallerNumber ReadCaller(string number) => new()
    {
        Text = number,
        Number = Parse(number, options.Value.DefaultCountry),
        Keys = [.. new[] { number, NationalOf(number) }.Select(PhoneKey.Of).OfType<string>().Distinct()],
    };

    /// <summary>How sure it is that a number on a record is the caller's; 0: it is not.</summary>
    public int Likeness(CallerNumber caller, string stored)
    {
        if (caller.Number is not { } wanted || Parse(stored, options.Value.DefaultCountry) is not { } read)
            return caller.Text.Trim() == stored.Trim() ? 1 : 0;
        // Two extensions of one switchboard are two people; a number without one stands for all of them.
        if (wanted.HasExtension && read.HasExtension && wanted.Extension != read.Extension)
            return 0;
        if (AreSame(wanted, read))
            return wanted.Extension == read.Extension ? 3 : 2;
        // Perhaps typed the way it is dialled in its own country; a number of the default country is none of another.
        return !plans.IsValidNumber(read)
            && Parse(stored, plans.GetRegionCodeForCountryCode(wanted.CountryCode)) is { } local
            && AreSame(wanted, local) ? 1 : 0;
    }

    private bool AreSame(PhoneNumber one, PhoneNumber other) =>
        plans.Format(one, PhoneNumberFormat.E164) == plans.Format(other, PhoneNumberFormat.E164);

    private string? NationalOf(string number) => Parse(number, options.Value.DefaultCountry) is { } parsed
        ? plans.GetNationalSignificantNumber(parsed)
        : null;

    private PhoneNumber? Parse(string number, string country)
    {
        try
        {
            return plans.Parse(number, country);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}

/// <summary>A phone number, taken apart.</summary>
public sealed record NumberParts
{
    /// <summary>Area code and local number, digits only.</summary>
    public required string National { get; init; }

    public required int CountryCode { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Null for numbers that belong to no area.</summary>
    public string? AreaCode { get; init; }
}

/// <summary>A caller's number, ready to be compared.</summary>
public sealed record CallerNumber
{
    public required string Text { get; init; }

    /// <summary>Null: no number of any country, such as "anonymous".</summary>
    internal PhoneNumber? Number { get; init; }

    /// <summary>The keys under which records can have it: a short number is stored with or without its country code.</summary>
    public required IReadOnlyList<string> Keys { get; init; }
}
