const format = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "narrow" });

/** How long ago, in a few letters. */
export function relativeTime(moment: Date, now: number): string {
  const minutes = Math.round((moment.getTime() - now) / 60_000);
  if (minutes > -1) return "now";
  if (minutes > -60) return format.format(minutes, "minute");
  return minutes > -60 * 24 ? format.format(Math.round(minutes / 60), "hour") : format.format(Math.round(minutes / 60 / 24), "day");
}
