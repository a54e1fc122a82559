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

export async function signOut(): Promise<void> {
  await fetch("/sign-out", { method: "POST" });
  location.reload();
}
