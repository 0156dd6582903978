// What the reader has chosen; the single thing that all parts of the page follow.
import type { Language } from "./record";

export type View = "region" | "time" | "table";
export type Cause = "start" | "story" | "scroll" | "map" | "timeline" | "keys" | "address" | "control";

export interface State {
  language: Language;
  selected: number | null;
  view: View;
  query: string;
  status: string;
  evidence: string;
  companion: string;
  source: string;
  place: string;
  from: number | null;
  to: number | null;
  paths: boolean;
}

export const FILTERS = ["status", "evidence", "companion", "source", "place"] as const;
export type FilterKey = (typeof FILTERS)[number];

export const EMPTY: State = {
  language: "en",
  selected: null,
  view: "region",
  query: "",
  status: "",
  evidence: "",
  companion: "",
  source: "",
  place: "",
  from: null,
  to: null,
  paths: false,
};

export type Follower = (state: State, before: State, cause: Cause) => void;

export class Store {
  private followers: Follower[] = [];

  constructor(public state: State) {}

  follow(follower: Follower): void {
    this.followers.push(follower);
  }

  /** Let everything follow the same state anew, because more has become known. */
  again(): void {
    const before = { ...this.state, query: "" };
    if (this.state.query) for (const follower of this.followers) follower(this.state, before, "control");
  }

  set(change: Partial<State>, cause: Cause): void {
    const before = this.state;
    const keys = Object.keys(change) as (keyof State)[];
    if (keys.every((key) => before[key] === change[key])) return;
    this.state = { ...before, ...change };
    for (const follower of this.followers) follower(this.state, before, cause);
  }
}
