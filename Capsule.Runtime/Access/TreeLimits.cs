using System.Text.Json;
using Capsule.Internals;
using Capsule.Protocol;

namespace Capsule.Access;

/// <summary>How far a tree may grow. The names of the options are in the errors.</summary>
internal sealed record TreeLimits(int MaxModelsPerTree, int MaxDepth, int MaxStringBytes, int MaxScheduledCalls)
{
    /// <summary>For a tree that no host keeps.</summary>
    public static TreeLimits None { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);

    /// <exception cref="CapsuleException"><see cref="ErrorCode.TooLarge"/>.</exception>
    public void CheckText(Op op)
    {
        if (MaxStringBytes == int.MaxValue)
        {
            return;
        }

        RawJson json = op switch
        {
            SetOp set => set.Change,
            AddOp add => add.Data,
            CallOp call => call.Args,
            _ => RawJson.Null,
        };

        var reader = new Utf8JsonReader(json.Utf8.Span, CapsuleJson.ReaderOptions);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueSpan.Length > MaxStringBytes)
            {
                throw new CapsuleException(
                    ErrorCode.TooLarge, $"A text has {reader.ValueSpan.Length} bytes; {nameof(InProcessHostOptions.MaxStringBytes)} allows {MaxStringBytes}.");
            }
        }
    }

    /// <summary>Of an item that was just put in.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.TooLarge"/>.</exception>
    public void CheckGrowth(ModelTree tree, CapsuleModel item)
    {
        if (tree.Count > MaxModelsPerTree)
        {
            throw new CapsuleException(ErrorCode.TooLarge, $"The tree is full: {nameof(InProcessHostOptions.MaxModelsPerTree)} allows {MaxModelsPerTree} models.");
        }

        if (MaxDepth != int.MaxValue && DepthOf(item) + Height(item) > MaxDepth)
        {
            throw new CapsuleException(ErrorCode.TooLarge, $"The tree is too deep here: {nameof(InProcessHostOptions.MaxDepth)} allows {MaxDepth} models.");
        }
    }

    private static int DepthOf(CapsuleModel item)
    {
        int depth = 0;
        for (CapsuleModel? above = item.Parent; above is not null; above = above.Parent)
        {
            depth++;
        }

        return depth;
    }

    private static int Height(CapsuleModel model)
    {
        int below = 0;
        for (int index = 0; index < model.ModelType.Children.Length; index++)
        {
            below = Math.Max(below, model.ChildAt(index) is { } child ? Height(child) : 0);
        }

        for (int index = 0; index < model.ModelType.Collections.Length; index++)
        {
            foreach (CapsuleModel item in model.CollectionAt(index).Items)
            {
                below = Math.Max(below, Height(item));
            }
        }

        return below + 1;
    }
}
