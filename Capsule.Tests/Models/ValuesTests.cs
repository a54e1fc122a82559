namespace Capsule.Tests.Models;

/// <summary>Not a digit, tick or byte is lost on the way to JSON and back.</summary>
public sealed class ValuesTests
{
    [TestCase(false)]
    [TestCase(true)]
    public void What_is_exported_is_imported_again(bool lowest)
    {
        var values = new Values
        {
            AByte = byte.MaxValue,
            ASByte = sbyte.MinValue,
            AInt16 = short.MinValue,
            AUInt16 = ushort.MaxValue,
            AUInt32 = uint.MaxValue,
            AInt64 = lowest ? long.MinValue : long.MaxValue,
            AUInt64 = ulong.MaxValue,
            ASingle = lowest ? -0f : float.Epsilon,
            ADecimal = lowest ? decimal.MinValue : 1.00m,
            MaybeDecimal = lowest ? new decimal(0, 0, 0, true, 2) : 0.0000000000000000000000000001m,
            Letter = '\0',
            Moment = lowest ? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc) : DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
            Day = lowest ? DateOnly.MinValue : DateOnly.MaxValue,
            Clock = lowest ? TimeOnly.MinValue : TimeOnly.MaxValue,
            Span = lowest ? TimeSpan.MinValue : TimeSpan.MaxValue,
            Bytes = new byte[] { 0, 255, 128 },
            Address = new Uri("HTTP://Example.org:80/ä?q#Fragment"),
            Table = [[1.5, null, -0.0], []],
            Prices = new Dictionary<string, decimal> { ["__proto__"] = 1.0m, [""] = 2.00m },
            Parcel = new(["a"]) { Total = new(3.50m, Mood.VeryGlad), PaidAt = DateTime.UnixEpoch },
        };
        string json = values.Xport();
        TestContext.Out.WriteLine(json);
        var copy = new Values();
        copy.Mport(json);
        Assert.That(copy.Xport(), Is.EqualTo(json));
        Assert.That((copy.AInt64, copy.Span, copy.Clock, copy.Moment, copy.Letter), Is.EqualTo((values.AInt64, values.Span, values.Clock, values.Moment, values.Letter)));
        Assert.That(copy.Moment.Kind, Is.EqualTo(DateTimeKind.Utc));
        Assert.That(copy.Parcel!.Total, Is.EqualTo(values.Parcel!.Total));
    }
}
