const limits = { messageBytes: 1e9, opsPerTurn: 100, turnsInFlight: 1e6, turnsPerSecond: 1e6 };

/** A WebSocket behind which a server has this state, and notes the turns that it gets. */
export function socketWith(app, sets) {
  return class {
    constructor() {
      queueMicrotask(() => this.onopen({}));
    }
    send(message) {
      const { event, ops } = JSON.parse(message);
      if (event === "turn") sets.push(message);
      else this.onmessage({ data: initial(app) });
    }
    close() {}
  };
}

// Written by hand: what goes through JSON.parse and JSON.stringify is not what came.
const initial = (app) =>
  `[{"event":"initial","epoch":"01981d48-b696-7538-a5d2-478870c6a5b8","seq":1,"view":"v","user":"u","schema":"0","turns":{"last":0,"verdicts":[]},"limits":${JSON.stringify(limits)},"app":${app}}]`;
