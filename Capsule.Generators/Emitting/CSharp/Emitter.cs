using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>Writes one concern of a model's generated half.</summary>
internal delegate void Emitter(SourceWriter writer, ModelSpec model);
