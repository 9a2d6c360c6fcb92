using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MockPortal.Data;

/// <summary>An app that a portal's user let in: the code of the redirect, and the refresh token it was exchanged for.</summary>
public sealed class OAuthGrant : IPortalOwned
{
    public long PortalId { get; init; }

    /// <summary>Stays the same as long as the app is installed.</summary>
    public required string RefreshToken { get; init; }

    /// <summary>Good for one exchange; null afterwards.</summary>
    public string? Code { get; set; }

    public required string ClientId { get; init; }

    /// <summary>The secret of the first exchange; every later one must have the same.</summary>
    public string? ClientSecret { get; set; }

    public required string RedirectUri { get; init; }

    public required List<string> Scopes { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the refresh token was taken back. The access tokens that were made of it expire by themselves.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<OAuthGrant>
    {
        public void Configure(EntityTypeBuilder<OAuthGrant> builder)
        {
            builder.HasKey(grant => new { grant.PortalId, grant.RefreshToken });
            builder.HasIndex(grant => grant.RefreshToken).IsUnique();
            builder.HasIndex(grant => grant.Code).IsUnique();
        }
    }
}

/// <summary>What an app that was let in shows with each request, for half an hour.</summary>
public sealed class OAuthToken : IPortalOwned
{
    public long PortalId { get; init; }

    public required string Token { get; init; }

    /// <summary>The grant it was made from.</summary>
    public required string RefreshToken { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<OAuthToken>
    {
        public void Configure(EntityTypeBuilder<OAuthToken> builder)
        {
            builder.HasKey(token => new { token.PortalId, token.Token });
            builder.HasIndex(token => token.Token).IsUnique();
            builder.HasIndex(token => new { token.PortalId, token.RefreshToken });
        }
    }
}
