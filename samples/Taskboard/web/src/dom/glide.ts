const still = matchMedia("(prefers-reduced-motion: reduce)");

/** Lets elements glide from where they were to where a change puts them. */
export function glide(elements: Iterable<Element>, change: () => void): void {
  if (still.matches || document.hidden) {
    change();
    return;
  }
  const before = [...elements].filter((one) => one.isConnected).map((one) => ({ one, was: one.getBoundingClientRect() }));
  change();
  for (const { one, was } of before) {
    const is = one.getBoundingClientRect();
    const [x, y] = [was.left - is.left, was.top - is.top];
    if (one.isConnected && (x !== 0 || y !== 0)) {
      one.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: "none" }], { duration: 220, easing: "cubic-bezier(.2, .8, .2, 1)" });
    }
  }
}
