using System.ComponentModel.DataAnnotations;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Capsule.Tests.Validation;

[CapsuleModel]
public partial class Survey
{
    [ClientEditable] public partial int From { get; set; }

    [ClientEditable] public partial int To { get; set; }

    [ServerOnly, Required] public partial string Secret { get; set; }

    [ChildCollection] public partial ModelCollection<Question> Questions { get; }

    [Exposed] public void Shift(int by) => (From, To) = (From + by, To - by);

    [Exposed]
    public void Ask(string text)
    {
        Question question = Questions.Add(new Question { Text = text, Points = 99 });
        question.Answers.Add(new Answer { Text = text });
    }

    protected override bool CanEdit(CapsuleUser user) => true;

    protected override IEnumerable<ValidationFailure> ValidateModel()
    {
        if (From > To)
        {
            yield return new("to", "The end must not be before the beginning.");
        }

        if (From < 0)
        {
            yield return new("secret", "No.");
        }
    }
}

[CapsuleModel]
public partial class Question
{
    [ClientEditable, Required, StringLength(20)] public partial string Text { get; set; }

    [ClientEditable, Range(0, 10)] public partial int Points { get; set; } = 3;

    [Required] public partial string Owner { get; set; }

    [ChildCollection] public partial ModelCollection<Answer> Answers { get; }

    [Exposed] public void Blank() => Text = "";

    [Exposed] public void Forget() => Answers.RemoveAt(0);

    protected override IEnumerable<ValidationFailure> ValidateModel()
    {
        if (Answers.Count > 3)
        {
            yield return new(null, "There are three answers at most.");
        }

        if (Points == 10 && Answers.Count == 0)
        {
            yield return new(null, "Ten points need an answer.");
        }
    }
}

[CapsuleModel]
public partial class Answer
{
    [ClientEditable, Required] public partial string Text { get; set; }

    protected override IEnumerable<ValidationFailure> ValidateModel() => Text == "42" ? [new("text", "Not that one.")] : [];
}
