import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { WebSocketServer, WebSocket, type WebSocket as Socket } from "ws";
import { connect, type Session } from "capsule-client";
import { readClientMessage, writeFrames } from "capsule-client/protocol";
import { Board } from "./mirror/index.js";
import { applied, initial } from "./support/Page.js";
import { board, id, lane } from "./support/xports.js";

let server: WebSocketServer | undefined;
let session: Session<Board> | undefined;

afterEach(() => {
  session?.close();
  server?.close();
});

test("over a real socket: join, a turn, a batch, and coming back", async () => {
  let title = "Board";
  const joins: string[] = [];
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  server.on("connection", (socket: Socket, request) => {
    joins.push(`${request.url} ${socket.protocol}`);
    socket.on("message", (data: Buffer) => {
      const message = readClientMessage(data.toString());
      const state = board(lane("todo"));
      if (message.event === "join") socket.send(writeFrames([initial({ ...state, attrs: { ...state.attrs, title } })]));
      if (message.event === "turn" && message.ops[0]?.event === "set") {
        title = message.ops[0].change.title as string;
        socket.send(writeFrames([applied(message.turn, 1), { event: "batch", seq: 1, events: [{ event: "change", id: id("board"), data: { title } }] }]));
      }
    });
  });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  session = await connect(Board, `http://127.0.0.1:${port}/capsule`, { key: "42", WebSocket, random: () => 0 });
  await session.root.setServer({ title: "New" });
  expect(session.root.title).toBe("New");

  const back = new Promise<void>((resolve) => session!.on("state", ({ state }) => state === "live" && resolve()));
  title = "While away";
  for (const socket of server.clients) socket.terminate();
  await back;
  expect(session.root.title).toBe("While away");
  expect(joins).toEqual(["/capsule/board/42 capsule.v1", "/capsule/board/42 capsule.v1"]);
});
