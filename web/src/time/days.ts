// Days since 1970-01-01 in the proleptic Gregorian calendar, as Python counts them.
import type { Words } from "../words";

const MS = 86_400_000;

export function isoDay(day: number): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

export function dayOf(text: string | null): number | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / MS);
}

export function yearOf(day: number): number {
  return new Date(day * MS).getUTCFullYear();
}

export function monthOf(day: number): number {
  return new Date(day * MS).getUTCMonth();
}

export function dayOfMonth(day: number): number {
  return new Date(day * MS).getUTCDate();
}

/** The first day of a month; months may run over (month 12 is January of the next year). */
export function startOf(year: number, month = 0): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return Math.round(date.getTime() / MS);
}

/** A day with its short month, in the language and digits of the page. */
export function dayWords(day: number, words: Words): string {
  const month = words.data.short_months[monthOf(day)] ?? "";
  const date = new Date(day * MS).getUTCDate();
  return words.digits(words.data.day_format.replace("{day}", String(date)).replace("{month}", month).replace("{year}", String(yearOf(day))));
}
