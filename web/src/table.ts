// The table of sightings: sorted by any column, filtered with the rest.
import { el } from "./dom";
import type { Store } from "./state";
import type { Words } from "./words";

/** What both kinds of table can do. */
export interface Tabular {
  readonly order: number[];
  update(visible: Set<number>, selected: number | null): void;
  reveal(n: number): void;
}

export class Table implements Tabular {
  private rows: HTMLTableRowElement[];
  private body: HTMLElement;

  constructor(edition: HTMLElement, words: Words, store: Store) {
    const table = edition.querySelector<HTMLElement>(".table table") ?? el("table");
    this.body = table.querySelector("tbody") ?? el("tbody");
    this.rows = [...this.body.querySelectorAll("tr")];
    table.querySelectorAll<HTMLElement>("th").forEach((head, column) => this.sortable(head, column, words));
    this.body.addEventListener("click", (event) => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>("tr") : null;
      if (row && !(event.target as Element).closest("a")) store.set({ selected: Number(row.dataset["n"]) }, "story");
    });
  }

  update(visible: Set<number>, selected: number | null): void {
    for (const row of this.rows) {
      const n = Number(row.dataset["n"]);
      row.hidden = !visible.has(n);
      row.classList.toggle("is-selected", n === selected);
    }
  }

  get order(): number[] {
    return [...this.body.querySelectorAll<HTMLElement>("tr:not([hidden])")].map((row) => Number(row.dataset["n"]));
  }

  reveal(n: number): void {
    this.rows.find((row) => Number(row.dataset["n"]) === n)?.scrollIntoView({ block: "nearest" });
  }

  private sortable(head: HTMLElement, column: number, words: Words): void {
    const name = head.textContent ?? "";
    const button = el("button", { type: "button", title: words.phrase("sort_by", { column: name }) }, name);
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      head.parentElement?.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const key = (row: HTMLTableRowElement): string => row.cells[column]?.dataset["sort"] ?? "";
      const compare = new Intl.Collator(words.language, { numeric: true }).compare;
      this.rows.sort((a, b) => compare(key(a), key(b)) * (up ? 1 : -1));
      this.body.append(...this.rows);
    });
  }
}
