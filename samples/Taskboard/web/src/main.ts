import "./style/index.css";
import { openBoard } from "./board/openBoard.js";
import { currentUser } from "./identity/Me.js";
import { signInView } from "./identity/signInView.js";

const me = await currentUser();
if (me) {
  await openBoard(me);
} else {
  document.body.append(signInView((signedIn) => void openBoard(signedIn)));
}
