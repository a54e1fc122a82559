// What must not compile. A line ends with the code of the error that it must have; no other line may have one.
import { connect } from "capsule-client";
import { Board, Card, type Comment, Lane } from "../mirror/index.js";

export async function misuse(card: Card, comment: Comment, lane: Lane): Promise<void> {
  card.title = 1; // error TS2322
  card.titel = "New"; // error TS2551
  card.createdBy = "me"; // error TS2540
  card.comments = card.comments; // error TS2540
  card.tags.push("more"); // error TS2339
  card.priority = "medium"; // error TS2322
  card.done = null; // error TS2322
  card.after = comment; // error TS2740
  card.after = card.id; // error TS2322
  card.reviewer = null; // error TS2540

  card.get("titel"); // error TS2345
  card.assign("createdBy", "me"); // error TS2345
  void card.setServer({ createdBy: "me" }); // error TS2353
  void card.setServer({ points: "3" }); // error TS2322
  void card.unsetServer("createdBy"); // error TS2345
  void card.incrementServer("title"); // error TS2345
  void card.toggleServer("points"); // error TS2345

  void card.callServerMethod("publish"); // error TS2345
  void card.callServerMethod("archive"); // error TS2554
  void card.callServerMethod("archive", 1); // error TS2345
  const days: string = await card.callServerMethod("estimate", 1); // error TS2322

  void lane.cards.addServer({ titel: "New" }); // error TS2561
  void lane.cards.addServer({ comments: [{ text: 1 }] }); // error TS2322
  void lane.cards.addServer({ after: comment }); // error TS2322
  void lane.cards.addServer({}, { before: comment }); // error TS2740
  void lane.cards.moveServer(comment, 0); // error TS2740
  void card.moveServer({ to: card.comments }); // error TS2322
  lane.cards.at(0).title = "New"; // error TS2532
  lane.cards.addServer({ title: "New" }).model.titel = "New"; // error TS2551
  card.isPending("titel"); // error TS2345

  card.on("change:titel", () => {}); // error TS2345
  card.on("add", () => {}); // error TS2345
  card.on("change:points", ({ value }) => value.length); // error TS2339
  lane.cards.on("add", ({ model }) => model.text); // error TS2339

  await connect(Board, "/capsule", { kay: "42" }); // error TS2353
  await connect("board", "/capsule"); // error TS2345
  const session = await connect(Board, "/capsule");
  session.root = session.root; // error TS2540
  session.on("batches", () => {}); // error TS2345
  session.pending.push(); // error TS2339
  new Card(); // error TS2674
}
