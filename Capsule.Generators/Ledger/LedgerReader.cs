using System.Globalization;
using Capsule.Generators.Models;

namespace Capsule.Generators.Ledger;

/// <summary>A ledger's text → what it holds. A text of nothing but space is a ledger that has nothing yet.</summary>
internal sealed class LedgerReader
{
    private const int Format = 1;

    private readonly LedgerPlaces _places = new();

    private LedgerReader()
    {
    }

    public static LedgerReading Read(string text)
    {
        var reader = new LedgerReader();
        try
        {
            return new(text.Trim().Length == 0 ? LedgerDocument.Empty : reader.Document(JsonReader.Read(text)), null, reader._places);
        }
        catch (LedgerFormatException problem)
        {
            return new(null, problem, reader._places);
        }
    }

    private LedgerDocument Document(JsonValue value)
    {
        LedgerDocument document = LedgerDocument.Empty;
        int format = 0;
        foreach (JsonMember member in Members(value, "A ledger"))
        {
            switch (member.Name.Text)
            {
                case LedgerNames.Format:
                    format = Number(member.Value);
                    break;
                case LedgerNames.Models:
                    document = new(Members(member.Value, "The list of models").Select(Model).OrderBy(static model => model.Name, StringComparer.Ordinal).ToEquatableArray());
                    break;
                default:
                    throw Unknown(member.Name);
            }
        }

        return format == Format
            ? document
            : throw new LedgerFormatException($"\"{LedgerNames.Format}\" must be {Format}: this is no ledger, or one of a newer Capsule.", value.Start, Math.Min(value.Start + 1, value.End));
    }

    private LedgerModel Model(JsonMember model)
    {
        var read = new LedgerModel(model.Name.Text, default);
        var members = new List<LedgerMember>();
        _places.AddModel(model.Name);
        foreach (JsonMember member in Members(model.Value, "A model"))
        {
            switch (member.Name.Text)
            {
                case LedgerNames.Was:
                    read = read with { Was = Names(member.Value) };
                    break;
                case LedgerNames.Removed:
                    read = read with { IsRemoved = Boolean(member.Value) };
                    break;
                case LedgerNames.Since:
                    read = read with { Since = Number(member.Value) };
                    break;
                case LedgerNames.Past:
                    read = read with { Past = Members(member.Value, "The past").Select(Past).OrderBy(static past => past.Until).ToEquatableArray() };
                    break;
                case LedgerNames.Members or LedgerNames.Methods:
                    members.AddRange(Members(member.Value, "The list of members").Select(one => Member(model.Name.Text, one, member.Name.Text == LedgerNames.Methods)));
                    break;
                default:
                    throw Unknown(member.Name);
            }
        }

        return read with { Members = LedgerModel.Sort(members) };
    }

    private LedgerMember Member(string model, JsonMember member, bool isMethod)
    {
        LedgerMember read = new("", member.Name.Text, "");
        JsonValue? number = null;
        foreach (JsonMember fact in Members(member.Value, "A member"))
        {
            read = fact.Name.Text switch
            {
                LedgerNames.Number => read with { Number = Number(number = fact.Value) },
                LedgerNames.Access => read with { Access = Text(fact.Value) },
                LedgerNames.Was => read with { Was = Names(fact.Value) },
                LedgerNames.WasNullable => read with { WasNullable = Boolean(fact.Value) },
                LedgerNames.Removed => read with { IsRemoved = Boolean(fact.Value) },
                { } kind when MemberKinds.All.Contains(kind) && isMethod == (kind == MemberKinds.Method) => read with { Kind = kind, Type = Text(fact.Value) },
                _ => throw Unknown(fact.Name),
            };
        }

        if (read.Kind.Length == 0)
        {
            throw new LedgerFormatException($"'{read.Name}' has neither kind nor type.", member.Name.Start, member.Name.End);
        }

        if (number is not null)
        {
            _places.AddNumber(model, read, number);
        }

        return read;
    }

    private static PastHash Past(JsonMember past) =>
        int.TryParse(past.Name.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int until) && until > 0
        && Text(past.Value) is { Length: 16 } hash && ulong.TryParse(hash, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _)
            ? new(until, hash)
            : throw new LedgerFormatException("The past has numbers of versions and hashes of 16 hexadecimal digits.", past.Name.Start, past.Value.End);

    private static IReadOnlyList<JsonMember> Members(JsonValue value, string what) =>
        value is JsonObject { Members: var members } ? members : throw Wrong(value, $"{what} is an object.");

    private static string Text(JsonValue value) => value is JsonText { Text: var text } ? text : throw Wrong(value, "This is a text.");

    private static int Number(JsonValue value) => value is JsonNumber { Number: > 0 and var number } ? number : throw Wrong(value, "This is a number from 1 on.");

    private static bool Boolean(JsonValue value) => value is JsonBoolean { IsTrue: var isTrue } ? isTrue : throw Wrong(value, "This is true or false.");

    private static EquatableArray<string> Names(JsonValue value) =>
        value is JsonArray { Items: var items } ? items.Select(Text).ToEquatableArray() : throw Wrong(value, "This is a list of names.");

    private static LedgerFormatException Wrong(JsonValue value, string message) => new(message, value.Start, value.End);

    private static LedgerFormatException Unknown(JsonText name) => new($"A ledger has no '{name.Text}' here.", name.Start, name.End);
}
