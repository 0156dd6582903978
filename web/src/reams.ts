// The story of a large record: a few dozen cards at a time, each read from its file when it is needed.
import { calm, el } from "./dom";
import { fold, type Texts } from "./filter";
import { sortDay, type Record_, type Sighting } from "./record";
import type { State, Store } from "./state";
import type { Telling } from "./telling";
import { yearOf } from "./time/days";
import type { Words } from "./words";

/** Cards a file and sightings a file of words, as Python writes them. */
const REAM = 50;
const QUIRE = 5000;
/** Cards added at a time and cards kept on the page. */
const STEP = 30;
const KEPT = 150;

export class Reams implements Telling {
  private home: HTMLElement;
  private before = el("button", { type: "button", class: "earlier" });
  private after = el("div", { class: "later", "aria-hidden": "true" });
  private nothing: HTMLElement;
  private sorted: Sighting[] = [];
  private list: Sighting[] = [];
  private heading: (s: Sighting) => string = () => "";
  private from = 0;
  private to = 0;
  private turn = 0;
  private quiet = 0;
  private end: IntersectionObserver;
  private folded: Texts | null = null;
  private rank: Map<number, number>;

  constructor(edition: HTMLElement, private record: Record_, private words: Words, private store: Store, private heard: () => void) {
    this.home = edition.querySelector<HTMLElement>(".story") ?? el("div");
    this.sorted = record.sightings;
    this.rank = new Map(record.order.map((n, i) => [n, i]));
    this.nothing = el("p", { class: "nothing", hidden: true }, words.phrase("nothing"));
    this.home.before(this.nothing);
    this.before.textContent = words.phrase("earlier");
    this.before.addEventListener("click", () => void this.show(Math.max(0, this.from - STEP), this.from));
    this.home.addEventListener("click", (event) => this.clicked(event));
    this.end = new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && void this.grow(), { rootMargin: "600px" });
    this.end.observe(this.after);
    this.watch();
  }

  /** What the page knows itself; the words of the quotes join when they have been read. */
  texts(): Texts {
    if (!this.folded) {
      const { language } = this.words;
      this.folded = new Map(
        this.record.sightings.map((s) => [s.n, fold(`${s.n} ${s.place[language]} ${s.date[language]} ${s.with.join(" ")} ${s.sources.join(" ")}`)]),
      );
      void this.readWords(this.folded);
    }
    return this.folded;
  }

  get order(): number[] {
    return this.list.map((s) => s.n);
  }

  arrange(state: State): void {
    const { language } = this.words;
    const byTime = state.view === "time";
    this.heading = byTime ? (s) => this.year(s) : (s) => s.region[language];
    const place = (s: Sighting): number => this.rank.get(s.n) ?? Infinity;
    this.sorted = byTime
      ? [...this.record.sightings].sort((a, b) => sortDay(a) - sortDay(b) || place(a) - place(b) || a.n - b.n)
      : this.record.sightings;
  }

  filter(visible: Set<number>): void {
    this.list = this.sorted.filter((s) => visible.has(s.n));
    this.nothing.hidden = this.list.length > 0;
    this.begin(0);
  }

  select(n: number | null, _before: number | null, scroll: boolean, focus: boolean): void {
    this.home.querySelector(".card.is-selected")?.classList.remove("is-selected");
    const at = n === null ? -1 : this.list.findIndex((s) => s.n === n);
    if (at < 0) return;
    const known = this.card(n);
    if (known) return this.choose(known, scroll, focus);
    if (scroll) this.begin(at, focus);
  }

  private choose(card: HTMLElement, scroll: boolean, focus: boolean): void {
    card.classList.add("is-selected");
    if (!scroll) return;
    this.quiet = performance.now() + 900;
    card.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
    if (focus) card.focus({ preventScroll: true });
  }

  private card(n: number | null): HTMLElement | null {
    return n === null ? null : this.home.querySelector<HTMLElement>(`.card[data-n="${n}"]`);
  }

  /** Show the list anew from a place in it. */
  private begin(at: number, focus: boolean | null = null): void {
    this.turn++;
    this.from = this.to = at;
    this.home.replaceChildren(this.before, this.after);
    this.before.hidden = at === 0;
    void this.show(at, at + STEP).then(() => {
      const chosen = this.card(this.store.state.selected);
      if (chosen) this.choose(chosen, focus !== null, focus === true);
    });
  }

  private async grow(): Promise<void> {
    if (this.to > this.from && this.to < this.list.length) await this.show(this.to, this.to + STEP);
  }

  /** Put the cards of a stretch of the list before or after those that are there. */
  private async show(from: number, to: number): Promise<void> {
    const turn = this.turn;
    const some = this.list.slice(from, to);
    const cards = await Promise.all(some.map((s) => this.read(s)));
    if (turn !== this.turn || (from !== this.to && to !== this.from)) return;
    const nodes = cards.flatMap((card, i) => this.headed(card, from + i));
    const forward = from === this.to;
    if (forward) {
      this.after.before(...nodes);
      this.to = from + some.length;
    } else {
      this.before.after(...nodes);
      this.from = from;
    }
    this.trim(forward);
    this.before.hidden = this.from === 0;
    this.end.unobserve(this.after); // the end of the list may still be in sight
    this.end.observe(this.after);
  }

  private headed(card: HTMLElement | null, at: number): Node[] {
    const [s, last] = [this.list[at], this.list[at - 1]];
    if (!card || !s) return [];
    card.classList.toggle("is-selected", s.n === this.store.state.selected);
    const name = this.heading(s);
    if (last && at > 0 && this.heading(last) === name) return [card];
    return [el("div", { class: "region" }, el("h2", {}, el("bdi", {}, name))), card];
  }

  /** The cards farthest behind the reader leave the page, headings with them. */
  private trim(forward: boolean): void {
    const cards = [...this.home.querySelectorAll<HTMLElement>(".card")];
    const many = Math.max(0, cards.length - KEPT);
    for (const card of forward ? cards.slice(0, many) : cards.slice(cards.length - many)) {
      const head = card.previousElementSibling;
      if (head?.classList.contains("region")) head.remove();
      card.remove();
    }
    if (forward) this.from += many;
    else this.to -= many;
  }

  private async read(s: Sighting): Promise<HTMLElement | null> {
    const { language } = this.words;
    const cards = await reader.cards(`${language}-${Math.floor((s.n - 1) / REAM)}`);
    return cards.get(s.n) ?? null;
  }

  private async readWords(texts: Texts): Promise<void> {
    const files = Math.ceil(this.record.sightings.length / QUIRE);
    for (let file = 0; file < files; file++) {
      const words = await reader.words(String(file));
      words.forEach((said, i) => {
        const n = file * QUIRE + i + 1;
        texts.set(n, `${texts.get(n) ?? ""} ${fold(said)}`);
      });
    }
    this.heard();
  }

  private year(s: Sighting): string {
    const day = sortDay(s);
    return day === Infinity ? this.words.phrase("year_none") : this.words.number(yearOf(day));
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
        const box = this.home.getBoundingClientRect();
        const line = innerHeight * (innerWidth > 800 ? 0.32 : 0.55);
        const at = document.elementFromPoint(box.left + box.width / 2, line)?.closest<HTMLElement>(".card");
        if (at && this.home.contains(at)) this.store.set({ selected: Number(at.dataset["n"]) }, "scroll");
      });
    }, { passive: true });
  }
}

