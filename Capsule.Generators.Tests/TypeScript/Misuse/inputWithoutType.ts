import type { Whiteboard } from "./Whiteboard.js";

declare const board: Whiteboard;

void board.shapes.addServer({ name: "which?" }); // error TS2345
