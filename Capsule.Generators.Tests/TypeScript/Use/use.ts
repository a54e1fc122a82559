import type { Card } from "./Card.js";

export async function use(card: Card): Promise<string> {
  card.title = "New";
  card.points = card.points + 1;
  card.labels = [...card.labels, "urgent"];
  card.priority = "veryHigh";
  await card.setServer({ title: "New", priority: "low" });
  card.answer = card.comments.at(0) ?? null;
  await card.setServer({ answer: card.comments.at(1)! });
  const answer: string | undefined = card.answer?.text;
  await card.incrementServer("points", 2);
  await card.comments.addServer({ text: "Done?" });
  const points: number = await card.callServerMethod("archive", "done");
  const due: Date | null = card.dueAt;
  const text: string | undefined = card.comments.at(0)?.text;
  return `${points} ${due?.toISOString() ?? ""} ${text ?? ""} ${answer ?? ""} ${card.author.name} ${card.parent?.id ?? ""}`;
}
