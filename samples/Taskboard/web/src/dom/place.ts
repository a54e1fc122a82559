/** Puts a node where it belongs. One that is in the page already keeps focus, scroll position and animations. */
export function place(parent: Element, node: Element, before: Element | null): void {
  // Not in every browser yet.
  if (node.isConnected && parent.isConnected && "moveBefore" in parent) {
    parent.moveBefore(node, before);
    return;
  }
  const focused = node.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
  (parent as Node).insertBefore(node, before);
  focused?.focus({ preventScroll: true });
}
