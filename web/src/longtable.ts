// The table of a large record: rows made from the record, a few hundred at a time.
import { el } from "./dom";
import { sortDay, type Record_, type Sighting } from "./record";
import type { Store } from "./state";
import type { Tabular } from "./table";
import { dayWords } from "./time/days";
import type { Words } from "./words";

const STEP = 200;
type Key = (s: Sighting) => string | number;

export class LongTable implements Tabular {
  private body: HTMLElement;
  private more: HTMLButtonElement;
  private sorted: Sighting[];
  private list: Sighting[] = [];
  private visible: Set<number> | null = null;
  private shown = STEP;

  constructor(edition: HTMLElement, record: Record_, private words: Words, private store: Store) {
    const table = edition.querySelector<HTMLElement>(".table table") ?? el("table");
    this.body = table.querySelector("tbody") ?? el("tbody");
    this.sorted = [...record.sightings];
    this.more = el("button", { type: "button", class: "button" }, words.phrase("show_more"));
    this.more.addEventListener("click", () => {
      this.shown += STEP;
      this.fill();
    });
    table.after(this.more);
    table.querySelectorAll<HTMLElement>("th").forEach((head) => this.sortable(head));
    this.body.addEventListener("click", (event) => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>("tr") : null;
      if (row && !(event.target as Element).closest("a")) store.set({ selected: Number(row.dataset["n"]) }, "story");
    });
  }

  get order(): number[] {
    return this.list.map((s) => s.n);
  }

  update(visible: Set<number>, selected: number | null): void {
    if (visible !== this.visible) {
      this.visible = visible;
      this.shown = STEP;
      this.list = this.sorted.filter((s) => visible.has(s.n));
      this.fill();
    }
    this.body.querySelector(".is-selected")?.classList.remove("is-selected");
    this.body.querySelector(`tr[data-n="${selected}"]`)?.classList.add("is-selected");
  }

  reveal(n: number): void {
    const at = this.list.findIndex((s) => s.n === n);
    if (at >= this.shown) {
      this.shown = at + STEP;
      this.fill();
    }
    this.body.querySelector(`tr[data-n="${n}"]`)?.scrollIntoView({ block: "nearest" });
  }

  private fill(): void {
    this.body.replaceChildren(...this.list.slice(0, this.shown).map((s) => this.row(s)));
    this.more.hidden = this.list.length <= this.shown;
  }

  private row(s: Sighting): HTMLElement {
    const { words } = this;
    const { language } = words;
    const day = (at: number | null): string => (at === null ? "–" : dayWords(at, words));
    const link = el("a", { href: `#${language}-${encodeURIComponent(s.id)}` }, words.number(s.n));
    const cells: (Node | string)[] = [
      link, el("bdi", {}, s.place[language]), s.date[language], day(s.days[0]), day(s.days[3]),
      s.with.join(words.data.list_comma), s.evidence.map((e) => words.term("evidence", e)).join(words.data.list_comma),
      words.term("status", s.status), words.number(s.independent),
    ];
    return el("tr", { "data-n": s.n }, ...cells.map((cell) => el("td", {}, cell)));
  }

  private sortable(head: HTMLElement): void {
    const { words } = this;
    const { language } = words;
    const name = head.textContent ?? "";
    const keys: Record<string, Key> = {
      number: (s) => s.n, place: (s) => s.place[language], date: sortDay, earliest: (s) => s.days[0] ?? Infinity,
      latest: (s) => s.days[3] ?? Infinity, with: (s) => s.with.join(), evidence: (s) => s.evidence.join(),
      status: (s) => s.status, sources_count: (s) => s.independent,
    };
    const key = keys[head.dataset["key"] ?? "number"] ?? sortDay;
    const button = el("button", { type: "button", title: words.phrase("sort_by", { column: name }) }, name);
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      head.parentElement?.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const compare = new Intl.Collator(language, { numeric: true }).compare;
      const order = (a: Sighting, b: Sighting): number => {
        const [p, q] = [key(a), key(b)];
        return typeof p === "number" && typeof q === "number" ? (p === q ? 0 : p < q ? -1 : 1) : compare(String(p), String(q));
      };
      this.sorted.sort((a, b) => order(a, b) * (up ? 1 : -1));
      this.visible = null;
      this.update(new Set(this.list.map((s) => s.n)), this.store.state.selected);
    });
  }
}
