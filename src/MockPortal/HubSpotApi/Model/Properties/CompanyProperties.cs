namespace MockPortal.HubSpotApi.Model.Properties;

/// <summary>HubSpot's own properties of companies.</summary>
internal static class CompanyProperties
{
    public const string Group = "companyinformation";

    private static readonly Define Define = new(Group);

    public static IReadOnlyList<PropertyDefinition> All { get; } =
    [
        Define.Text("name", "Company name"),
        Define.Text("domain", "Company Domain Name"),
        Define.Text("website", "Website URL"),
        Define.Phone("phone", "Phone Number"),
        Define.Area("description"),
        Define.Choice("industry", "Industry", Industries),
        Define.Text("address", "Street Address"),
        Define.Text("address2", "Street Address 2"),
        Define.Text("city"),
        Define.Text("state", "State/Region"),
        Define.Text("zip", "Postal Code"),
        Define.Text("country", "Country/Region"),
        Define.Text("timezone", "Time Zone"),
        Define.Number("numberofemployees", "Number of Employees"),
        Define.Number("annualrevenue", "Annual Revenue"),
        Define.Text("founded_year", "Year Founded"),
        Define.Choice("type", "Type", "PROSPECT", "PARTNER", "RESELLER", "VENDOR", "OTHER"),
        ContactProperties.LifecycleStage with { GroupName = Group },
        ContactProperties.LeadStatus with { GroupName = Group },
        Define.Number("hs_pinned_engagement_id", "Pinned Engagement ID"),
        Define.Number("num_associated_contacts", "Number of Associated Contacts").Calculated(),
        Define.Number("num_associated_deals", "Number of Associated Deals").Calculated(),
        Define.Time("notes_last_contacted", "Last Contacted").Calculated(),
        Define.Time("notes_last_updated", "Last Activity Date").Calculated(),
        Define.Number("num_contacted_notes", "Number of times contacted").Calculated(),
        Define.Number("num_notes", "Number of Sales Activities").Calculated(),
        Define.Number("hs_parent_company_id", "Parent Company").Calculated(),
        Define.Text("hs_pipeline", "Pipeline").Hidden(),
    ];

    private static string[] Industries =>
    [
        "ACCOUNTING", "APPAREL_FASHION=Apparel & Fashion", "ARCHITECTURE_PLANNING=Architecture & Planning",
        "AUTOMOTIVE", "BANKING", "CIVIL_ENGINEERING=Civil Engineering", "COMPUTER_SOFTWARE=Computer Software",
        "CONSTRUCTION", "CONSUMER_GOODS=Consumer Goods", "CONSUMER_SERVICES=Consumer Services", "DESIGN",
        "EDUCATION_MANAGEMENT=Education Management", "ENTERTAINMENT", "ENVIRONMENTAL_SERVICES=Environmental Services",
        "FARMING", "FINANCIAL_SERVICES=Financial Services", "FOOD_BEVERAGES=Food & Beverages",
        "FOOD_PRODUCTION=Food Production", "FURNITURE", "GOVERNMENT_ADMINISTRATION=Government Administration",
        "GRAPHIC_DESIGN=Graphic Design", "HEALTH_WELLNESS_AND_FITNESS=Health, Wellness and Fitness",
        "HOSPITAL_HEALTH_CARE=Hospital & Health Care", "HOSPITALITY", "HUMAN_RESOURCES=Human Resources",
        "INFORMATION_TECHNOLOGY_AND_SERVICES=Information Technology and Services", "INSURANCE", "INTERNET",
        "LAW_PRACTICE=Law Practice", "LEISURE_TRAVEL_TOURISM=Leisure, Travel & Tourism",
        "LOGISTICS_AND_SUPPLY_CHAIN=Logistics and Supply Chain", "MACHINERY",
        "MANAGEMENT_CONSULTING=Management Consulting", "MARKETING_AND_ADVERTISING=Marketing and Advertising",
        "MEDIA_PRODUCTION=Media Production", "MEDICAL_PRACTICE=Medical Practice", "MUSIC",
        "NON_PROFIT_ORGANIZATION_MANAGEMENT=Non-Profit Organization Management", "OIL_ENERGY=Oil & Energy", "PRINTING",
        "PROFESSIONAL_TRAINING_COACHING=Professional Training & Coaching", "PUBLISHING", "REAL_ESTATE=Real Estate",
        "RENEWABLES_ENVIRONMENT=Renewables & Environment", "RESEARCH", "RESTAURANTS", "RETAIL", "SPORTS",
        "STAFFING_AND_RECRUITING=Staffing and Recruiting", "TELECOMMUNICATIONS",
        "TRANSPORTATION_TRUCKING_RAILROAD=Transportation/Trucking/Railroad", "UTILITIES", "WHOLESALE",
        "WINE_AND_SPIRITS=Wine and Spirits", "WRITING_AND_EDITING=Writing and Editing",
    ];
}
