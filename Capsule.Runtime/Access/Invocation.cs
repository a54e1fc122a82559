using System.Buffers;
using System.Text.Json;
using Capsule.Internals;

namespace Capsule.Access;

/// <summary>Runs an exposed method.</summary>
internal static class Invocation
{
    /// <returns>The result, as JSON; null for a method without one.</returns>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the arguments do not fit. <see cref="ErrorCode.Failed"/>: the method threw.</exception>
    public static RawJson Run(CapsuleModel model, int method, RawJson arguments, TurnContext turn)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, CapsuleJson.WriterOptions);
        Utf8JsonReader reader = arguments.CreateReader();
        if (arguments.IsAbsent || !reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            throw new CapsuleException(ErrorCode.Invalid, "The arguments of a call must be a list.");
        }

        model.Call(method, ref reader, turn, writer);
        writer.Flush();
        return new(buffer.WrittenMemory);
    }
}
