using Capsule.Internals;

[assembly: CapsuleMirror("Card", "Solo.Card", new string[] { "Lane" }, """
    /** A Card. */
    export class Card extends capsule.Model<CardSchema> {}
    """, "", "")]

namespace Solo;

public class Card;
