// Views of the story, search, filters.
import { el } from "./dom";
import { dated, type Record_ } from "./record";
import { EMPTY, FILTERS, type FilterKey, type State, type Store, type View } from "./state";
import { startOf, yearOf } from "./time/days";
import type { Words } from "./words";

const CHOICES = 500;
const VIEWS: [View, string][] = [
  ["region", "by_region"],
  ["time", "by_time"],
  ["table", "table"],
];

export class Toolbar {
  readonly pane: HTMLElement;
  private views = new Map<View, HTMLButtonElement>();
  private selects = new Map<string, HTMLSelectElement>();
  private search: HTMLInputElement;
  private panel: HTMLElement;
  private opener: HTMLButtonElement;
  private count = el("p", { class: "shown-count", "aria-live": "polite" });
  private clear: HTMLButtonElement;

  constructor(private record: Record_, private words: Words, private store: Store) {
    const hint = words.phrase("search_hint");
    this.search = el("input", { type: "search", placeholder: hint, "aria-label": words.phrase("search") });
    this.search.addEventListener("input", () => store.set({ query: this.search.value.trim() }, "control"));
    this.clear = this.button("clear", () => store.set({ ...cleared() }, "control"));
    this.panel = el("div", { class: "filters", hidden: true }, ...this.fields(), this.clear);
    this.opener = this.button("filter", () => this.open(this.panel.hidden === true));
    this.opener.setAttribute("aria-expanded", "false");
    const tabs = el("div", { class: "views", role: "group", "aria-label": words.phrase("view") });
    for (const [view, key] of VIEWS) {
      const button = this.button(key, () => store.set({ view }, "control"));
      this.views.set(view, button);
      tabs.append(button);
    }
    this.pane = el("div", { class: "toolbar" }, tabs, el("div", { class: "find" }, this.opener, this.search), this.panel, this.count);
  }

  focusSearch(): void {
    this.search.focus();
    this.search.select();
  }

  update(state: State, visible: Set<number>): void {
    for (const [view, button] of this.views) button.setAttribute("aria-pressed", String(view === state.view));
    if (document.activeElement !== this.search) this.search.value = state.query;
    for (const key of FILTERS) this.pick(key, state[key]);
    this.pick("from", state.from === null ? "" : String(yearOf(state.from)));
    this.pick("to", state.to === null ? "" : String(yearOf(state.to)));
    const filtered = visible.size < this.record.sightings.length;
    const total = this.record.sightings.length;
    this.count.textContent = filtered ? this.words.phrase("shown", { shown: visible.size, total }) : "";
    this.count.hidden = !filtered;
    const used = [...FILTERS].filter((key) => state[key]).length + Number(state.from !== null || state.to !== null);
    this.opener.textContent = this.words.phrase("filter") + (used ? ` (${this.words.number(used)})` : "");
    this.clear.hidden = used === 0 && !state.query;
  }

  private open(open: boolean): void {
    this.panel.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
    if (open) this.panel.querySelector("select")?.focus();
  }

  private button(key: string, act: () => void): HTMLButtonElement {
    const made = el("button", { type: "button" }, this.words.phrase(key));
    made.addEventListener("click", act);
    return made;
  }

  private pick(key: string, value: string): void {
    const select = this.selects.get(key);
    if (select) select.value = value;
  }

  private fields(): HTMLElement[] {
    const { record, words } = this;
    const { language } = words;
    const all = record.sightings;
    const values: Record<FilterKey, [string, string][]> = {
      status: unique(all.map((s) => [s.status, words.term("status", s.status)])),
      evidence: unique(all.flatMap((s) => s.evidence.map((e): [string, string] => [e, words.term("evidence", e)]))),
      companion: unique(all.flatMap((s) => s.with.map((name): [string, string] => [name, name]))),
      source: unique(all.flatMap((s) => s.sources.map((name): [string, string] => [name, name]))),
      place: unique(all.map((s) => [s.place.en, s.place[language]])),
    };
    const fields = FILTERS.filter((key) => values[key].length > 1 || key === "status").map((key) =>
      this.field(key, values[key], (value) => this.store.set({ [key]: value }, "control")),
    );
    return [...fields, ...this.years()];
  }

  private years(): HTMLElement[] {
    const days = this.record.sightings.filter(dated).flatMap((s) => [s.days[0], s.days[3]]).filter((d) => d !== null);
    const years = [...new Set(days.map(yearOf))].sort((a, b) => a - b);
    const first = years[0];
    const last = years[years.length - 1];
    if (first === undefined || last === undefined || first === last) return [];
    const options: [string, string][] = [];
    for (let y = first; y <= last; y++) options.push([String(y), this.words.number(y)]);
    return [
      this.field("from", options, (v) => this.store.set({ from: v ? startOf(Number(v)) : null }, "control"), "years_from"),
      this.field("to", options, (v) => this.store.set({ to: v ? startOf(Number(v) + 1) - 1 : null }, "control"), "years_to"),
    ];
  }

  private field(key: string, options: [string, string][], choose: (value: string) => void, label = key): HTMLElement {
    const select = el("select", {}, el("option", { value: "" }, this.words.phrase("all")));
    for (const [value, shown] of options) select.append(el("option", { value }, shown));
    select.addEventListener("change", () => choose(select.value));
    this.selects.set(key, select);
    return el("label", {}, el("span", {}, this.words.phrase(label)), select);
  }
}

export function cleared(): Partial<State> {
  const { query, from, to, status, evidence, companion, source, place } = EMPTY;
  return { query, from, to, status, evidence, companion, source, place };
}

/** Each value once, by name; of very many only the most frequent, because the search finds the rest. */
function unique(pairs: [string, string][]): [string, string][] {
  const shown = new Map<string, string>();
  const count = new Map<string, number>();
  for (const [value, name] of pairs) {
    if (!value) continue;
    shown.set(value, name);
    count.set(value, (count.get(value) ?? 0) + 1);
  }
  let found = [...shown];
  if (found.length > CHOICES) found = found.sort((a, b) => (count.get(b[0]) ?? 0) - (count.get(a[0]) ?? 0)).slice(0, CHOICES);
  const compare = new Intl.Collator().compare;
  return found.sort((a, b) => compare(a[1], b[1]));
}
