// Which sightings pass what the reader asked for.
import { span, dated, type Record_, type Sighting } from "./record";
import type { State } from "./state";

export type Texts = Map<number, string>;

/** Words of the cards for the search, folded so that marks and spelling variants do not matter. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640]/g, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .toLowerCase();
}

export function passing(record: Record_, state: State, texts: () => Texts): Set<number> {
  const words = fold(state.query).split(/\s+/).filter(Boolean);
  const passes = (s: Sighting): boolean =>
    (!state.status || s.status === state.status) &&
    (!state.evidence || s.evidence.includes(state.evidence)) &&
    (!state.companion || s.with.includes(state.companion)) &&
    (!state.source || s.sources.includes(state.source)) &&
    (!state.place || s.place.en === state.place) &&
    inTime(s, state) &&
    (words.length === 0 || words.every((word) => (texts().get(s.n) ?? "").includes(word)));
  return new Set(record.sightings.filter(passes).map((s) => s.n));
}

function inTime(sighting: Sighting, state: State): boolean {
  if (state.from === null && state.to === null) return true;
  if (!dated(sighting)) return false;
  const [earliest, latest] = span(sighting);
  return earliest <= (state.to ?? Infinity) && latest >= (state.from ?? -Infinity);
}
