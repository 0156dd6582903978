// The state in the address: "#ar-s03?view=time&status=planned". The part before "?" is a card's own link.
import { isoDay, dayOf } from "./time/days";
import type { Language, Record_ } from "./record";
import { EMPTY, FILTERS, type State, type View } from "./state";

const LANGUAGES: Language[] = ["en", "ar"];
const VIEWS: View[] = ["region", "time", "table"];

export function toAddress(state: State, record: Record_): string {
  const sighting = record.sightings.find((s) => s.n === state.selected);
  const head = sighting ? `${state.language}-${encodeURIComponent(sighting.id)}` : state.language;
  const query = new URLSearchParams();
  if (state.view !== EMPTY.view) query.set("view", state.view);
  if (state.query) query.set("q", state.query);
  for (const key of FILTERS) if (state[key]) query.set(key, state[key]);
  if (state.from !== null) query.set("from", isoDay(state.from));
  if (state.to !== null) query.set("to", isoDay(state.to));
  if (state.paths) query.set("paths", "1");
  const rest = query.toString();
  return `#${head}${rest ? `?${rest}` : ""}`;
}

/** The state that an address asks for, or null if it points at something else of the page. */
export function fromAddress(hash: string, record: Record_): Partial<State> | null {
  const [head = "", rest] = split(hash.replace(/^#/, ""));
  const language = LANGUAGES.find((l) => head === l || head.startsWith(`${l}-`));
  if (!language) return null;
  const id = decode(head.slice(language.length + 1));
  const numbered = /^h-(\d+)$/.exec(id);
  const sighting = record.sightings.find((s) => s.id === id || (numbered && s.n === Number(numbered[1])));
  if (id && !sighting) return { language };
  const wanted: Partial<State> = { language, selected: sighting?.n ?? null, ...(numbered ? { view: "region" } : {}) };
  return rest === undefined ? wanted : { ...EMPTY, ...wanted, ...choices(new URLSearchParams(rest)) };
}

function choices(query: URLSearchParams): Partial<State> {
  const found: Partial<State> = {};
  const view = VIEWS.find((v) => v === query.get("view"));
  if (view) found.view = view;
  found.query = query.get("q") ?? "";
  for (const key of FILTERS) found[key] = query.get(key) ?? "";
  found.from = dayOf(query.get("from"));
  found.to = dayOf(query.get("to"));
  found.paths = query.get("paths") === "1";
  return found;
}

function split(text: string): [string, string | undefined] {
  const at = text.indexOf("?");
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
