using System.Globalization;

namespace Capsule.Benchmarks.Measuring;

/// <summary>Prints figures, a line for each and its yardstick, and a line for each further peer.</summary>
internal static class Report
{
    public static void Print(TextWriter output, IEnumerable<Figure> figures)
    {
        output.WriteLine("| what | median (range) | unit | B | peer | its median (range) | its B | ratio | aim | |");
        output.WriteLine("| --- | ---: | --- | ---: | --- | ---: | ---: | ---: | --- | --- |");
        foreach (Figure figure in figures)
        {
            for (int index = 0; index < figure.Peers.Count; index++)
            {
                output.WriteLine(Line(figure, figure.Peers[index], isFirst: index == 0));
            }
        }
    }

    private static string Line(Figure figure, Measurement peer, bool isFirst)
    {
        string own = isFirst
            ? string.Create(CultureInfo.InvariantCulture, $"| {figure.What} | {figure.Own.In(figure.Unit)} | {figure.Unit.Name} | {figure.Own.Bytes:0.#} ")
            : "| | | | ";
        string aim = isFirst ? $"| {figure.Aim} | {Verdict(figure)} |" : "| | |";
        return string.Create(CultureInfo.InvariantCulture, $"{own}| {peer.Name} | {peer.In(figure.Unit)} | {peer.Bytes:0.#} | {Ratio(figure.RatioTo(peer))} {aim}");
    }

    private static string Ratio(double ratio) => ratio.ToString(ratio < 0.1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture);

    private static string Verdict(Figure figure) => figure.Aim.Length == 0 ? "" : figure.IsMissed ? "MISSED" : "met";
}
