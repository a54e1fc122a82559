using System.Text;
using Capsule.Protocol;

namespace Capsule.Tests.Protocol;

/// <summary>Whatever the bytes: a reader reads them or throws ProtocolException.</summary>
public class HostileBytesTests
{
    private const int MutationsPerExample = 400;

    private static IEnumerable<string> Messages => ProtocolExamples.All.Where(name => !ProtocolExamples.CategoryOf(name).StartsWith("xport", StringComparison.Ordinal));

    [TestCaseSource(nameof(Messages))]
    public void A_message_cut_off_anywhere_is_refused(string name)
    {
        byte[] message = ProtocolExamples.Message(name);
        WireCodec codec = WireCodec.ForExample(name);

        for (int length = 0; length < message.Length; length++)
        {
            byte[] cut = message[..length];
            Assert.That(() => codec.Read(cut), Throws.TypeOf<ProtocolException>(), $"cut off at byte {length}");
        }
    }

    [TestCaseSource(nameof(Messages))]
    public void A_message_with_random_bytes_is_read_or_refused_and_what_is_read_can_be_written_and_read_again(string name)
    {
        int seed = Random.Shared.Next();
        var random = new Random(seed);
        WireCodec codec = WireCodec.ForExample(name);

        for (int round = 0; round < MutationsPerExample; round++)
        {
            byte[] mutated = Mutate(ProtocolExamples.Message(name), random);
            Assert.That(() => ReadAndWrite(codec, mutated), Throws.Nothing, $"seed {seed}, round {round}: {Convert.ToHexString(mutated)}");
        }
    }

    [TestCase("""{"event":"token","token":"t","new":""", "[", "]", "}")]
    [TestCase("""{"event":"token","token":"t","new":""", """{"a":""", "}", "}")]
    [TestCase("""{"event":"turn","turn":1,"ops":[{"event":"undo","turn":1,"new":""", "[", "]", "}]}")]
    public void A_deep_value_costs_no_stack(string start, string open, string close, string end)
    {
        const int Depth = 100_000;
        string bomb = start + Repeat(open, Depth) + "1" + Repeat(close, Depth) + end;

        Assert.That(() => ReadAndWrite(WireCodec.For("client"), Encoding.UTF8.GetBytes(bomb)), Throws.Nothing);
    }

    [Test]
    public void A_deep_value_that_never_ends_is_refused() =>
        Assert.That(() => ClientMessageJson.Read(Encoding.UTF8.GetBytes("""{"new":""" + Repeat("[", 100_000))), Throws.TypeOf<ProtocolException>());

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static void ReadAndWrite(WireCodec codec, byte[] message)
    {
        object value;
        try
        {
            value = codec.Read(message);
        }
        catch (ProtocolException)
        {
            return;
        }

        byte[] written = codec.Write(value);
        Assert.That(codec.Write(codec.Read(written)), Is.EqualTo(written));
    }

    private static byte[] Mutate(byte[] message, Random random)
    {
        ReadOnlySpan<byte> tempting = "{}[]\",:\\u0dD89nt-eE. \0"u8;
        var bytes = new List<byte>(message);
        for (int change = random.Next(1, 4); change > 0 && bytes.Count > 0; change--)
        {
            int at = random.Next(bytes.Count);
            byte letter = random.Next(3) == 0 ? (byte)random.Next(256) : tempting[random.Next(tempting.Length)];
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = letter;
                    break;
                case 1:
                    bytes.Insert(at, letter);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 5), bytes.Count - at));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 30), bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }
}
