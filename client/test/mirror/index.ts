export * from "./Author.js";
export * from "./Board.js";
export * from "./Card.js";
export * from "./Comment.js";
export * from "./Lane.js";
