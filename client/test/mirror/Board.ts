// Written by hand, as the build writes mirrors.
import * as capsule from "capsule-client";
import { Author } from "./Author.js";
import { Lane, type LaneInput } from "./Lane.js";

/** The types of {@link Board}: attributes, what a client may edit, children, methods. */
export interface BoardSchema {
  attributes: {
    title: string;
  };
  editable: "title";
  input: BoardInput;
  collections: { lanes: Lane };
  models: { owner: Author };
  methods: {};
}

/** What a client may give when it adds a `board`. */
export interface BoardInput {
  title?: string;
  lanes?: readonly LaneInput[];
}

/** A board: the root. */
export class Board extends capsule.Model<BoardSchema> {
  static readonly metadata: capsule.ModelMetadata = {
    type: "board",
    hash: "00000000000000f4",
    attributes: {
      title: { kind: "string", editable: true },
    },
    collections: { lanes: () => Lane },
    models: { owner: () => Author },
    made: { owner: () => Author },
  };

  /** The title. */
  get title(): string { return this.get("title"); }
  set title(value: string) { this.assign("title", value); }

  get lanes(): capsule.Collection<Lane> { return this.children("lanes"); }
  get owner(): Author { return this.child("owner"); }
}
