import type { AnySession } from "capsule-client";

/** Who looks at this page. */
export interface Me {
  readonly name: string;
  readonly isMember: boolean;
}

/** Who signed in; null for nobody. */
export async function currentUser(): Promise<Me | null> {
  const response = await fetch("/me");
  return response.status === 200 ? ((await response.json()) as Me) : null;
}

/** @throws Error with what is wrong with the name */
export async function signIn(name: string, justLooking: boolean): Promise<Me> {
  const response = await fetch("/sign-in", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name, justLooking }),
  });
  if (!response.ok) throw new Error(response.status === 400 ? ((await response.json()) as string) : "That did not work. Please try again.");
  return (await response.json()) as Me;
}

/** Signs out, and leaves nothing of the board on the device. */
export async function signOut(session: AnySession): Promise<void> {
  await session.signOut();
  await fetch("/sign-out", { method: "POST" });
  location.reload();
}
