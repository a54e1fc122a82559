import type { Json } from "capsule-client";

/** A model, as the wire has it. */
export interface Plain {
  attrs: { id: string; [name: string]: Json };
  collections?: { [name: string]: { id: string | null; models: Plain[] } };
  models?: { [name: string]: Plain };
}

/** What a user with these roles sees of the whole yard, by the rules in Domain/, written down once more. */
export function visible(yard: Plain, user: string, roles: readonly string[]): Plain {
  const isStaff = roles.includes("staff");
  const { ledger: _, memo, ...attrs } = yard.attrs;
  const { bays, cellar } = yard.collections as Record<"bays" | "cellar", { id: string; models: Plain[] }>;
  const seen: Plain = {
    attrs: isStaff ? { ...attrs, memo: memo! } : attrs,
    collections: {
      bays: { id: bays.id, models: bays.models.filter(({ attrs }) => isStaff || attrs["isOpen"] || (attrs["guests"] as string[]).includes(user)).map((bay) => bayOf(bay, user, isStaff)) },
      ...(isStaff ? { cellar: { id: cellar.id, models: cellar.models.map((crate) => crateOf(crate, user)) } } : {}),
    },
  };
  const ids = new Set(Object.values(seen.collections!).flatMap(({ models }) => models).flatMap((model) => [model, ...Object.values(model.collections ?? {}).flatMap(({ models }) => models)]).map(({ attrs }) => attrs.id));
  if (!ids.has(attrs["best"] as string)) seen.attrs["best"] = null;
  return seen;
}

function bayOf({ attrs, collections, models: children }: Plain, user: string, isStaff: boolean): Plain {
  const { id, models } = collections!["crates"]!;
  const { gate } = children!;
  return {
    attrs,
    collections: { crates: { id, models: models.map((crate) => crateOf(crate, user)) } },
    models: { gate: isStaff ? gate! : { attrs: gate!.attrs } },
  };
}

function crateOf(crate: Plain, user: string): Plain {
  const { contents, ...attrs } = crate.attrs;
  return { attrs: attrs["owner"] === user ? { ...attrs, contents: contents! } : attrs, collections: crate.collections! };
}
