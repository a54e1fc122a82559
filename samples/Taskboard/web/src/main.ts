import "./style/index.css";
import { openBoard } from "./board/openBoard.js";
import { currentUser } from "./identity/Me.js";
import { signInView } from "./identity/signInView.js";

// The page opens without its server, with what it was when it was last here.
navigator.serviceWorker?.register("/worker.js").catch((error: unknown) => console.warn("The page will not open without its server.", error));

const me = await currentUser();
if (me) {
  await openBoard(me);
} else {
  document.body.append(signInView((signedIn) => void openBoard(signedIn)));
}
