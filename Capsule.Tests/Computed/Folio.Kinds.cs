#pragma warning disable CA1826 // Each way to write it is here, not the best alone.

namespace Capsule.Tests.Computed;

public partial class Folio
{
    [Computed] public bool FirstIsSlip => Inserts.FirstOrDefault() is Slip;

    [Computed] public bool FirstIsNotSlip => Inserts.FirstOrDefault() is not Slip;

    [Computed] public string? FirstNote => Inserts.FirstOrDefault() is Slip { Note.Length: > 0 } slip ? slip.Note : null;

    [Computed] public int Kinds => Inserts.Sum(insert => insert switch { Tab => 100, Slip => 10, _ => 1 });

    [Computed] public int Slips => Inserts.OfType<Slip>().Count() + Inserts.OfType<Tab>().Count(tab => tab.IsRed || tab.Width > 0);

    [Computed] public int AllInserts => Inserts.OfType<Insert>().Count() + Lines.OfType<Line>().Count();

    [Computed] public string NotesOfSlips => string.Join("|", Inserts.OfType<Slip>().Select(slip => slip.Note));

    [Computed] public int CastNote => ((Slip)Inserts.First()).Note.Length;

    [Computed] public bool AsSlip => (Inserts.LastOrDefault() as Slip)?.Note == "a" || Inserts.LastOrDefault() as Tab != null;

    [Computed] public int WidthOfSlips => Inserts.Where(insert => insert is Slip or Divider).Count(insert => insert.Width > 0);
}
