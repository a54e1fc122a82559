namespace Capsule.Generators.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private static readonly DiagnosticCase[] Validation =
    [
        Ruled("CAP0033", "a range of a bool", "[[|Range(0, 1)|]] public partial bool Done { get; set; }",
            "[Range] cannot check 'Done', because it checks a number, or, with bounds as texts, a date or time: remove it, or change the type"),
        Ruled("CAP0033", "a range of a text", "[[|Range(0, 1)|]] public partial string Title { get; set; }",
            "[Range] cannot check 'Title', because it checks a number, or, with bounds as texts, a date or time: remove it, or change the type"),
        Ruled("CAP0033", "a range of another type", "[[|Range(typeof(double), \"0\", \"1\")|]] public partial int Count { get; set; }",
            "[Range] cannot check 'Count', because it checks a 'double': remove it, or change the type"),
        Ruled("CAP0033", "the length of a number", "[ClientEditable, [|StringLength(3)|]] public partial int Count { get; set; }",
            "[StringLength] cannot check 'Count', because it checks a string: remove it, or change the type"),
        Ruled("CAP0033", "the length of a date", "[[|MinLength(3)|]] public partial DateTimeOffset When { get; set; }",
            "[MinLength] cannot check 'When', because it checks a string, a list, a dictionary or bytes: remove it, or change the type"),
        Ruled("CAP0033", "a list that is an address", "[[|EmailAddress|]] public partial IReadOnlyList<string> Addresses { get; set; }",
            "[EmailAddress] cannot check 'Addresses', because it checks a string: remove it, or change the type"),
        Ruled("CAP0033", "numbers as bounds of a date", "[[|Range(1, 2)|]] public partial DateOnly Day { get; set; }",
            "[Range] cannot check 'Day', because it checks a number, or, with bounds as texts, a date or time: remove it, or change the type"),
        Ruled("CAP0033", "bounds of a date on an instant", "[[|Range(typeof(DateTime), \"2026-03-01\", \"2026-03-02\")|]] public partial DateTimeOffset When { get; set; }",
            "[Range] cannot check 'When', because it checks a 'System.DateTime': remove it, or change the type"),
        Ruled("CAP0034", "an open bracket", "[[|RegularExpression(\"[a\")|]] public partial string Title { get; set; }",
            "The regular expression of [RegularExpression] on 'Title' is not valid. Invalid pattern '[a' at offset 2. Unterminated [] set."),
        Ruled("CAP0034", "an empty expression", "[[|RegularExpression(\"\")|]] public partial string Title { get; set; }",
            "The regular expression of [RegularExpression] on 'Title' is not valid. It is empty."),
        Ruled("CAP0035", "a range the wrong way round", "[[|Range(3, 1)|]] public partial int Count { get; set; }",
            "[Range] on 'Count' cannot be kept: nothing is between 3 and 1"),
        Ruled("CAP0035", "a range of nothing", "[[|Range(1.5, 1.5, MaximumIsExclusive = true)|]] public partial double Count { get; set; }",
            "[Range] on 'Count' cannot be kept: nothing is between 1.5 and 1.5"),
        Ruled("CAP0035", "a bound that is no number", "[[|Range(typeof(int), \"one\", \"2\")|]] public partial int Count { get; set; }",
            "[Range] on 'Count' cannot be kept: 'one' and '2' must be numbers of that type as C# writes them"),
        Ruled("CAP0035", "a bound beyond its type", "[[|Range(typeof(byte), \"0\", \"256\")|]] public partial byte Count { get; set; }",
            "[Range] on 'Count' cannot be kept: '0' and '256' must be numbers of that type as C# writes them"),
        Ruled("CAP0035", "a number of another culture", "[[|Range(typeof(decimal), \"0,01\", \"99,99\")|]] public partial decimal Price { get; set; }",
            "[Range] on 'Price' cannot be kept: '0,01' and '99,99' must be numbers of that type as C# writes them"),
        Ruled("CAP0035", "a date that cultures read differently", "[[|Range(typeof(DateTime), \"03/01/2026\", \"03/31/2026\")|]] public partial DateTime When { get; set; }",
            "[Range] on 'When' cannot be kept: '03/01/2026' and '03/31/2026' must be such as 2026-03-01T23:59:59, without a zone: values are UTC, and no culture reads that differently"),
        Ruled("CAP0035", "an instant without an offset", "[[|Range(typeof(DateTimeOffset), \"2026-03-01T00:00:00\", \"2026-03-31T00:00:00Z\")|]] public partial DateTimeOffset When { get; set; }",
            "[Range] on 'When' cannot be kept: '2026-03-01T00:00:00' and '2026-03-31T00:00:00Z' must be such as 2026-03-01T23:59:59+01:00, with an offset: else it would be that of the machine"),
        Ruled("CAP0035", "days the wrong way round", "[[|Range(typeof(DateOnly), \"2026-03-02\", \"2026-03-01\")|]] public partial DateOnly Day { get; set; }",
            "[Range] on 'Day' cannot be kept: nothing is between 03/02/2026 and 03/01/2026"),
        Ruled("CAP0035", "a time that is a day", "[[|Range(typeof(TimeOnly), \"08:00\", \"24:00\")|]] public partial TimeOnly At { get; set; }",
            "[Range] on 'At' cannot be kept: '08:00' and '24:00' must be times such as 23:59:59, which no culture reads differently"),
        Ruled("CAP0035", "a length of time in words", "[[|Range(typeof(TimeSpan), \"0\", \"an hour\")|]] public partial TimeSpan For { get; set; }",
            "[Range] on 'For' cannot be kept: '0' and 'an hour' must be lengths of time such as 1.12:00:00"),
        Ruled("CAP0035", "a least length above the greatest", "[[|StringLength(3, MinimumLength = 4)|]] public partial string Title { get; set; }",
            "[StringLength] on 'Title' cannot be kept: no length is at least 4 and at most 3"),
        Ruled("CAP0035", "a negative length", "[[|MinLength(-2)|]] public partial string Title { get; set; }",
            "[MinLength] on 'Title' cannot be kept: a length is 0 or more"),
        Ruled("CAP0035", "no length at all", "[[|MaxLength(0)|]] public partial string Title { get; set; }",
            "[MaxLength] on 'Title' cannot be kept: a greatest length is 1 or more"),
        Ruled("CAP0036", "a placeholder too many", "[[|Required(ErrorMessage = \"{0} {1}\")|]] public partial string Title { get; set; }",
            "The message of [Required] on 'Title' cannot be formatted: its placeholders go from {0} to {0}, and a brace of the text itself is written twice"),
        Ruled("CAP0036", "half a resource", "[[|Url(ErrorMessageResourceName = \"Bad\")|]] public partial string Title { get; set; }",
            "The message of [Url] on 'Title' cannot be formatted: it needs either ErrorMessage or both ErrorMessageResourceType and ErrorMessageResourceName"),
        Ruled("CAP0036", "a resource without the text", "[[|Url(ErrorMessageResourceType = typeof(Note), ErrorMessageResourceName = \"Bad\")|]] public partial string Title { get; set; }",
            "The message of [Url] on 'Title' cannot be formatted: 'Note' has no static property 'Bad' with a text"),
        Ruled("CAP0036", "a label without its text", "[Display(Name = \"Bad\", ResourceType = typeof(Note)), [|Url|]] public partial string Title { get; set; }",
            "The message of [Url] on 'Title' cannot be formatted: the resource of its [Display] has no such text"),
    ];

    private static DiagnosticCase Ruled(string id, string name, string members, string message)
    {
        DiagnosticCase plain = InCard(id, name, members, message);
        return plain with { Source = "using System.ComponentModel.DataAnnotations;\n" + plain.Source };
    }
}
