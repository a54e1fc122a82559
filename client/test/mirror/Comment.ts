// Written by hand, as the build writes mirrors.
import * as capsule from "capsule-client";

/** The types of {@link Comment}: attributes, what a client may edit, children, methods. */
export interface CommentSchema {
  attributes: {
    text: string;
  };
  editable: "text";
  input: CommentInput;
  collections: {};
  models: {};
  methods: {};
}

/** What a client may give when it adds a `comment`. */
export interface CommentInput {
  text?: string;
}

/** A comment on a card. */
export class Comment extends capsule.Model<CommentSchema> {
  static readonly metadata: capsule.ModelMetadata = {
    type: "comment",
    hash: "8000000000000002",
    attributes: {
      text: { kind: "string", editable: true },
    },
    collections: {},
    models: {},
  };

  /** The text. */
  get text(): string { return this.get("text"); }
  set text(value: string) { this.assign("text", value); }
}
