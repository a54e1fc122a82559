import type { AnySession } from "capsule-client";

/** Who looks at this page. */
export interface Me {
  readonly name: string;
  readonly isMember: boolean;
}

/** Who was here last, for when the server cannot be asked. */
const lastKnown = "taskboard.me";

/** Who signed in; null for nobody. Without a server it is who was here last. */
export async function currentUser(): Promise<Me | null> {
  let response: Response;
  try {
    response = await fetch("/me");
  } catch {
    return JSON.parse(localStorage.getItem(lastKnown) ?? "null") as Me | null;
  }
  return remember(response.status === 200 ? ((await response.json()) as Me) : null);
}

/** @throws Error with what is wrong with the name */
export async function signIn(name: string, justLooking: boolean): Promise<Me> {
  const response = await fetch("/sign-in", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name, justLooking }),
  });
  if (!response.ok) throw new Error(response.status === 400 ? ((await response.json()) as string) : "That did not work. Please try again.");
  return remember((await response.json()) as Me);
}

/**
 * Signs out, and leaves nothing of the board on the device.
 * @throws TypeError where the server cannot be told; then nothing is done
 */
export async function signOut(session: AnySession): Promise<void> {
  await fetch("/sign-out", { method: "POST" });
  remember(null);
  await session.signOut();
  location.reload();
}

function remember<M extends Me | null>(me: M): M {
  if (me) localStorage.setItem(lastKnown, JSON.stringify(me));
  else localStorage.removeItem(lastKnown);
  return me;
}
