// Written by hand, as the build writes mirrors.
import * as capsule from "capsule-client";
import * as computed from "capsule-client/computed";
import { Author, type AuthorInput } from "./Author.js";
import { Comment, type CommentInput } from "./Comment.js";

/** The types of {@link Card}: attributes, what a client may edit, children, methods. */
export interface CardSchema {
  attributes: {
    title: string;
    points: number;
    weight: number;
    tags: readonly string[];
    done: boolean;
    owner: string;
    createdBy: string;
    dueAt: Date | null;
    priority: "low" | "high";
    after: Card | null;
    reviewer: Author | null;
  };
  editable: "title" | "points" | "weight" | "tags" | "done" | "owner" | "dueAt" | "priority" | "after";
  input: CardInput;
  collections: { comments: Comment };
  models: { author: Author | null };
  methods: { archive(reason: string): void; estimate(days: number): number; remind(at: Date | null): Date | null };
  broadcasts: { voted: { readonly by: string; readonly at: Date | null } };
  computed: { isStuck: boolean; share: number };
}

/** What a client may give when it adds a `card`. */
export interface CardInput {
  title?: string;
  points?: number;
  weight?: number;
  tags?: readonly string[];
  done?: boolean;
  owner?: string;
  dueAt?: Date | null;
  priority?: "low" | "high";
  after?: Card | string | null;
  comments?: readonly CommentInput[];
  author?: AuthorInput;
}

/** A card of the board. */
export class Card extends capsule.Model<CardSchema> {
  static readonly metadata: capsule.ModelMetadata = {
    type: "card",
    hash: "9f86d081884c7d65",
    attributes: {
      title: { kind: "string", editable: true },
      points: { kind: "int32", editable: true },
      weight: { kind: "double", editable: true },
      tags: { kind: "list", editable: true },
      done: { kind: "bool", editable: true },
      owner: { kind: "guid", editable: true },
      createdBy: { kind: "string" },
      dueAt: { kind: "dateTimeOffset", editable: true, nullable: true },
      priority: { kind: "enum", editable: true, values: ["low", "high"] },
      after: { kind: "reference", model: () => Card, nullable: true, editable: true },
      reviewer: { kind: "reference", model: () => Author, nullable: true },
    },
    collections: { comments: () => Comment },
    models: { author: () => Author },
    methods: {
      archive: { args: [{ kind: "string" }] },
      remind: { args: [{ kind: "dateTimeOffset", nullable: true }], result: { kind: "dateTimeOffset", nullable: true } },
      estimate: { args: [{ kind: "int32" }], result: { kind: "int32" } },
    },
    broadcasts: {
      voted: { by: { kind: "string" }, at: { kind: "dateTimeOffset", nullable: true } },
    },
    computed: {
      isStuck: ["card.comments", "card.done", "card.points"],
      share: ["card.points"],
    },
  };

  /** The title. */
  get title(): string { return this.get("title"); }
  set title(value: string) { this.assign("title", value); }

  get points(): number { return this.get("points"); }
  set points(value: number) { this.assign("points", value); }

  get weight(): number { return this.get("weight"); }
  set weight(value: number) { this.assign("weight", value); }

  get tags(): readonly string[] { return this.get("tags"); }
  set tags(value: readonly string[]) { this.assign("tags", value); }

  get done(): boolean { return this.get("done"); }
  set done(value: boolean) { this.assign("done", value); }

  get owner(): string { return this.get("owner"); }
  set owner(value: string) { this.assign("owner", value); }

  get createdBy(): string { return this.get("createdBy"); }

  get dueAt(): Date | null { return this.get("dueAt"); }
  set dueAt(value: Date | null) { this.assign("dueAt", value); }

  get priority(): "low" | "high" { return this.get("priority"); }
  set priority(value: "low" | "high") { this.assign("priority", value); }

  /** What has to be done before. */
  get after(): Card | null { return this.get("after"); }
  set after(value: Card | null) { this.assign("after", value); }

  get reviewer(): Author | null { return this.get("reviewer"); }

  get comments(): capsule.Collection<Comment> { return this.children("comments"); }
  get author(): Author | null { return this.child("author"); }

  /** Whether nothing goes on with it. */
  get isStuck(): boolean {
    const self: any = this;
    return !self.done && self.points >= 8 && self.comments.length === 0;
  }

  /** What a point is of 100; fails without any. */
  get share(): number {
    const self: any = this;
    return computed.divideInteger("int32", 100, self.points);
  }
}
