using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MockPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Portals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    AccessToken = table.Column<string>(type: "TEXT", nullable: false),
                    DeveloperKey = table.Column<string>(type: "TEXT", nullable: false),
                    WithheldScopes = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Seed = table.Column<string>(type: "TEXT", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Portals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AssociationLabels",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    TypeId = table.Column<int>(type: "INTEGER", nullable: false),
                    BackId = table.Column<int>(type: "INTEGER", nullable: false),
                    FromTypeId = table.Column<string>(type: "TEXT", nullable: false),
                    ToTypeId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssociationLabels", x => new { x.PortalId, x.TypeId });
                    table.ForeignKey(
                        name: "FK_AssociationLabels_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Associations",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromTypeId = table.Column<string>(type: "TEXT", nullable: false),
                    FromId = table.Column<long>(type: "INTEGER", nullable: false),
                    ToTypeId = table.Column<string>(type: "TEXT", nullable: false),
                    ToId = table.Column<long>(type: "INTEGER", nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    TypeId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Associations", x => new { x.PortalId, x.FromTypeId, x.FromId, x.ToTypeId, x.ToId, x.Category, x.TypeId });
                    table.ForeignKey(
                        name: "FK_Associations_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CallDeletions",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstCallId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    CallIds = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallDeletions", x => new { x.PortalId, x.FirstCallId });
                    table.ForeignKey(
                        name: "FK_CallDeletions_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CallingApps",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    AppId = table.Column<long>(type: "INTEGER", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallingApps", x => new { x.PortalId, x.AppId });
                    table.ForeignKey(
                        name: "FK_CallingApps_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Calls",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    SurfaceId = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Direction = table.Column<string>(type: "TEXT", nullable: false),
                    EndStatus = table.Column<string>(type: "TEXT", nullable: true),
                    FromNumber = table.Column<string>(type: "TEXT", nullable: true),
                    ToNumber = table.Column<string>(type: "TEXT", nullable: true),
                    ExternalCallId = table.Column<string>(type: "TEXT", nullable: true),
                    ObjectTypeId = table.Column<string>(type: "TEXT", nullable: true),
                    ObjectId = table.Column<long>(type: "INTEGER", nullable: true),
                    CalleeObjectTypeId = table.Column<string>(type: "TEXT", nullable: true),
                    CalleeObjectId = table.Column<long>(type: "INTEGER", nullable: true),
                    EngagementIds = table.Column<string>(type: "TEXT", nullable: false),
                    WidgetName = table.Column<string>(type: "TEXT", nullable: false),
                    WidgetUrl = table.Column<string>(type: "TEXT", nullable: false),
                    SdkVersion = table.Column<string>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Warnings = table.Column<string>(type: "TEXT", nullable: false),
                    OtherNumber = table.Column<string>(type: "TEXT", nullable: false, computedColumnSql: "CASE \"Direction\" WHEN 'INBOUND' THEN coalesce(\"FromNumber\", '') ELSE coalesce(\"ToNumber\", '') END", stored: true),
                    Standing = table.Column<string>(type: "TEXT", nullable: false, computedColumnSql: "lower(CASE \"State\" WHEN 'completed' THEN coalesce(\"EndStatus\", \"State\") ELSE \"State\" END)", stored: true),
                    TalkMilliseconds = table.Column<long>(type: "INTEGER", nullable: false, computedColumnSql: "coalesce(CAST(round((julianday(\"EndedAt\") - julianday(\"AnsweredAt\")) * 86400000) AS INTEGER), -1)", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Calls", x => new { x.PortalId, x.Id });
                    table.ForeignKey(
                        name: "FK_Calls_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ChannelConnections",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    AppId = table.Column<long>(type: "INTEGER", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    IsReady = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelConnections", x => new { x.PortalId, x.AppId });
                    table.ForeignKey(
                        name: "FK_ChannelConnections_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Counters",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Counters", x => new { x.PortalId, x.Kind });
                    table.ForeignKey(
                        name: "FK_Counters_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CustomProperties",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    ObjectTypeId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomProperties", x => new { x.PortalId, x.ObjectTypeId, x.Name });
                    table.ForeignKey(
                        name: "FK_CustomProperties_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Engagements",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    EngagementId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    Sources = table.Column<string>(type: "TEXT", nullable: false),
                    Known = table.Column<bool>(type: "INTEGER", nullable: false),
                    CallId = table.Column<long>(type: "INTEGER", nullable: true),
                    Direction = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", nullable: true),
                    FromNumber = table.Column<string>(type: "TEXT", nullable: true),
                    ToNumber = table.Column<string>(type: "TEXT", nullable: true),
                    ObjectTypeId = table.Column<string>(type: "TEXT", nullable: true),
                    ObjectId = table.Column<long>(type: "INTEGER", nullable: true),
                    WidgetName = table.Column<string>(type: "TEXT", nullable: true),
                    WidgetUrl = table.Column<string>(type: "TEXT", nullable: true),
                    SdkVersion = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinalizedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Engagements", x => new { x.PortalId, x.EngagementId });
                    table.ForeignKey(
                        name: "FK_Engagements_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Faults",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    Settings = table.Column<string>(type: "TEXT", nullable: false),
                    Configured = table.Column<bool>(type: "INTEGER", nullable: false),
                    Held = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Faults", x => x.PortalId);
                    table.ForeignKey(
                        name: "FK_Faults_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    SurfaceId = table.Column<string>(type: "TEXT", nullable: false),
                    SurfaceSequence = table.Column<long>(type: "INTEGER", nullable: true),
                    CallId = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Direction = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    Warnings = table.Column<string>(type: "TEXT", nullable: false),
                    ByHand = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => new { x.PortalId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_Messages_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OAuthGrants",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    RefreshToken = table.Column<string>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: true),
                    ClientId = table.Column<string>(type: "TEXT", nullable: false),
                    ClientSecret = table.Column<string>(type: "TEXT", nullable: true),
                    RedirectUri = table.Column<string>(type: "TEXT", nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OAuthGrants", x => new { x.PortalId, x.RefreshToken });
                    table.ForeignKey(
                        name: "FK_OAuthGrants_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OAuthTokens",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    Token = table.Column<string>(type: "TEXT", nullable: false),
                    RefreshToken = table.Column<string>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OAuthTokens", x => new { x.PortalId, x.Token });
                    table.ForeignKey(
                        name: "FK_OAuthTokens_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Objects",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    ObjectTypeId = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Properties = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    PhoneKey = table.Column<string>(type: "TEXT", nullable: true),
                    MobileKey = table.Column<string>(type: "TEXT", nullable: true),
                    WhatsAppKey = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    property_company = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"company\"')", stored: false, collation: "NOCASE"),
                    property_dealstage = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"dealstage\"')", stored: false, collation: "NOCASE"),
                    property_domain = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"domain\"')", stored: false, collation: "NOCASE"),
                    property_email = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"email\"')", stored: false, collation: "NOCASE"),
                    property_firstname = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"firstname\"')", stored: false, collation: "NOCASE"),
                    property_hs_calculated_mobile_number = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hs_calculated_mobile_number\"')", stored: false, collation: "NOCASE"),
                    property_hs_calculated_phone_number = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hs_calculated_phone_number\"')", stored: false, collation: "NOCASE"),
                    property_hs_call_direction = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hs_call_direction\"')", stored: false, collation: "NOCASE"),
                    property_hs_call_disposition = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hs_call_disposition\"')", stored: false, collation: "NOCASE"),
                    property_hs_call_external_id = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hs_call_external_id\"')", stored: false, collation: "NOCASE"),
                    property_hs_call_from_number = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hs_call_from_number\"')", stored: false, collation: "NOCASE"),
                    property_hs_call_status = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hs_call_status\"')", stored: false, collation: "NOCASE"),
                    property_hs_call_to_number = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hs_call_to_number\"')", stored: false, collation: "NOCASE"),
                    property_hs_lead_status = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hs_lead_status\"')", stored: false, collation: "NOCASE"),
                    property_hs_pipeline_stage = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hs_pipeline_stage\"')", stored: false, collation: "NOCASE"),
                    property_hs_searchable_calculated_international_mobile_number = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hs_searchable_calculated_international_mobile_number\"')", stored: false, collation: "NOCASE"),
                    property_hs_searchable_calculated_international_phone_number = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hs_searchable_calculated_international_phone_number\"')", stored: false, collation: "NOCASE"),
                    property_hs_searchable_calculated_mobile_number = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hs_searchable_calculated_mobile_number\"')", stored: false, collation: "NOCASE"),
                    property_hs_searchable_calculated_phone_number = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hs_searchable_calculated_phone_number\"')", stored: false, collation: "NOCASE"),
                    property_hs_timestamp = table.Column<long>(type: "INTEGER", nullable: true, computedColumnSql: "CAST(round(unixepoch(json_extract(\"Properties\", '$.\"hs_timestamp\"'), 'subsec') * 1000) AS INTEGER)", stored: false),
                    property_hubspot_owner_id = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"hubspot_owner_id\"')", stored: false, collation: "NOCASE"),
                    property_lastname = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"lastname\"')", stored: false, collation: "NOCASE"),
                    property_lifecyclestage = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"lifecyclestage\"')", stored: false, collation: "NOCASE"),
                    property_mobilephone = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"mobilephone\"')", stored: false, collation: "NOCASE"),
                    property_name = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"name\"')", stored: false, collation: "NOCASE"),
                    property_phone = table.Column<string>(type: "TEXT", nullable: true, computedColumnSql: "json_extract(\"Properties\", '$.\"phone\"')", stored: false, collation: "NOCASE")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objects", x => new { x.PortalId, x.ObjectTypeId, x.Id });
                    table.ForeignKey(
                        name: "FK_Objects_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Owners",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    FirstName = table.Column<string>(type: "TEXT", nullable: false),
                    LastName = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Owners", x => new { x.PortalId, x.Id });
                    table.ForeignKey(
                        name: "FK_Owners_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PropertyChanges",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    ObjectTypeId = table.Column<string>(type: "TEXT", nullable: false),
                    ObjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SourceType = table.Column<string>(type: "TEXT", nullable: false),
                    SourceId = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: true),
                    Values = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PropertyChanges", x => new { x.PortalId, x.ObjectTypeId, x.ObjectId, x.Number });
                    table.ForeignKey(
                        name: "FK_PropertyChanges_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PropertyGroups",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    ObjectTypeId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    DisplayOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    Archived = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PropertyGroups", x => new { x.PortalId, x.ObjectTypeId, x.Name });
                    table.ForeignKey(
                        name: "FK_PropertyGroups_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecordingSettings",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    AppId = table.Column<long>(type: "INTEGER", nullable: false),
                    UrlToRetrieveAuthedRecording = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordingSettings", x => new { x.PortalId, x.AppId });
                    table.ForeignKey(
                        name: "FK_RecordingSettings_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => new { x.PortalId, x.UserId });
                    table.ForeignKey(
                        name: "FK_Sessions_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    Widget = table.Column<string>(type: "TEXT", nullable: false),
                    Seat = table.Column<bool>(type: "INTEGER", nullable: true),
                    LockedProvider = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.PortalId);
                    table.ForeignKey(
                        name: "FK_Settings_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Surfaces",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    Location = table.Column<string>(type: "TEXT", nullable: false),
                    ObjectTypeId = table.Column<string>(type: "TEXT", nullable: true),
                    ObjectId = table.Column<long>(type: "INTEGER", nullable: true),
                    WidgetName = table.Column<string>(type: "TEXT", nullable: false),
                    WidgetUrl = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Visibility = table.Column<string>(type: "TEXT", nullable: false),
                    LoggedIn = table.Column<bool>(type: "INTEGER", nullable: true),
                    Available = table.Column<bool>(type: "INTEGER", nullable: true),
                    SdkVersion = table.Column<string>(type: "TEXT", nullable: true),
                    Handshake = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Surfaces", x => new { x.PortalId, x.Id });
                    table.ForeignKey(
                        name: "FK_Surfaces_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Transcripts",
                columns: table => new
                {
                    PortalId = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    EngagementId = table.Column<long>(type: "INTEGER", nullable: false),
                    Utterances = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transcripts", x => new { x.PortalId, x.Id });
                    table.ForeignKey(
                        name: "FK_Transcripts_Portals_PortalId",
                        column: x => x.PortalId,
                        principalTable: "Portals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AssociationLabels_PortalId_FromTypeId_ToTypeId",
                table: "AssociationLabels",
                columns: new[] { "PortalId", "FromTypeId", "ToTypeId" });

            migrationBuilder.CreateIndex(
                name: "IX_CallDeletions_PortalId_Position",
                table: "CallDeletions",
                columns: new[] { "PortalId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PortalId_CalleeObjectTypeId_CalleeObjectId_Id",
                table: "Calls",
                columns: new[] { "PortalId", "CalleeObjectTypeId", "CalleeObjectId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PortalId_EndStatus_Id",
                table: "Calls",
                columns: new[] { "PortalId", "EndStatus", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PortalId_ObjectTypeId_ObjectId_Id",
                table: "Calls",
                columns: new[] { "PortalId", "ObjectTypeId", "ObjectId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PortalId_OtherNumber_Id",
                table: "Calls",
                columns: new[] { "PortalId", "OtherNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PortalId_Position",
                table: "Calls",
                columns: new[] { "PortalId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PortalId_Standing_Id",
                table: "Calls",
                columns: new[] { "PortalId", "Standing", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PortalId_State_Id",
                table: "Calls",
                columns: new[] { "PortalId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PortalId_TalkMilliseconds_Id",
                table: "Calls",
                columns: new[] { "PortalId", "TalkMilliseconds", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_PortalId_WidgetName_Id",
                table: "Calls",
                columns: new[] { "PortalId", "WidgetName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_PortalId_CallId",
                table: "Engagements",
                columns: new[] { "PortalId", "CallId" });

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_PortalId_ObjectTypeId_ObjectId",
                table: "Engagements",
                columns: new[] { "PortalId", "ObjectTypeId", "ObjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_PortalId_Position",
                table: "Engagements",
                columns: new[] { "PortalId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_PortalId_Sequence",
                table: "Engagements",
                columns: new[] { "PortalId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_PortalId_Status_Sequence",
                table: "Engagements",
                columns: new[] { "PortalId", "Status", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_PortalId_CallId_Sequence",
                table: "Messages",
                columns: new[] { "PortalId", "CallId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_PortalId_SurfaceId_SurfaceSequence",
                table: "Messages",
                columns: new[] { "PortalId", "SurfaceId", "SurfaceSequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_PortalId_Type_Sequence",
                table: "Messages",
                columns: new[] { "PortalId", "Type", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_OAuthGrants_Code",
                table: "OAuthGrants",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OAuthGrants_RefreshToken",
                table: "OAuthGrants",
                column: "RefreshToken",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OAuthTokens_PortalId_RefreshToken",
                table: "OAuthTokens",
                columns: new[] { "PortalId", "RefreshToken" });

            migrationBuilder.CreateIndex(
                name: "IX_OAuthTokens_Token",
                table: "OAuthTokens",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Objects_PortalId_MobileKey",
                table: "Objects",
                columns: new[] { "PortalId", "MobileKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Objects_PortalId_ObjectTypeId_ArchivedAt_CreatedAt_Id",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "ArchivedAt", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Objects_PortalId_ObjectTypeId_Name_Id",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Objects_PortalId_ObjectTypeId_UpdatedAt_Id",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Objects_PortalId_PhoneKey",
                table: "Objects",
                columns: new[] { "PortalId", "PhoneKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Objects_PortalId_WhatsAppKey",
                table: "Objects",
                columns: new[] { "PortalId", "WhatsAppKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Objects_company",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_company", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_company\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_dealstage",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_dealstage", "ArchivedAt", "CreatedAt", "Id", "UpdatedAt", "property_lifecyclestage", "property_hs_lead_status", "property_hubspot_owner_id", "property_hs_call_status", "property_hs_call_direction", "property_hs_call_disposition", "property_hs_pipeline_stage", "property_hs_timestamp" },
                filter: "\"property_dealstage\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_domain",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_domain", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_domain\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_email",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_email", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_email\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_firstname",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_firstname", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_firstname\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_calculated_mobile_number",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_calculated_mobile_number", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_hs_calculated_mobile_number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_calculated_phone_number",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_calculated_phone_number", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_hs_calculated_phone_number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_call_direction",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_call_direction", "ArchivedAt", "CreatedAt", "Id", "UpdatedAt", "property_lifecyclestage", "property_hs_lead_status", "property_hubspot_owner_id", "property_hs_call_status", "property_hs_call_disposition", "property_dealstage", "property_hs_pipeline_stage", "property_hs_timestamp" },
                filter: "\"property_hs_call_direction\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_call_disposition",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_call_disposition", "ArchivedAt", "CreatedAt", "Id", "UpdatedAt", "property_lifecyclestage", "property_hs_lead_status", "property_hubspot_owner_id", "property_hs_call_status", "property_hs_call_direction", "property_dealstage", "property_hs_pipeline_stage", "property_hs_timestamp" },
                filter: "\"property_hs_call_disposition\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_call_external_id",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_call_external_id", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_hs_call_external_id\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_call_from_number",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_call_from_number", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_hs_call_from_number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_call_status",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_call_status", "ArchivedAt", "CreatedAt", "Id", "UpdatedAt", "property_lifecyclestage", "property_hs_lead_status", "property_hubspot_owner_id", "property_hs_call_direction", "property_hs_call_disposition", "property_dealstage", "property_hs_pipeline_stage", "property_hs_timestamp" },
                filter: "\"property_hs_call_status\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_call_to_number",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_call_to_number", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_hs_call_to_number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_lead_status",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_lead_status", "ArchivedAt", "CreatedAt", "Id", "UpdatedAt", "property_lifecyclestage", "property_hubspot_owner_id", "property_hs_call_status", "property_hs_call_direction", "property_hs_call_disposition", "property_dealstage", "property_hs_pipeline_stage", "property_hs_timestamp" },
                filter: "\"property_hs_lead_status\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_pipeline_stage",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_pipeline_stage", "ArchivedAt", "CreatedAt", "Id", "UpdatedAt", "property_lifecyclestage", "property_hs_lead_status", "property_hubspot_owner_id", "property_hs_call_status", "property_hs_call_direction", "property_hs_call_disposition", "property_dealstage", "property_hs_timestamp" },
                filter: "\"property_hs_pipeline_stage\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_searchable_calculated_international_mobile_number",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_searchable_calculated_international_mobile_number", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_hs_searchable_calculated_international_mobile_number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_searchable_calculated_international_phone_number",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_searchable_calculated_international_phone_number", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_hs_searchable_calculated_international_phone_number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_searchable_calculated_mobile_number",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_searchable_calculated_mobile_number", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_hs_searchable_calculated_mobile_number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_searchable_calculated_phone_number",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_searchable_calculated_phone_number", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_hs_searchable_calculated_phone_number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hs_timestamp",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hs_timestamp", "ArchivedAt", "CreatedAt", "Id", "UpdatedAt", "property_lifecyclestage", "property_hs_lead_status", "property_hubspot_owner_id", "property_hs_call_status", "property_hs_call_direction", "property_hs_call_disposition", "property_dealstage", "property_hs_pipeline_stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Objects_hubspot_owner_id",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_hubspot_owner_id", "ArchivedAt", "CreatedAt", "Id", "UpdatedAt", "property_lifecyclestage", "property_hs_lead_status", "property_hs_call_status", "property_hs_call_direction", "property_hs_call_disposition", "property_dealstage", "property_hs_pipeline_stage", "property_hs_timestamp" },
                filter: "\"property_hubspot_owner_id\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_lastname",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_lastname", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_lastname\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_lifecyclestage",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_lifecyclestage", "ArchivedAt", "CreatedAt", "Id", "UpdatedAt", "property_hs_lead_status", "property_hubspot_owner_id", "property_hs_call_status", "property_hs_call_direction", "property_hs_call_disposition", "property_dealstage", "property_hs_pipeline_stage", "property_hs_timestamp" },
                filter: "\"property_lifecyclestage\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_mobilephone",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_mobilephone", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_mobilephone\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_name",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_name", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_name\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objects_phone",
                table: "Objects",
                columns: new[] { "PortalId", "ObjectTypeId", "property_phone", "ArchivedAt", "CreatedAt", "Id" },
                filter: "\"property_phone\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Portals_AccessToken",
                table: "Portals",
                column: "AccessToken",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Portals_DeveloperKey",
                table: "Portals",
                column: "DeveloperKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Portals_ExpiresAt",
                table: "Portals",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Portals_Number",
                table: "Portals",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Surfaces_PortalId_ClosedAt_OpenedAt",
                table: "Surfaces",
                columns: new[] { "PortalId", "ClosedAt", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Surfaces_PortalId_Position",
                table: "Surfaces",
                columns: new[] { "PortalId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Transcripts_PortalId_EngagementId",
                table: "Transcripts",
                columns: new[] { "PortalId", "EngagementId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssociationLabels");

            migrationBuilder.DropTable(
                name: "Associations");

            migrationBuilder.DropTable(
                name: "CallDeletions");

            migrationBuilder.DropTable(
                name: "CallingApps");

            migrationBuilder.DropTable(
                name: "Calls");

            migrationBuilder.DropTable(
                name: "ChannelConnections");

            migrationBuilder.DropTable(
                name: "Counters");

            migrationBuilder.DropTable(
                name: "CustomProperties");

            migrationBuilder.DropTable(
                name: "Engagements");

            migrationBuilder.DropTable(
                name: "Faults");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "OAuthGrants");

            migrationBuilder.DropTable(
                name: "OAuthTokens");

            migrationBuilder.DropTable(
                name: "Objects");

            migrationBuilder.DropTable(
                name: "Owners");

            migrationBuilder.DropTable(
                name: "PropertyChanges");

            migrationBuilder.DropTable(
                name: "PropertyGroups");

            migrationBuilder.DropTable(
                name: "RecordingSettings");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "Surfaces");

            migrationBuilder.DropTable(
                name: "Transcripts");

            migrationBuilder.DropTable(
                name: "Portals");
        }
    }
}
