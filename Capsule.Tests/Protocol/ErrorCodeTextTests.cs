using System.Text.Json;
using Capsule.Protocol;

namespace Capsule.Tests.Protocol;

public class ErrorCodeTextTests
{
    [TestCaseSource(nameof(Codes))]
    public void A_code_is_written_in_camel_case_and_read_back(ErrorCode code)
    {
        string text = code.ToWireText();

        Assert.That(text, Is.EqualTo(JsonNamingPolicy.CamelCase.ConvertName(code.ToString())));
        Assert.That(ErrorCodeText.TryParse(text, out ErrorCode read), Is.True);
        Assert.That(read, Is.EqualTo(code));
    }

    [TestCase("")]
    [TestCase("Forbidden")]
    [TestCase("unheardOf")]
    public void Another_text_is_no_code(string text) => Assert.That(ErrorCodeText.TryParse(text, out _), Is.False);

    [Test]
    public void Close_codes_are_those_of_the_protocol()
    {
        var closing = Codes().Where(code => code.ToCloseCode() is not null).ToDictionary(code => code.ToWireText(), code => code.ToCloseCode());

        Assert.That(closing, Is.EquivalentTo(new Dictionary<string, int?>
        {
            ["unauthenticated"] = 4001,
            ["forbidden"] = 4003,
            ["notFound"] = 4004,
            ["expired"] = 4008,
            ["superseded"] = 4009,
            ["schema"] = 4010,
            ["rateLimited"] = 4029,
            ["closing"] = 4030,
        }));
    }

    [Test]
    public void What_is_no_member_of_the_enum_has_no_text() =>
        Assert.That(() => ((ErrorCode)99).ToWireText(), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static ErrorCode[] Codes() => Enum.GetValues<ErrorCode>();
}
