// The record as Python wrote it into the page: positions in plane units, days since 1970-01-01.

export type Language = "en" | "ar";
export type Both = Record<Language, string>;
export type Status = "asserted" | "attributed" | "inferred" | "planned" | "denied";
export type Form = "point" | "near" | "area" | "country" | "line";
export type Mark = [form: Form, x: number, y: number, reach: number, path: boolean];
export type Day = number | null;

export interface Sighting {
  n: number;
  id: string;
  status: Status;
  evidence: string[];
  with: string[];
  sources: string[];
  days: [Day, Day, Day, Day];
  vague: boolean;
  date: Both;
  place: Both;
  region: Both;
  mark: Mark | null;
}

export type BaseLabel = [kind: "country" | "area" | "town", x: number, y: number, width: number, rank: number, names: Partial<Both>];

export interface Dictionary {
  direction: "ltr" | "rtl";
  name: string;
  digits: string;
  list_comma: string;
  months: string[];
  short_months: string[];
  title: string;
  words: Record<string, string>;
  plural: Record<string, Record<string, string>>;
  status: Record<string, string>;
  evidence: Record<string, string>;
}

export interface Plane {
  west: number;
  top: number;
  scale: number;
  w: number;
  h: number;
}

export interface Record_ {
  draft: boolean;
  plane: Plane;
  fit: [number, number, number, number];
  focus: [number, number, number, number];
  labels: BaseLabel[];
  sightings: Sighting[];
  legs: [number, number, boolean][];
  order: number[];
  words: Record<Language, Dictionary>;
}

export function readRecord(): Record_ {
  return JSON.parse(document.getElementById("data")?.textContent ?? "null") as Record_;
}

/** The whole span of days in which the sighting can lie; an open side is infinite. */
export function span(sighting: Sighting): [number, number] {
  const [earliest, , , latest] = sighting.days;
  return [earliest ?? -Infinity, latest ?? Infinity];
}

export function dated(sighting: Sighting): boolean {
  return sighting.days[0] !== null || sighting.days[3] !== null;
}

/** A day by which to put the sighting in order of time; undated ones come last. */
export function sortDay(sighting: Sighting): number {
  const [earliest, , , latest] = sighting.days;
  return earliest ?? latest ?? Infinity;
}
