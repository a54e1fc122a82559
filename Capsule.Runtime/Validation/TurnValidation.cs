using Capsule.Changes;

namespace Capsule.Validation;

/// <summary>Checks what a client's turn sets and adds. Everything runs in a turn that a failure undoes.</summary>
internal sealed class TurnValidation
{
    private readonly Dictionary<CapsuleModel, int> _touched = [];
    private readonly List<string> _messages = [];

    /// <summary>The models that ops, or methods that ops called, have set, added, or given or taken something below them, each with the last op that did so.</summary>
    public IReadOnlyDictionary<CapsuleModel, int> Touched => _touched;

    /// <summary>Checks an attribute that the op has set.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>.</exception>
    public void DemandAttribute(CapsuleModel model, int attribute, int op)
    {
        _touched[model] = op;
        model.ValidateAttribute(attribute, _messages);
        if (_messages.Count > 0)
        {
            throw new CapsuleException(ErrorCode.Invalid, _messages[0], model.ModelType.Attributes[attribute].Name);
        }
    }

    /// <summary>Checks an item that the op has put in, with all below it: each attribute that the client could have given. What only the server
    /// sets is not the client's to answer for.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>.</exception>
    public void DemandAdded(CapsuleModel item, int op) => Visit(item, model =>
    {
        for (int attribute = 0; attribute < model.ModelType.Attributes.Length; attribute++)
        {
            if (model.ModelType.Attributes[attribute].Access.HasFlag(AttributeAccess.ClientEditable))
            {
                DemandAttribute(model, attribute, op);
            }
        }
    });

    /// <summary>Notes which models a method, or an undo, has changed, whose own rules are asked about that. Those on attributes are for what clients give, and a method is the server's own code.</summary>
    /// <param name="log">The turn's log.</param>
    /// <param name="dirty">How many models had been changed before.</param>
    /// <param name="op">The op that called it.</param>
    public void NoteChanged(ChangeLog log, int dirty, int op)
    {
        for (; dirty < log.Dirty.Count; dirty++)
        {
            _touched[log.Dirty[dirty].Model] = op;
        }
    }

    /// <summary>Notes what came, and whose collections it came into and went from: their own rules are asked about that.</summary>
    /// <param name="log">The turn's log.</param>
    /// <param name="structure">How many steps of structure there had been.</param>
    /// <param name="op">The op that did it.</param>
    public void NoteStructure(ChangeLog log, int structure, int op)
    {
        for (; structure < log.Structure.Count; structure++)
        {
            (StructureKind kind, CapsuleModel item, ModelCollection? from, _, ModelCollection? to, _) = log.Structure[structure];
            if (kind == StructureKind.Insert)
            {
                Visit(item, model => _touched[model] = op);
            }

            if (from != to)
            {
                NoteOwner(from, op);
                NoteOwner(to, op);
            }
        }
    }

    private void NoteOwner(ModelCollection? collection, int op)
    {
        if (collection is not null)
        {
            _touched[collection.Owner] = op;
        }
    }

    private static void Visit(CapsuleModel item, Action<CapsuleModel> visit) => Subtree.Visit(item, node =>
    {
        if (node is CapsuleModel model)
        {
            visit(model);
        }
    });

    /// <summary>Asks the model's own rules, when all ops are done.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>.</exception>
    public static void DemandModel(CapsuleModel model)
    {
        foreach (ValidationFailure failure in model.ValidateModel())
        {
            throw new CapsuleException(ErrorCode.Invalid, failure.Message, PublicName(model.ModelType, failure.Attribute));
        }
    }

    /// <summary>The name, unless clients must not know it.</summary>
    private static string? PublicName(ModelType type, string? name) =>
        name is not null && type.IndexOfAttribute(name) is >= 0 and int attribute && type.Attributes[attribute].Access.HasFlag(AttributeAccess.ServerOnly)
            ? null
            : name;
}
