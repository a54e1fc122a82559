using Capsule.Internals;

[assembly: CapsuleMirror("Plan", "Frameworks.Plan", new string[] {  }, """
    /** A Plan. */
    export class Plan extends capsule.Model<PlanSchema> {}
    """, "", "")]

namespace Frameworks;

public class Plan;
