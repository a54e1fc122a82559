using System.Buffers;
using System.Text.Json;
using Capsule.Internals;
using Capsule.Protocol;

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
        Utf8JsonReader reader = Open(arguments);
        turn.Services.NextCall();
        model.Call(method, ref reader, turn, writer);
        writer.Flush();
        return new(buffer.WrittenMemory);
    }

    /// <summary>Reads the arguments of an asynchronous method, which is to run later.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the arguments do not fit.</exception>
    public static PreparedCall Prepare(CapsuleModel model, int method, RawJson arguments)
    {
        Utf8JsonReader reader = Open(arguments);
        return new(model.Id, model.ModelType.Methods[method].Name, model.PrepareCall(method, ref reader));
    }

    /// <summary>Runs an asynchronous method.</summary>
    /// <returns>The result, as JSON; null for a method without one.</returns>
    public static async Task<RawJson> RunAsync(PreparedCall call, AsyncCall context)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new Utf8JsonWriter(buffer, CapsuleJson.WriterOptions);
        await using (writer.ConfigureAwait(false))
        {
            await call.Run(context, writer).ConfigureAwait(false);
        }

        return new(buffer.WrittenMemory);
    }

    private static Utf8JsonReader Open(RawJson arguments)
    {
        Utf8JsonReader reader = arguments.CreateReader();
        return !arguments.IsAbsent && reader.Read() && reader.TokenType == JsonTokenType.StartArray
            ? reader
            : throw new CapsuleException(ErrorCode.Invalid, "The arguments of a call must be a list.");
    }
}
