import type { Depot } from "./Depot.js";

export function misuse(depot: Depot): void {
  depot.amount = 3; // error TS2540
}
