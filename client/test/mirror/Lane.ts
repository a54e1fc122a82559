// Written by hand, as the build writes mirrors.
import * as capsule from "capsule-client";
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
  };

  /** The title. */
  get title(): string { return this.get("title"); }
  set title(value: string) { this.assign("title", value); }

  get cards(): capsule.Collection<Card> { return this.children("cards"); }
  get aside(): Lane | null { return this.child("aside"); }
}
