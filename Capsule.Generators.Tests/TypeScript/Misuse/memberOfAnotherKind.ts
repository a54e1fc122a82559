import type { Whiteboard } from "./Whiteboard.js";

declare const board: Whiteboard;

for (const shape of board.shapes) console.log(shape.radius); // error TS2339
