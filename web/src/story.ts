// The cards that Python wrote: put in order, shown or hidden, selected, followed while scrolling.
import { calm, el } from "./dom";
import { fold, type Texts } from "./filter";
import { sortDay, type Record_, type Sighting } from "./record";
import type { State, Store } from "./state";
import type { Telling } from "./telling";
import { yearOf } from "./time/days";
import type { Words } from "./words";

interface Group {
  name: string;
  numbers: number[];
}

export class Story implements Telling {
  private cards = new Map<number, HTMLElement>();
  private home: HTMLElement;
  private regions: Group[];
  private shown: Set<number> = new Set();
  private quiet = 0;
  private folded: Texts | null = null;
  private nothing: HTMLElement;

  constructor(edition: HTMLElement, private record: Record_, private words: Words, private store: Store) {
    this.home = edition.querySelector<HTMLElement>(".story") ?? el("div");
    for (const card of this.home.querySelectorAll<HTMLElement>(".card")) this.cards.set(Number(card.dataset["n"]), card);
    this.regions = [...this.home.querySelectorAll<HTMLElement>(".region")].map((section) => ({
      name: section.querySelector("h2")?.textContent ?? "",
      numbers: [...section.querySelectorAll<HTMLElement>(".card")].map((card) => Number(card.dataset["n"])),
    }));
    this.nothing = el("p", { class: "nothing", hidden: true }, words.phrase("nothing"));
    this.home.before(this.nothing);
    this.home.addEventListener("click", (event) => this.clicked(event));
    this.watch();
  }

  /** Folded text of every card, made when the reader first searches. */
  texts(): Texts {
    this.folded ??= new Map([...this.cards].map(([n, card]) => [n, fold(card.textContent ?? "")]));
    return this.folded;
  }

  /** Numbers of the shown cards in the order of the page. */
  get order(): number[] {
    return [...this.home.querySelectorAll<HTMLElement>(".card:not([hidden])")].map((card) => Number(card.dataset["n"]));
  }

  arrange(state: State): void {
    const groups = state.view === "time" ? this.years() : this.regions;
    this.home.replaceChildren(...groups.map((group) => this.section(group)));
  }

  filter(visible: Set<number>): void {
    this.shown = visible;
    for (const [n, card] of this.cards) card.hidden = !visible.has(n);
    for (const section of this.home.querySelectorAll<HTMLElement>(".region"))
      section.hidden = section.querySelector(".card:not([hidden])") === null;
    this.nothing.hidden = visible.size > 0;
  }

  select(n: number | null, before: number | null, scroll: boolean, focus: boolean): void {
    if (before !== null) this.cards.get(before)?.classList.remove("is-selected");
    const card = n === null ? undefined : this.cards.get(n);
    if (!card) return;
    card.classList.add("is-selected");
    if (!scroll || card.hidden) return;
    this.quiet = performance.now() + 900;
    card.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
    if (focus) card.focus({ preventScroll: true });
  }

  private section(group: Group): HTMLElement {
    const cards = group.numbers.map((n) => this.cards.get(n)).filter((card) => card !== undefined);
    const section = el("section", { class: "region" }, el("h2", {}, el("bdi", {}, group.name)), ...cards);
    section.hidden = cards.every((card) => card.hidden);
    return section;
  }

  private years(): Group[] {
    const rank = new Map(this.record.order.map((n, i) => [n, i]));
    const place = (s: Sighting): number => rank.get(s.n) ?? Infinity;
    const sorted = [...this.record.sightings].sort((a, b) => sortDay(a) - sortDay(b) || place(a) - place(b) || a.n - b.n);
    const groups = new Map<string, number[]>();
    for (const s of sorted) {
      const day = sortDay(s);
      const name = day === Infinity ? this.words.phrase("year_none") : this.words.number(yearOf(day));
      groups.set(name, [...(groups.get(name) ?? []), s.n]);
    }
    return [...groups].map(([name, numbers]) => ({ name, numbers }));
  }

  private clicked(event: Event): void {
    if (!(event.target instanceof Element) || event.target.closest("a,summary,button,details")) return;
    const card = event.target.closest<HTMLElement>(".card");
    if (card && !getSelection()?.toString()) this.store.set({ selected: Number(card.dataset["n"]) }, "story");
  }

  /** The card that the reader has scrolled to becomes the selected one. */
  private watch(): void {
    let waiting = 0;
    addEventListener("scroll", () => {
      if (waiting || performance.now() < this.quiet || this.home.offsetParent === null) return;
      waiting = requestAnimationFrame(() => {
        waiting = 0;
        if (performance.now() < this.quiet || scrollY < 8) return;
        const n = this.reading();
        if (n !== null) this.store.set({ selected: n }, "scroll");
      });
    }, { passive: true });
  }

  private reading(): number | null {
    const box = this.home.getBoundingClientRect();
    const line = innerHeight * (innerWidth > 800 ? 0.32 : 0.55);
    if (box.bottom < line) return null;
    const at = document.elementFromPoint(box.left + box.width / 2, line)?.closest<HTMLElement>(".card");
    const n = at && this.home.contains(at) ? Number(at.dataset["n"]) : null;
    return n !== null && this.shown.has(n) ? n : null;
  }
}
