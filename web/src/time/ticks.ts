// Years, months or days, as close together as their names allow.
import type { Words } from "../words";
import { dayOfMonth, monthOf, startOf, yearOf } from "./days";

export interface Tick {
  day: number;
  label: string;
  strong: boolean;
}

/** Pixels that a name takes at least. */
const YEAR = 52;
const MONTH = 64;
const DAY = 62;

/** ``width`` is the length in pixels between the first day and the last. */
export function ticks(first: number, last: number, width: number, words: Words): Tick[] {
  const pixels = width / (last - first);
  const months = [1, 3].find((step) => step * 30.4 * pixels >= MONTH);
  if (7 * pixels >= DAY && last - first < 400) return daily(first, last, pixels, words);
  if (months && months * 30.4 * pixels < 365 * pixels) return monthly(first, last, months, words);
  return yearly(first, last, 365.25 * pixels, words);
}

function yearly(first: number, last: number, pixels: number, words: Words): Tick[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((s) => s * pixels >= YEAR) ?? 200;
  const found: Tick[] = [];
  for (let y = Math.ceil(yearOf(first) / step) * step; y <= yearOf(last); y += step)
    found.push({ day: startOf(y), label: words.number(y), strong: true });
  return found.filter((tick) => tick.day >= first);
}

function monthly(first: number, last: number, step: number, words: Words): Tick[] {
  const found: Tick[] = [];
  for (let m = -(monthOf(first) % step); ; m += step) {
    const day = startOf(yearOf(first), monthOf(first) + m);
    if (day > last) return found;
    if (day < first) continue;
    const month = monthOf(day);
    const name = words.data.short_months[month] ?? "";
    const year = month === 0 || found.length === 0;
    found.push({ day, label: year ? `${name} ${words.number(yearOf(day))}` : name, strong: month === 0 });
  }
}

/** Every so many days of a month, so that the first of each month is always among them. */
function daily(first: number, last: number, pixels: number, words: Words): Tick[] {
  const step = [1, 2, 5, 10].find((s) => s * pixels >= DAY) ?? 10;
  const found: Tick[] = [];
  for (let day = Math.ceil(first); day <= last; day++) {
    const date = dayOfMonth(day);
    if ((date - 1) % step !== 0 || (date > 1 && 31 - date < step / 2)) continue;
    const month = words.data.short_months[monthOf(day)] ?? "";
    const year = found.length === 0 ? ` ${words.number(yearOf(day))}` : "";
    found.push({ day, label: `${words.number(date)} ${month}${year}`, strong: date === 1 });
  }
  return found;
}
