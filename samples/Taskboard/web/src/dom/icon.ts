const paths = {
  plus: "M8 3.5v9M3.5 8h9",
  check: "M3.5 8.5l3 3 6-7",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  clock: "M8 4.5V8l2.2 1.6M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z",
  calendar: "M3 6.5h10M5.5 2.5v2M10.5 2.5v2M4 3.5h8a1 1 0 0 1 1 1V12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V4.5a1 1 0 0 1 1-1Z",
  hand: "M8 8.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2ZM3 13.5c.6-2.4 2.6-3.6 5-3.6s4.4 1.2 5 3.6",
  text: "M3.5 5h9M3.5 8h9M3.5 11h5",
  close: "M4 4l8 8M12 4l-8 8",
  flame: "M8 13.5V3M4 7l4-4 4 4",
  undo: "M5.5 2.5 2.5 5.5l3 3M2.5 5.5h7a3.75 3.75 0 0 1 0 7.5H6",
  redo: "M10.5 2.5l3 3-3 3M13.5 5.5h-7a3.75 3.75 0 0 0 0 7.5H10",
  keyboard: "M2.5 4.5h11v7h-11zM5 7h.01M8 7h.01M11 7h.01M5.5 9.5h5",
} as const;

/** A line drawing that says nothing to a screen reader. */
export function icon(name: keyof typeof paths): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}
