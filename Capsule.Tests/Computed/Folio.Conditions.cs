namespace Capsule.Tests.Computed;

public partial class Folio
{
    [Computed] public bool IsStuck => !Yes && A >= 8 && Lines.Count == 0;

    [Computed] public bool Compared => A < B || (L <= M && D > E) || P >= Q;

    [Computed] public bool ComparedEqual => A == B || L != M || P == Q || F == G;

    [Computed] public bool ComparedNot => D != E && P != Q && Text != Other && Yes != No;

    [Computed] public bool Logic => (Yes & No) | (Yes ^ !No);

    [Computed] public bool BothEvaluated => Yes & (A / B > 0);

    [Computed] public bool ComparedTexts => Text == Other || Note == Text;

    [Computed] public bool ComparedLetters => Letter > 'a' && Letter <= 'z';

    [Computed] public bool LiftedLess => MaybeInt < A || MaybeDecimal >= P || MaybeDouble > 0;

    [Computed] public bool LiftedEqual => MaybeInt == A || MaybeDecimal == P || MaybeAt == At || Maybe == true;

    [Computed] public bool LiftedUnequal => MaybeInt != A && MaybeDecimal != P && MaybeAt != At;

    [Computed] public string Sign => A < 0 ? "negative" : A == 0 ? "zero" : "positive";

    [Computed] public int Chosen => Yes ? A / B : No ? B / A : 0;

    [Computed] public string Switched => A switch { 0 => "none", 1 or 2 => "few", > 2 and < 10 => "some", < 0 => "owed", _ => "many" };

    [Computed] public int SwitchedText => Text switch { "" => 0, "a" => 1, { Length: > 10 } => 2, var text => text.Length };

    [Computed] public string SwitchedLevel => Level switch { Level.Low => "l", Level.Middle => "m", Level.VeryHigh => "h", _ => "?" };

    [Computed] public int Guarded => (A % 5) switch { 0 when Yes => 1, 0 => 2, var rest when rest > B => rest, _ => -1 };

    [Computed] public string Unmatched => B switch { < 0 => "-", 0 => "0" , 1 => "1", 2 => "2", _ when Yes => "+", _ => "*" };

    [Computed] public bool IsPattern => A is > 0 and (< 100 or > 1000) && B is not (0 or 1);

    [Computed] public bool IsNullPattern => Note is null || MaybeInt is not null || Back is null;

    [Computed] public bool IsPropertyPattern => this is { Text.Length: > 2, Front.Pages: >= 0, Note: not null };

    [Computed] public int IsValuePattern => MaybeInt is { } number ? number / 2 : -1;

    [Computed] public string IsDecimalPattern => P switch { 0m => "zero", > 100m => "dear", _ => "cheap" };

    [Computed] public Level Raised => Level == Level.Low ? Level.Middle : Level.VeryHigh;

    [Computed] public bool LevelOrder => Level > Level.Low && Level <= Level.VeryHigh && MaybeLevel < Level;

    [Computed] public bool LevelEqual => Level == MaybeLevel || MaybeLevel is Level.Low or null;

    [Computed] public Level? MaybeRaised => MaybeLevel == null ? null : Level;
}
