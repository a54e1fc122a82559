using System.Text.Json;
using Capsule.Internals;

namespace Capsule.Access;

/// <summary>A call of an asynchronous method that may be made: allowed, and with arguments that fit. It runs outside of any turn.</summary>
/// <param name="Model">The model's id.</param>
/// <param name="Method">The method's name on the wire.</param>
/// <param name="Run">Runs the method, and writes its result as one value.</param>
internal sealed record PreparedCall(ModelId Model, string Method, Func<AsyncCall, Utf8JsonWriter, Task> Run);
