using System.Buffers;
using System.Text.Json;
using MockPortal.Data;

namespace MockPortal.Transfer;

/// <summary>
/// Writes a portal into a file: a JSON array, its first element about the portal, every other one a row under the name of
/// its kind. An array, so that both ends take it piece by piece; one element a line, so that files can be compared.
/// </summary>
internal static class PortalExport
{
    private const int LargestPiece = 64 * 1024;

    public static async Task WriteAsync(PortalDbContext db, Stream target, CancellationToken cancellationToken)
    {
        await using var snapshot = await PortalTables.SnapshotAsync(db, cancellationToken);
        var buffer = new ArrayBufferWriter<byte>(2 * LargestPiece);
        await using var json = new Utf8JsonWriter(buffer, TransferJson.Writing);

        var portal = PortalTables.Portal(db);
        await foreach (var row in portal.ReadAsync(db, cancellationToken))
        {
            buffer.Write("[\n"u8);
            TransferJson.WriteHeader(json, db.PortalNumber, portal, row);
        }

        foreach (var table in PortalTables.Owned(db))
        {
            await foreach (var row in table.ReadAsync(db, cancellationToken))
            {
                json.Reset();
                buffer.Write(",\n"u8);
                TransferJson.WriteRow(json, table, row);
                if (buffer.WrittenCount > LargestPiece)
                    await FlushAsync();
            }
        }

        buffer.Write("\n]\n"u8);
        await FlushAsync();

        async Task FlushAsync()
        {
            await target.WriteAsync(buffer.WrittenMemory, cancellationToken);
            buffer.ResetWrittenCount();
        }
    }
}
