using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Which models of a compilation can stand below which.</summary>
internal sealed class ModelPlaces
{
    private readonly HashSet<ISymbol> _items = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<ISymbol, List<INamedTypeSymbol>> _parents = new(SymbolEqualityComparer.Default);

    public ModelPlaces(IEnumerable<INamedTypeSymbol> models)
    {
        foreach (INamedTypeSymbol model in models)
        {
            foreach (ITypeSymbol item in ModelMembers.Collections(model).Select(static one => PropertyParser.ItemType(one.Type)).OfType<ITypeSymbol>())
            {
                _items.Add(item);
                Add(item, model);
            }

            foreach (IPropertySymbol child in ModelMembers.Children(model))
            {
                Add(child.Type, model);
            }
        }
    }

    /// <summary>Whether a collection holds the model.</summary>
    public bool IsItem(INamedTypeSymbol model) => ModelMembers.Bases(model).Prepend(model).Any(_items.Contains);

    /// <summary>The model, what it derives from, and all that can stand above it.</summary>
    public IEnumerable<INamedTypeSymbol> WithAllAbove(INamedTypeSymbol model)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { model };
        var open = new Stack<INamedTypeSymbol>([model]);
        while (open.Count > 0)
        {
            INamedTypeSymbol next = open.Pop();
            yield return next;
            foreach (INamedTypeSymbol above in ModelMembers.Bases(next).Concat(_parents.TryGetValue(next, out List<INamedTypeSymbol>? parents) ? parents : []))
            {
                if (seen.Add(above))
                {
                    open.Push(above);
                }
            }
        }
    }

    private void Add(ITypeSymbol below, INamedTypeSymbol parent)
    {
        if (!_parents.TryGetValue(below, out List<INamedTypeSymbol>? parents))
        {
            _parents.Add(below, parents = []);
        }

        parents.Add(parent);
    }
}
