import type { Chance } from "./Chance.js";
import type { VirtualTime } from "./VirtualTime.js";

const origin = Date.UTC(2030, 0, 1);

/** From now on what the client makes ids of follows from a seed and a clock. */
export function deterministicIds(chance: Chance, time: VirtualTime): void {
  const crypto = {
    getRandomValues(bytes: Uint8Array): Uint8Array {
      for (let index = 0; index < bytes.length; index++) bytes[index] = chance.below(256);
      return bytes;
    },
  };
  Object.defineProperty(globalThis, "crypto", { value: crypto, configurable: true, writable: true });
  Date.now = () => origin + Math.floor(time.now());
}
