import type { Shape, ShapeInput } from "./Shape.js";
import type { AnyNote } from "./Note.js";
import { Circle } from "./Circle.js";
import { Frame } from "./Frame.js";
import { Whiteboard } from "./Whiteboard.js";

declare const board: Whiteboard;

export function sizeOf(shape: Shape): number {
  switch (shape.type) {
    case "circle":
      return shape.radius;
    case "frame":
      return shape.inner.length;
    default:
      return shape satisfies never;
  }
}

export async function use(): Promise<void> {
  for (const shape of board.shapes) {
    shape.name = "any";
    shape.at = { x: 1, y: 2 };
    if (shape instanceof Circle) shape.radius = 2;
    if (shape.type === "frame") {
      await shape.callServerMethod("moveTo", { x: 3, y: 4 });
      const left: number = await shape.callServerMethod("ungroup");
      shape.on("change:name", ({ value }) => value.padEnd(left));
    }
  }
  const input: ShapeInput = { type: "circle", radius: 3, name: "c" };
  const added: Circle | Frame = await board.shapes.addServer(input);
  await board.shapes.addServer({ type: "frame", inner: [{ type: "circle" }, { type: "frame", inner: [] }] });
  const circle = board.shapes.find((shape) => shape.type === "circle");
  if (circle) await board.shapes.moveServer(circle, { to: (added as Frame).inner });
  const cursor: Shape | null = board.cursor;
  const notes: AnyNote[] = [...board.notes];
  for (const note of notes) if (note.type === "todo") note.done = !note.done;
  await board.notes.addServer({ type: "note", text: "Hello" });
  board.shapes.filterByProperty("name", "any");
  void cursor;
}
