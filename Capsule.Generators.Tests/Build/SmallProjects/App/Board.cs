using Capsule.Internals;

[assembly: CapsuleMirror("Board", "App.Board", new string[] { "Comment" }, """
    /** A Board. */
    export class Board extends capsule.Model<BoardSchema> {}
    """, "", "")]

namespace App;

public class Board;
