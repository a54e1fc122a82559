namespace Capsule.Generators.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private static readonly DiagnosticCase[] Validation =
    [
        Ruled("CAP0033", "a range of a bool", "[[|Range(0, 1)|]] public partial bool Done { get; set; }",
            "[Range] cannot check 'Done', because it checks an int or a double: remove it, or change the type"),
        Ruled("CAP0033", "a range of a text", "[[|Range(0, 1)|]] public partial string Title { get; set; }",
            "[Range] cannot check 'Title', because it checks an int or a double: remove it, or change the type"),
        Ruled("CAP0033", "a range of another type", "[[|Range(typeof(double), \"0\", \"1\")|]] public partial int Count { get; set; }",
            "[Range] cannot check 'Count', because it checks a 'double': remove it, or change the type"),
        Ruled("CAP0033", "the length of a number", "[ClientEditable, [|StringLength(3)|]] public partial int Count { get; set; }",
            "[StringLength] cannot check 'Count', because it checks a string: remove it, or change the type"),
        Ruled("CAP0033", "the length of a date", "[[|MinLength(3)|]] public partial DateTimeOffset When { get; set; }",
            "[MinLength] cannot check 'When', because it checks a string or a list: remove it, or change the type"),
        Ruled("CAP0033", "a list that is an address", "[[|EmailAddress|]] public partial IReadOnlyList<string> Addresses { get; set; }",
            "[EmailAddress] cannot check 'Addresses', because it checks a string: remove it, or change the type"),
        Ruled("CAP0034", "an open bracket", "[[|RegularExpression(\"[a\")|]] public partial string Title { get; set; }",
            "The regular expression of [RegularExpression] on 'Title' is not valid. Invalid pattern '[a' at offset 2. Unterminated [] set."),
        Ruled("CAP0034", "an empty expression", "[[|RegularExpression(\"\")|]] public partial string Title { get; set; }",
            "The regular expression of [RegularExpression] on 'Title' is not valid. It is empty."),
        Ruled("CAP0035", "a range the wrong way round", "[[|Range(3, 1)|]] public partial int Count { get; set; }",
            "[Range] on 'Count' cannot be kept: no number is between 3 and 1"),
        Ruled("CAP0035", "a range of nothing", "[[|Range(1.5, 1.5, MaximumIsExclusive = true)|]] public partial double Count { get; set; }",
            "[Range] on 'Count' cannot be kept: no number is between 1.5 and 1.5"),
        Ruled("CAP0035", "a bound that is no number", "[[|Range(typeof(int), \"one\", \"2\")|]] public partial int Count { get; set; }",
            "[Range] on 'Count' cannot be kept: 'one' and '2' must be numbers as C# writes them"),
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
