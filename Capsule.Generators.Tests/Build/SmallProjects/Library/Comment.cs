using Capsule.Internals;

[assembly: CapsuleMirror("Comment", "Library.Comment", new string[] {  }, """
    /** A Comment. */
    export class Comment extends capsule.Model<CommentSchema> {}
    """, "", "")]

namespace Library;

public class Comment;
