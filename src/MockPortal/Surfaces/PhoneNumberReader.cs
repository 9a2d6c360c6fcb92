using Microsoft.Extensions.Options;
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
}
