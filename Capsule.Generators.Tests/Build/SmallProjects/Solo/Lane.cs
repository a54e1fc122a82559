using Capsule.Internals;

[assembly: CapsuleMirror("Lane", "Solo.Lane", new string[] {  }, """
    /** A Lane. */
    export class Lane extends capsule.Model<LaneSchema> {}
    """, "", "")]

namespace Solo;

public class Lane;
