// What both kinds of story can do: the one whose cards stand in the page, and the one that reads them.
import type { Texts } from "./filter";
import type { State } from "./state";

export interface Telling {
  /** Folded text of every sighting. */
  texts(): Texts;
  /** Numbers of the shown cards in the order of the page. */
  readonly order: number[];
  arrange(state: State): void;
  filter(visible: Set<number>): void;
  select(n: number | null, before: number | null, scroll: boolean, focus: boolean): void;
}
