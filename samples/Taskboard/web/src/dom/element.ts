/** What an element is made with: attributes by name, and handlers of its events. */
export interface Properties {
  readonly [attribute: string]: string | number | boolean | undefined | { readonly [event: string]: (event: never) => void };
  readonly on?: { readonly [E in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[E]) => void };
}

export type Child = Node | string | null | undefined | false;

/** Makes an element. An attribute that is false or undefined is left out; one that is true is empty. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, properties: Properties = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  const { on = {}, ...attributes } = properties;
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value as string | number | boolean | undefined);
  for (const [event, handler] of Object.entries(on)) made.addEventListener(event, handler as EventListener);
  made.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return made;
}

/** Sets an attribute, only if it differs. */
export function setAttribute(target: Element, name: string, value: string | number | boolean | undefined): void {
  if (value === undefined || value === false) {
    target.removeAttribute(name);
    return;
  }
  const text = value === true ? "" : String(value);
  if (target.getAttribute(name) !== text) target.setAttribute(name, text);
}

/** Sets the text of an element, only if it differs: selections and screen readers are left in peace. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
