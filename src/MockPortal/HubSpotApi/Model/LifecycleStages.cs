using MockPortal.Data;
using MockPortal.HubSpotApi.Model.Properties;

namespace MockPortal.HubSpotApi.Model;

/// <summary>A lifecycle stage moves forward only; to go back it has to be cleared first.</summary>
internal static class LifecycleStages
{
    private const string Stage = "lifecyclestage";

    /// <summary>Leaves a step back out of what is to be written. HubSpot does not call it a mistake either.</summary>
    public static void KeepForward(CrmObject item, Dictionary<string, string?> values)
    {
        if (values.GetValueOrDefault(Stage) is { } wanted && item[Stage] is { } current
            && Order(wanted) < Order(current))
            values.Remove(Stage);
    }

    /// <summary>A portal's own stages are in no order and can follow any.</summary>
    private static int Order(string stage) =>
        ContactProperties.LifecycleStage.Options.FirstOrDefault(option => option.Value == stage)?.DisplayOrder
            ?? int.MaxValue;
}
