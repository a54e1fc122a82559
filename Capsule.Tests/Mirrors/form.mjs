// Builds a form from a mirror's metadata and nothing else, as any form builder would.
import { cases, models } from "./question.mjs";

const inputs = { string: "text", bool: "checkbox", int32: "number", enum: "select", list: "tags", dateOnly: "date", decimal: "text" };

function field(name, attribute) {
  const rule = (kind) => attribute.rules?.find(({ rule }) => rule === kind);
  const length = rule("length");
  const range = rule("range");
  return {
    name,
    label: attribute.label ?? name,
    input: rule("email") ? "email" : inputs[attribute.kind],
    group: attribute.group,
    required: rule("required") !== undefined || undefined,
    nullable: attribute.nullable,
    help: attribute.description,
    placeholder: attribute.placeholder,
    value: attribute.initial,
    options: attribute.values?.map((value) => [value, attribute.labels?.[value] ?? value]),
    min: range?.min ?? length?.min,
    max: range?.max ?? length?.max,
    pattern: rule("pattern")?.pattern,
    once: attribute.immutable,
  };
}

const forms = cases.map((name) =>
  Object.entries(models[name].metadata.attributes)
    .filter(([, { editable }]) => editable)
    .sort(([, one], [, other]) => (one.order ?? 10_000) - (other.order ?? 10_000))
    .map(([attribute, facts]) => JSON.stringify(field(attribute, facts))),
);
console.log(JSON.stringify(forms));
