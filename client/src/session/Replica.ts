import type { BatchFrame, InitialFrame, Limits, ResumedFrame, TransientFrame } from "../protocol/frames.js";
import type { Xport } from "../protocol/Xport.js";
import type { ModelClass } from "../schema/ModelClass.js";
import { applyEvents, atomically } from "../tree/apply.js";
import { build } from "../tree/build.js";
import type { Notice } from "../tree/notices.js";
import { reconcile } from "../tree/reconcile.js";
import { replaceItems } from "../tree/replaceItems.js";
import { DivergenceError, Tree, type TreeHost } from "../tree/Tree.js";
import type { OfflineState } from "./Offline.js";

/**
 * The client's copy of a tree, and how far it is. Each frame is taken whole, or not at all with a {@link DivergenceError};
 * what it leads to is in the result, for the caller to tell.
 */
export class Replica {
  readonly tree: Tree;
  epoch = "";
  seq = 0;
  view = "";
  user = "";
  limits: Limits = { messageBytes: 65536, opsPerTurn: 100, turnsInFlight: 1, turnsPerSecond: 50 };

  constructor(
    host: TreeHost,
    readonly rootType: ModelClass,
  ) {
    this.tree = new Tree(host);
  }

  /** The whole state: what is here already is changed only where it differs. */
  initial({ epoch, seq, view, user, limits, app }: Omit<InitialFrame, "event" | "schema" | "turns">): readonly Notice[] {
    const { notices } = atomically((made) => {
      if (this.tree.root) reconcile(this.tree, app, made);
      else {
        const root = build(this.tree, this.rootType, app, null);
        this.tree.register(root);
        this.tree.root = root;
      }
    });
    Object.assign(this, { epoch, seq, view, user, limits });
    return notices;
  }

  /** What is here, as it is kept on the device. */
  state(schema: string, app: Xport): OfflineState {
    const { epoch, seq, view, user, limits } = this;
    return { schema, epoch, seq, view, user, limits, app };
  }

  resumed({ epoch, seq, view, user }: ResumedFrame): readonly Notice[] {
    if (epoch !== this.epoch || seq !== this.seq) {
      throw new DivergenceError(`The server resumes at batch ${seq} of ${epoch}; here is batch ${this.seq} of ${this.epoch}.`);
    }
    Object.assign(this, { view, user });
    return [];
  }

  batch({ seq, events }: BatchFrame): readonly Notice[] {
    if (seq !== this.seq + 1) throw new DivergenceError(`After batch ${this.seq} came ${seq}.`);
    const { notices } = applyEvents(this.tree, events);
    this.seq = seq;
    return notices;
  }

  transient({ after, events, replaces }: TransientFrame): readonly Notice[] {
    if (after > this.seq) throw new DivergenceError(`A change after batch ${after} came, and here is batch ${this.seq}.`);
    return (replaces ? replaceItems(this.tree, replaces, events) : applyEvents(this.tree, events)).notices;
  }
}