/** Reads files of cards and words: classic scripts that hand over what they hold. */
class Reader {
  private found = new Map<string, Promise<Map<number, HTMLElement>>>();
  private waiting = new Map<string, (content: string & string[]) => void>();

  constructor() {
    const hand = (kind: string) => (name: string, content: string & string[]): void => this.waiting.get(`${kind}-${name}`)?.(content);
    Object.assign(window, { wherewhen: { cards: hand("cards"), words: hand("words") } });
  }

  cards(name: string): Promise<Map<number, HTMLElement>> {
    const known = this.found.get(name);
    if (known) return known;
    const made = this.read<string>("cards", name, `cards/${name}.js`).then((markup) => {
      const sheet = document.createElement("template");
      sheet.innerHTML = markup; // made and escaped where the page itself was made
      return new Map([...sheet.content.querySelectorAll<HTMLElement>(".card")].map((card) => [Number(card.dataset["n"]), card]));
    });
    this.found.set(name, made);
    return made;
  }

  words(name: string): Promise<string[]> {
    return this.read<string[]>("words", name, `cards/words-${name}.js`);
  }

  private read<T>(kind: string, name: string, src: string): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.set(`${kind}-${name}`, (content) => resolve(content as T));
      const script = el("script", { src });
      script.addEventListener("error", () => reject(new Error(src)));
      script.addEventListener("load", () => script.remove());
      document.head.append(script);
    });
  }
}

const reader = new Reader();
