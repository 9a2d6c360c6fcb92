namespace MockPortal.Tests.HubSpotApi;

/// <summary>Searches that HubSpot refuses, and what it says of them.</summary>
public sealed class SearchMistakeTests(PortalFactory factory)
{
    private const string Search = "/crm/v3/objects/contacts/search";

    [Theory]
    [InlineData("""{"filterGroups":{}}""", "Invalid input JSON on line 1, column 17: Cannot deserialize instance of `java.util.HashSet` out of START_OBJECT token", null)]
    [InlineData("""{"filters":[{"propertyName":"phone","operator":"EQ","value":" "}]}""", "Invalid input JSON on line 1, column 13: value must be non-empty and non-blank, if specified {propertyName: 'phone'}", null)]
    [InlineData("""{"filters":[{}]}""", "Invalid input JSON on line 1, column 13: Cannot build Filter, some of required attributes are not set [propertyName, operator]", null)]
    [InlineData("""{"filters":[{"propertyName":"createdate","operator":"BETWEEN","value":"1"}]}""", "Invalid input JSON on line 1, column 13: Cannot construct instance of `com.hubspot.inbounddb.publicobject.core.v3.search.Filter`, problem: operator BETWEEN requires a highValue", null)]
    [InlineData("""{"filters":[{"propertyName":"phone","operator":"EQ","value":["1"]}]}""", "Invalid input JSON on line 1, column 61: Cannot deserialize instance of `java.lang.String` out of START_ARRAY token", null)]
    [InlineData("""{"limit":201}""", "limit is 201; it must be between 1 and 200.", "VALIDATION_ERROR")]
    [InlineData("""{"limit":200,"after":"9900"}""", "A search cannot be paged beyond its 10,000th result; narrow it down instead.", "VALIDATION_ERROR")]
    [InlineData("""{"limit":1.5}""", "Invalid input JSON on line 1, column 10: Cannot deserialize value of type `java.lang.Long` from Floating-point value (token `JsonToken.VALUE_NUMBER_FLOAT`)", null)]
    [InlineData("""{"sorts":[{"propertyName":"createdate","direction":"DESC"}]}""", "Invalid input JSON on line 1, column 11: Cannot deserialize value of type `java.lang.Enum` from String \"DESC\": not one of the values accepted for Enum class: [ASCENDING, DESCENDING]", null)]
    [InlineData("""{"sorts":["{\"propertyName\":\"createdate\",\"direction\":\"DESC\"}"]}""", "Invalid input JSON on line 1, column 11: Cannot deserialize value of type `java.lang.Enum` from String \"DESC\": not one of the values accepted for Enum class: [ASCENDING, DESCENDING]", null)]
    [InlineData("""{"sorts":["no_such"]}""", "There was a problem with the request: sort property 'no_such' does not exist.", "VALIDATION_ERROR")]
    [InlineData("""{"filters":[{"propertyName":"no_such","operator":"EQ","value":"1"}]}""", "There was a problem with the request: property 'no_such' does not exist or cannot be filtered.", "VALIDATION_ERROR")]
    public async Task What_is_wrong_with_a_search_is_said(string body, string message, string? category)
    {
        var hub = await Hub.OfNewPortalAsync(factory);

        var error = await hub.PostAsync(Search, body, 400);

        Assert.Equal((message, category), (error["message"]!.GetValue<string>(), error["category"]?.GetValue<string>()));
    }

    [Fact]
    public async Task Too_many_filters_are_refused()
    {
        var hub = await Hub.OfNewPortalAsync(factory);
        const string filter = """{"propertyName":"city","operator":"EQ","value":"x"}""";
        static string Many(int count, string text) => string.Join(',', Enumerable.Repeat(text, count));

        await hub.PostAsync(Search, $$"""{"filters":[{{Many(6, filter)}}]}""");
        await hub.PostAsync(Search, $$"""{"filters":[{{Many(7, filter)}}]}""", 400);
        await hub.PostAsync(Search, $$"""{"filterGroups":[{{Many(6, $$"""{"filters":[{{filter}}]}""")}}]}""", 400);
        await hub.PostAsync(Search, $$"""{"filterGroups":[{{Many(4, $$"""{"filters":[{{Many(5, filter)}}]}""")}}]}""", 400);
    }
}
