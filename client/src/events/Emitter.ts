/** Options of `on` and `once`. */
export interface ListenOptions {
  /** Ends the subscription when it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

/** Ends a subscription. Calling it again does nothing. */
export type Unsubscribe = () => void;

/** Told of what a handler threw. */
export type ReportError = (error: unknown) => void;

/** @internal */
export type Handler = (payload: never) => void;

/**
 * Handlers by the name of the event.
 * @internal
 */
export class Emitter {
  // A fresh array at every change: one that is being gone through stays as it is.
  readonly #handlers = new Map<string, readonly Subscription[]>();

  on(event: string, handler: Handler, { signal }: ListenOptions = {}, once = false): Unsubscribe {
    if (signal?.aborted) return () => {};
    const subscription: Subscription = { handler, ended: false };
    const end = (): void => {
      if (subscription.ended) return;
      subscription.ended = true;
      signal?.removeEventListener("abort", end);
      this.#handlers.set(event, this.#of(event).filter((other) => other !== subscription));
    };
    if (once) {
      subscription.handler = (payload) => {
        end();
        handler(payload);
      };
    }
    signal?.addEventListener("abort", end);
    this.#handlers.set(event, [...this.#of(event), subscription]);
    return end;
  }

  /** Calls every handler, in the order of their subscription. One that throws is reported, and the others are called all the same. */
  emit(event: string, payload: unknown, report: ReportError): void {
    for (const subscription of this.#of(event)) {
      if (subscription.ended) continue;
      try {
        subscription.handler(payload as never);
      } catch (error) {
        report(error);
      }
    }
  }

  /** Whether anybody listens. */
  has(event: string): boolean {
    return this.#of(event).length > 0;
  }

  #of(event: string): readonly Subscription[] {
    return this.#handlers.get(event) ?? [];
  }
}

interface Subscription {
  handler: Handler;
  ended: boolean;
}
