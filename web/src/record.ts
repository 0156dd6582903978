// The record as Python wrote it into the page: positions in plane units, days since 1970-01-01.

export type Language = "en" | "ar";
export type Both = Record<Language, string>;
export type Status = "asserted" | "attributed" | "inferred" | "planned" | "denied";
export type Form = "point" | "near" | "area" | "country" | "line";
/** ``path`` is the number of the sighting under which the outline is written, 0 where there is none. */
export type Mark = [form: Form, x: number, y: number, reach: number, path: number];
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
  independent: number;
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
  day_format: string;
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

export type Band = [begin: Day, end: Day, names: Partial<Both>];

export interface Record_ {
  draft: boolean;
  /** The cards stand in files of their own. */
  large: boolean;
  plane: Plane;
  fit: [number, number, number, number];
  focus: [number, number, number, number];
  labels: BaseLabel[];
  sightings: Sighting[];
  legs: [number, number, boolean][];
  order: number[];
  bands: Band[];
  words: Record<Language, Dictionary>;
}

type Pair = [en: number, ar: number];
type Row = [
  n: number, id: string, status: number, evidence: number[], companions: number[], sources: number[],
  days: Sighting["days"], vague: number, date: Pair, place: Pair, region: Pair, independent: number, mark: Mark | null,
];

export function readRecord(): Record_ {
  const { rows, strings, ...rest } = JSON.parse(document.getElementById("data")?.textContent ?? "null") as Omit<
    Record_,
    "sightings"
  > & { rows: Row[]; strings: string[] };
  return { ...rest, sightings: rows.map((row) => sighting(row, strings)) };
}

function sighting(row: Row, strings: string[]): Sighting {
  const text = (at: number): string => strings[at] ?? "";
  const both = ([en, ar]: Pair): Both => ({ en: text(en), ar: text(ar) });
  const [n, id, status, evidence, companions, sources, days, vague, date, place, region, independent, mark] = row;
  return {
    n, id, status: text(status) as Status, evidence: evidence.map(text), with: companions.map(text),
    sources: sources.map(text), days, vague: vague === 1, date: both(date), place: both(place), region: both(region),
    independent, mark,
  };
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
