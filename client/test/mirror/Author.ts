// Written by hand, as the build writes mirrors.
import * as capsule from "capsule-client";

/** The types of {@link Author}: attributes, what a client may edit, children, methods. */
export interface AuthorSchema {
  attributes: {
    name: string;
  };
  editable: "name";
  input: AuthorInput;
  collections: {};
  models: {};
  methods: {};
}

/** What a client may give when it adds an `author`. */
export interface AuthorInput {
  name?: string;
}

/** Who wrote a card. */
export class Author extends capsule.Model<AuthorSchema> {
  static readonly metadata: capsule.ModelMetadata = {
    type: "author",
    hash: "00000000000000f1",
    attributes: {
      name: { kind: "string", editable: true },
    },
    collections: {},
    models: {},
  };

  /** The name. */
  get name(): string { return this.get("name"); }
  set name(value: string) { this.assign("name", value); }
}
