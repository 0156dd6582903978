// Years, or months where the whole record is short.
import type { Words } from "../words";
import { monthOf, startOf, yearOf } from "./days";

export interface Tick {
  day: number;
  label: string;
  strong: boolean;
}

export function ticks(first: number, last: number, width: number, words: Words): Tick[] {
  const years = (last - first) / 365.25;
  return years * 12 * 46 < width ? months(first, last, words) : yearly(first, last, (width / years) | 0, words);
}

function yearly(first: number, last: number, pixels: number, words: Words): Tick[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((s) => s * pixels >= 52) ?? 200;
  const found: Tick[] = [];
  for (let y = Math.ceil(yearOf(first) / step) * step; y <= yearOf(last); y += step)
    found.push({ day: startOf(y), label: words.number(y), strong: true });
  return found.filter((tick) => tick.day >= first);
}

function months(first: number, last: number, words: Words): Tick[] {
  const found: Tick[] = [];
  for (let m = 0; ; m++) {
    const day = startOf(yearOf(first), monthOf(first) + m);
    if (day > last) return found;
    if (day < first) continue;
    const month = monthOf(day);
    const name = words.data.short_months[month] ?? "";
    const year = month === 0 || found.length === 0 ? ` ${words.number(yearOf(day))}` : "";
    found.push({ day, label: name + year, strong: month === 0 });
  }
}
