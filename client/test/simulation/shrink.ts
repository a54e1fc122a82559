import type { Plan } from "./plan.js";

/**
 * The least that is left of a scenario which still fails.
 * @param fails runs one
 */
export async function shrink(plan: Plan, fails: (plan: Plan) => Promise<boolean>): Promise<Plan> {
  let least = plan;
  for (const name of Object.keys(plan.options)) {
    const { [name]: _, ...options } = least.options;
    const candidate = { ...least, options };
    if (await fails(candidate)) least = candidate;
  }
  for (let size = Math.ceil(least.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < least.steps.length; ) {
      const candidate = { ...least, steps: [...least.steps.slice(0, from), ...least.steps.slice(from + size)] };
      if (await fails(candidate)) least = candidate;
      else from += size;
    }
  }
  return least;
}
