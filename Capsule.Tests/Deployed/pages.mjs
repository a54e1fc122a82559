// A page that was loaded before a deploy, with the client and the mirrors of then; and the server of now.
import { WebSocket } from "ws";
import { address as before, capsule, served, unexpected } from "../Client/support.mjs";

export const now = process.argv[4];
export const [presentCapsule, presentModels] = await served(now);

/** Where sockets lead: a load balancer that a deploy switches. */
let target = before;
const sockets = new Set();

class Balanced extends WebSocket {
  constructor(url, protocol) {
    const to = new URL(url);
    to.host = new URL(target).host;
    super(to.href, protocol);
    sockets.add(this);
  }
}

/** Puts the present server in the place of the former one; sockets go away with that. */
export function deploy() {
  target = now;
  for (const socket of sockets) socket.terminate();
  sockets.clear();
}

async function token(name) {
  const response = await fetch(`${target}/sign-in/BearerToken/${name}/member`);
  return (await response.json()).accessToken;
}

/** Connects a page. What its session reports and a test does not expect ends the script. */
export async function page(root, name, { connect = capsule.connect } = {}) {
  const session = await connect(root, `${before}/capsule`, {
    key: "42",
    WebSocket: Balanced,
    token: () => token(name),
    random: () => 0.005,
    reportError: (error) => unexpected(`${name}: a handler threw`, error),
  });
  session.on("error", (error) => unexpected(`${name}: error`, error));
  session.on("resync", ({ reason }) => unexpected(`${name}: resync`, reason));
  session.on("queueLost", (lost) => unexpected(`${name}: queueLost`, lost));
  return session;
}

/** A page of the present. */
export const presentPage = (root, name) => page(root, name, { connect: presentCapsule.connect });
