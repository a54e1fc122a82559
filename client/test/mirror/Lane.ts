// Written by hand, as the build writes mirrors.
import * as capsule from "capsule-client";
import * as computed from "capsule-client/computed";
import { Board } from "./Board.js";
import { Card, type CardInput } from "./Card.js";

/** The types of {@link Lane}: attributes, what a client may edit, children, methods. */
export interface LaneSchema {
  attributes: {
    title: string;
  };
  editable: "title";
  input: LaneInput;
  collections: { cards: Card };
  models: { aside: Lane | null };
  methods: {};
  computed: { stuck: readonly string[]; isFirst: boolean };
}

/** What a client may give when it adds a `lane`. */
export interface LaneInput {
  title?: string;
  cards?: readonly CardInput[];
  aside?: LaneInput;
}

/** A lane of the board. */
export class Lane extends capsule.Model<LaneSchema> {
  static readonly metadata: capsule.ModelMetadata = {
    type: "lane",
    hash: "00000000000000f3",
    attributes: {
      title: { kind: "string", editable: true },
    },
    collections: { cards: () => Card },
    models: { aside: () => Lane },
    computed: {
      stuck: ["card.comments", "card.done", "card.points", "lane.cards"],
      isFirst: ["*.parent", "board.lanes"],
    },
  };

  /** The title. */
  get title(): string { return this.get("title"); }
  set title(value: string) { this.assign("title", value); }

  get cards(): capsule.Collection<Card> { return this.children("cards"); }
  get aside(): Lane | null { return this.child("aside"); }

  /** The titles of the cards on which nothing goes on. */
  get stuck(): readonly string[] {
    const self: any = this;
    return (computed.list(computed.select(computed.where(self.cards, (card) => card.isStuck), (card) => card.title))) as readonly string[];
  }

  get isFirst(): boolean {
    const self: any = this;
    return computed.itemAt(computed.ancestor(self, Board).lanes, 0) === self;
  }
}
