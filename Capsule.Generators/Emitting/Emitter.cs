using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting;

/// <summary>Writes one concern of what is generated for a model.</summary>
internal delegate void Emitter(SourceWriter writer, ModelSpec model);
