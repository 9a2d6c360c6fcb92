using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MockPortal.Data;

namespace MockPortal.Tests.Data;

public sealed class SeedDataTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mockportal-seed-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = Open(SeedData.DefaultPortalId);
        await db.Database.EnsureCreatedAsync(Cancelled);
        await SeedAsync(SeedData.DefaultPortalId);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Records_are_readable_and_their_ids_are_fixed_and_ascend_with_gaps()
    {
        await using var db = Open(SeedData.DefaultPortalId);

        var contacts = await db.Objects
            .Where(item => item.ObjectTypeId == ObjectTypes.Contact)
            .OrderBy(item => item.Id)
            .ToListAsync(Cancelled);
        var companies = await db.Objects
            .Where(item => item.ObjectTypeId == ObjectTypes.Company)
            .OrderBy(item => item.Id)
            .ToListAsync(Cancelled);

        Assert.Equal("Nora Castillo", contacts[0].Name);
        Assert.Equal(101, contacts[0].Id);
        Assert.Equal("101", contacts[0]["hs_object_id"]);
        Assert.Equal("Harbor & Pine Coffee Roasters", contacts[0]["company"]);
        Assert.Equal("9001", contacts[0]["associatedcompanyid"]);
        Assert.Equal(9001, companies[0].Id);
        Assert.Equal("2025-04-28T05:06:07Z", companies[0]["createdate"]);
        Assert.True(contacts.Count > 25, "two pages of contacts");
        Assert.Equal(10, companies.Count);
        Assert.True(contacts[^1].Id - contacts[0].Id > contacts.Count, "ids have gaps");
    }

    [Fact]
    public async Task The_user_has_two_ids_that_differ()
    {
        await using var db = Open(SeedData.DefaultPortalId);

        var owner = await db.Owners.SingleAsync(Cancelled);

        Assert.NotEqual(owner.Id, owner.UserId);
        Assert.Equal("Robin Vega", owner.Name);
        Assert.Contains('@', owner.Email);
    }

    [Fact]
    public async Task Links_to_companies_exist_in_both_directions_and_only_the_first_is_primary()
    {
        await using var db = Open(SeedData.DefaultPortalId);

        var links = await db.Associations.ToListAsync(Cancelled);

        var priya = links.Where(link => link is { FromTypeId: ObjectTypes.Contact, FromId: 318, ToTypeId: ObjectTypes.Company });
        Assert.Equal([(9014, 1), (9014, 279), (9071, 279)], priya.Select(link => (link.ToId, link.TypeId)).Order());
        var back = links.Where(link => link is { ToTypeId: ObjectTypes.Contact, ToId: 318, FromTypeId: ObjectTypes.Company });
        Assert.Equal([(9014, 2), (9014, 280), (9071, 280)], back.Select(link => (link.FromId, link.TypeId)).Order());

        var ids = await db.Objects.Select(item => new { item.ObjectTypeId, item.Id }).ToListAsync(Cancelled);
        Assert.All(
            links,
            link => Assert.Contains(ids, item => item.ObjectTypeId == link.ToTypeId && item.Id == link.ToId));
    }

    [Fact]
    public async Task Deals_and_tickets_are_linked_with_people_and_companies_in_both_directions()
    {
        await using var db = Open(SeedData.DefaultPortalId);

        var links = await db.Associations.ToListAsync(Cancelled);

        Assert.Equal(
            [("0-1", 101L, 3), ("0-1", 151L, 3), ("0-2", 9001L, 5), ("0-2", 9001L, 341)],
            links.Where(link => link is { FromTypeId: ObjectTypes.Deal, FromId: 5101 }).Select(link => (link.ToTypeId, link.ToId, link.TypeId)).Order());
        Assert.Equal(
            [("0-1", 101L, 4), ("0-1", 151L, 4), ("0-2", 9001L, 6), ("0-2", 9001L, 342)],
            links.Where(link => link is { ToTypeId: ObjectTypes.Deal, ToId: 5101 }).Select(link => (link.FromTypeId, link.FromId, link.TypeId)).Order());
        Assert.Equal(
            [("0-1", 318L, 16), ("0-2", 9014L, 26), ("0-2", 9014L, 339)],
            links.Where(link => link is { FromTypeId: ObjectTypes.Ticket, FromId: 6207 }).Select(link => (link.ToTypeId, link.ToId, link.TypeId)).Order());
    }

    [Fact]
    public async Task A_number_can_match_nobody_one_two_people_or_a_person_and_a_company()
    {
        await using var db = Open(SeedData.DefaultPortalId);
        var records = await db.Objects.ToListAsync(Cancelled);

        Assert.Empty(With("4155550199"));
        Assert.Equal([101L], With("14155550132"));
        Assert.Equal([377L, 402L], With("442079460955"));
        Assert.Equal([151L, 9001L], With("4155550100"));

        IEnumerable<long> With(string digits) => records
            .Where(item => item.SearchText.Split('\n').Contains(digits))
            .Select(item => item.Id)
            .Order();
    }

    [Fact]
    public async Task New_ids_come_after_the_seeded_ones()
    {
        await using var db = Open(SeedData.DefaultPortalId);

        foreach (var type in new[] { ObjectTypes.Contact, ObjectTypes.Company, ObjectTypes.Deal, ObjectTypes.Ticket })
        {
            var last = await db.Objects.Where(item => item.ObjectTypeId == type).MaxAsync(item => item.Id, Cancelled);
            Assert.True(await db.NextAsync(type, Cancelled) > last, type);
        }

        Assert.Equal(70010001, await db.NextAsync(ObjectTypes.Call, Cancelled));
    }

    [Fact]
    public async Task Two_portals_hold_the_same_data_side_by_side()
    {
        await SeedAsync(7);

        await using var first = Open(SeedData.DefaultPortalId);
        await using var second = Open(7);

        Assert.Equal(await first.Objects.CountAsync(Cancelled), await second.Objects.CountAsync(Cancelled));
        Assert.Equal(
            await first.Objects.OrderBy(item => item.Id).Select(item => item.Name).ToListAsync(Cancelled),
            await second.Objects.OrderBy(item => item.Id).Select(item => item.Name).ToListAsync(Cancelled));
    }

    private PortalDbContext Open(long portalId)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>()
            .UseSqlite($"Data Source={Path.Combine(folder.FullName, "seed.db")}")
            .Options;
        return new PortalDbContext(options) { PortalId = portalId };
    }

    private async Task SeedAsync(long portalId)
    {
        await using var db = Open(portalId);
        db.Portals.Add(new Portal
        {
            Id = portalId,
            Number = portalId,
            Name = "Demo",
            AccessToken = string.Create(CultureInfo.InvariantCulture, $"pat-mock-{portalId}"),
            DeveloperKey = string.Create(CultureInfo.InvariantCulture, $"dev-mock-{portalId}"),
            CreatedAt = Now,
        });
        SeedData.AddDemo(db, Now);
        await db.SaveChangesAsync(Cancelled);
    }
}
