namespace MockPortal.HubSpotApi.Model.Properties;

/// <summary>What every type has.</summary>
internal static class CommonProperties
{
    public static IEnumerable<PropertyDefinition> Of(ObjectType type, string group)
    {
        var define = new Define(group);
        return
        [
            define.Number("hs_object_id", "Record ID").Calculated().Unique(),
            define.Time(type.Created, "Create date").Calculated(),
            define.Time(type.Modified, "Last modified date").Calculated(),
            define.Reference("hubspot_owner_id", "Owner", "OWNER"),
            define.Time("hubspot_owner_assigneddate", "Owner assigned date").Calculated(),
            define.Many("hubspot_team_id", "Team").As("select"),
            define.Many("hs_all_owner_ids", "All owner IDs").Calculated(),
            define.Many("hs_all_team_ids", "All team IDs").Calculated(),
            define.Many("hs_all_accessible_team_ids").Calculated(),
            define.Many("hs_user_ids_of_all_owners", "User IDs of all owners").Calculated(),
            define.Text("hs_object_source", "Record creation source").Calculated(),
            define.Text("hs_object_source_id", "Record creation source ID").Calculated(),
            define.Text("hs_object_source_label", "Record source").Calculated(),
            define.Text("hs_object_source_detail_1", "Record source detail 1").Calculated(),
            define.Text("hs_object_source_detail_2", "Record source detail 2").Calculated(),
            define.Text("hs_object_source_detail_3", "Record source detail 3").Calculated(),
            define.Text("hs_object_source_user_id", "Record creation source user ID").Calculated(),
            define.Number("hs_created_by_user_id", "Created by user ID").Calculated(),
            define.Number("hs_updated_by_user_id", "Updated by user ID").Calculated(),
            define.Many("hs_merged_object_ids", "Merged record IDs").Calculated(),
            define.Text("hs_unique_creation_key", "Unique creation key").Calculated().Unique(),
            define.Flag("hs_was_imported", "Was imported").Calculated(),
            define.Flag("hs_read_only", "Read only object"),
        ];
    }
}
