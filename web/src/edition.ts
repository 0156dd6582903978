// One language of the page brought to life: map, story, table, timeline, toolbar.
import { el, narrow } from "./dom";
import { Chart } from "./map/chart";
import { passing } from "./filter";
import type { Record_ } from "./record";
import type { Cause, State, Store } from "./state";
import { LongTable } from "./longtable";
import { Reams } from "./reams";
import { Story } from "./story";
import { Table, type Tabular } from "./table";
import type { Telling } from "./telling";
import { Timeline } from "./time/line";
import { Toolbar } from "./toolbar";
import type { Words } from "./words";

export class Edition {
  private chart: Chart;
  private story: Telling;
  private table: Tabular;
  private timeline: Timeline;
  private toolbar: Toolbar;
  private visible = new Set<number>();

  constructor(readonly root: HTMLElement, private record: Record_, words: Words, private store: Store) {
    this.chart = new Chart(record, words, store);
    const again = (): void => store.again();
    this.story = record.large ? new Reams(root, record, words, store, again) : new Story(root, record, words, store);
    this.table = record.large ? new LongTable(root, record, words, store) : new Table(root, words, store);
    this.timeline = new Timeline(record, words, store);
    this.toolbar = new Toolbar(record, words, store);
    const stage = root.querySelector(".stage");
    const main = root.querySelector(".main");
    main?.before(this.chart.pane);
    main?.prepend(this.toolbar.pane);
    if (!this.timeline.empty) stage?.append(this.timeline.pane);
    this.banner(words);
    new ResizeObserver(() => this.measure()).observe(root.querySelector(".banner") ?? root);
    new ResizeObserver(() => this.measure()).observe(this.timeline.pane);
  }

  /** Show the state, wholly at first, then what has changed. */
  show(state: State, before: State | null, cause: Cause): void {
    if (before === null) this.measure();
    const changed = (...keys: (keyof State)[]): boolean => before === null || keys.some((k) => before[k] !== state[k]);
    const filtered = changed("query", "status", "evidence", "companion", "source", "place", "from", "to");
    if (filtered) this.visible = passing(this.record, state, () => this.story.texts());
    if (changed("view")) {
      this.root.dataset["view"] = state.view;
      if (state.view !== "table") this.story.arrange(state);
    }
    if (filtered || changed("view")) this.story.filter(this.visible);
    if (filtered) this.toolbar.update(state, this.visible);
    else if (changed("view")) this.toolbar.update(state, this.visible);
    this.table.update(this.visible, state.selected);
    const moved = changed("selected");
    this.chart.update(state, this.visible, moved && cause !== "map");
    this.timeline.update(state, before, this.visible);
    if (moved || changed("view")) this.select(state, before, cause);
  }

  /** The sighting before or after the selected one in the order that is shown. */
  step(by: 1 | -1): void {
    const { state } = this.store;
    const order = state.view === "table" ? this.table.order : this.story.order;
    const at = state.selected === null ? -1 : order.indexOf(state.selected);
    const next = at < 0 ? order[by > 0 ? 0 : order.length - 1] : order[at + by];
    if (next !== undefined) this.store.set({ selected: next }, "keys");
  }

  focusSearch(): void {
    this.toolbar.focusSearch();
  }

  private select(state: State, before: State | null, cause: Cause): void {
    const scroll = cause !== "scroll" && cause !== "story";
    this.story.select(state.selected, before?.selected ?? null, scroll, cause === "keys" || cause === "map" || cause === "timeline");
    if (state.view === "table" && state.selected !== null && scroll) this.table.reveal(state.selected);
  }

  private banner(words: Words): void {
    const print = el("button", { type: "button", class: "button" }, words.phrase("print"));
    print.addEventListener("click", () => window.print());
    this.root.querySelector(".banner-nav")?.append(print);
    const fold = el("button", { type: "button", class: "fold-map", "aria-expanded": "true" }, words.phrase("hide_map"));
    fold.addEventListener("click", () => {
      const folded = this.root.classList.toggle("is-map-folded");
      fold.textContent = words.phrase(folded ? "show_map" : "hide_map");
      fold.setAttribute("aria-expanded", String(!folded));
    });
    this.toolbar.pane.append(fold);
  }

  private measure(): void {
    const banner = this.root.querySelector<HTMLElement>(".banner")?.offsetHeight ?? 0;
    const scrolls = narrow() && !document.documentElement.classList.contains("embed");
    this.root.style.setProperty("--banner", `${scrolls ? 0 : banner}px`);
    this.root.style.setProperty("--timeline", `${this.timeline.pane.offsetHeight}px`);
  }
}
