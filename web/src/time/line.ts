// The timeline: rows of sightings with their doubt drawn, a brush for years, a list of those without a date.
import { define, el, narrow, put, svg } from "../dom";
import { markLabel } from "../map/discs";
import { sightingList } from "../map/over";
import { dated, type Record_, type Sighting } from "../record";
import type { State, Store } from "../state";
import type { Words } from "../words";
import { brush, type Brush } from "./brush";
import { bands, density } from "./crowd";
import { lanes, piece, type Axis, type Piece } from "./shape";
import { ticks } from "./ticks";

const AXIS = 18;
const TABBABLE = 60;

export class Timeline {
  readonly pane: HTMLElement;
  private canvas = svg("svg", { class: "line" });
  private title = el("p", { class: "timeline-title", "aria-live": "polite" });
  private rows: "evidence" | "region" = "evidence";
  private visible: Set<number>;
  private first = 0;
  private last = 1;
  private brush: Brush;

  constructor(private record: Record_, private words: Words, private store: Store) {
    this.visible = new Set(record.sightings.map((s) => s.n));
    this.measure();
    define(...gradients());
    this.brush = brush(this.canvas, words, [this.first, this.last], (from, to) => store.set({ from, to }, "timeline"));
    this.pane = el("section", { class: "timeline", "aria-label": words.phrase("timeline") }, this.head(), this.canvas);
    new ResizeObserver(() => this.draw(store.state)).observe(this.pane);
  }

  get empty(): boolean {
    return !this.record.sightings.some(dated);
  }

  private measure(): void {
    const days = bounds(this.record.sightings);
    const [first, last] = days.reduce(([a, b], d) => [Math.min(a, d), Math.max(b, d)], [Infinity, -Infinity]);
    const margin = Math.max(20, (last - first) * 0.03);
    const opens = (side: 0 | 3): boolean => this.record.sightings.some((s) => dated(s) && s.days[side] === null);
    this.first = first - margin - (opens(0) ? (last - first) * 0.04 : 0);
    this.last = last + margin + (opens(3) ? (last - first) * 0.04 : 0);
  }

  private head(): HTMLElement {
    const { words, record } = this;
    const undated = record.sightings.filter((s) => !dated(s));
    const list =
      undated.length > 0 &&
      el(
        "details",
        { class: "undated" },
        el("summary", {}, words.phrase("no_date", { n: undated.length })),
        sightingList(undated, words, (s) => this.store.set({ selected: s.n }, "timeline")),
      );
    const rows = el("button", { type: "button", class: "rows" });
    const name = (): void => {
      rows.textContent = `${words.phrase("rows")} ${words.phrase(`rows_${this.rows}`)}`;
    };
    rows.addEventListener("click", () => {
      this.rows = this.rows === "evidence" ? "region" : "evidence";
      name();
      this.draw(this.store.state);
    });
    name();
    return el("div", { class: "timeline-head" }, this.title, rows, list);
  }

  update(state: State, before: State | null, visible: Set<number>): void {
    const same = before !== null && visible === this.visible && before.from === state.from && before.to === state.to;
    this.visible = visible;
    if (!same) return this.draw(state);
    if (before.selected === state.selected) return;
    if (this.record.large) return this.draw(state);
    this.canvas.querySelector(".when.is-selected")?.classList.remove("is-selected");
    this.canvas.querySelector(`.when[data-n="${state.selected}"]`)?.classList.add("is-selected");
  }

  private draw(state: State): void {
    const names = this.rowNames();
    if (!narrow()) this.canvas.style.height = `${Math.max(96, Math.min(168, AXIS + names.length * 22))}px`;
    const { width, height } = this.canvas.getBoundingClientRect();
    if (width < 20 || this.empty) return;
    const { words } = this;
    this.title.textContent = words.phrase("timeline_in_view", { count: words.count("sightings", this.visible.size) });
    put(this.canvas, { viewBox: `0 0 ${width} ${height}` });
    const side = narrow() ? 8 : Math.min(150, 12 + Math.max(...names.map(([, label]) => label.length)) * 8);
    const axis = this.axis(width, side);
    const parts: SVGElement[] = [...this.axisLines(axis, width, height)];
    parts.push(...bands(this.record, axis, height - AXIS, words, [this.first, this.last]));
    let y = 0;
    this.heights(names, axis, height - AXIS).forEach((high, i) => {
      const [key, label] = names[i] ?? ["", ""];
      if (!narrow()) parts.push(this.rowName(label, width, y + high / 2));
      parts.push(svg("path", { class: "row-line", d: `M0 ${(y + high).toFixed(1)}H${width}` }));
      parts.push(...this.row(key, axis, y, high, state.selected));
      y += high;
    });
    const focused = this.canvas.contains(document.activeElement) ? document.activeElement?.getAttribute("data-n") : null;
    this.canvas.replaceChildren(...parts);
    this.brush.draw(axis, height - AXIS, state.from, state.to);
    if (focused) this.canvas.querySelector<SVGElement>(`[data-n="${focused}"]`)?.focus();
  }

  /** Rows share the height by how many lanes they need, so that no crowd is squeezed beside empty rows. */
  private heights(names: [string, string][], axis: Axis, whole: number): number[] {
    const needs = names.map(([key]) => {
      if (this.record.large) return 2;
      const pieces = this.mine(key).map((s) => piece(s, axis)).filter((p) => p !== null);
      return 1 + Math.min(6, Math.max(1, lanes(pieces)[1]));
    });
    const all = needs.reduce((a, b) => a + b, 0);
    return needs.map((need) => (whole * need) / all);
  }

  private mine(key: string): Sighting[] {
    return this.record.sightings.filter(
      (s) => (this.rows === "region" ? s.region.en : (s.evidence[0] ?? "unattributed")) === key,
    );
  }

  private axis(width: number, side: number): Axis {
    const scale = (width - side - 14) / (this.last - this.first);
    return this.words.rtl
      ? { x: (day) => width - side - (day - this.first) * scale, way: -1, width, days: [this.first, this.last] }
      : { x: (day) => side + (day - this.first) * scale, way: 1, width, days: [this.first, this.last] };
  }

  private axisLines(axis: Axis, width: number, height: number): SVGElement[] {
    const long = Math.abs(axis.x(this.last) - axis.x(this.first));
    let free = -Infinity;
    return ticks(this.first, this.last, long, this.words).flatMap((tick) => {
      const x = axis.x(tick.day).toFixed(1);
      const at = Number(x) + axis.way * 4;
      const end = at + axis.way * tick.label.length * 6.6;
      if (at * axis.way < free) return [];
      free = end * axis.way + 6;
      const line = svg("path", { class: tick.strong ? "tick tick-strong" : "tick", d: `M${x} 0V${height - AXIS}` });
      if (end < 0 || end > width) return [line];
      return [line, svg("text", { class: "tick-label", x: at, y: height - 5 }, tick.label)];
    });
  }

  private rowNames(): [string, string][] {
    const { language } = this.words;
    const shown = this.record.sightings.filter(dated);
    if (this.rows === "region") return [...new Map(shown.map((s) => [s.region.en, s.region[language]]))];
    const kinds = new Set(shown.map((s) => s.evidence[0] ?? "unattributed"));
    const known = Object.keys(this.words.data.evidence);
    const order = [...known.filter((k) => kinds.has(k)), ...[...kinds].filter((k) => !known.includes(k))];
    return order.map((key) => [key, this.words.term("evidence", key)]);
  }

  private rowName(label: string, width: number, y: number): SVGElement {
    const x = this.words.rtl ? width - 12 : 12;
    return svg("text", { class: "row-name", x, y: y + 4 }, label);
  }

  private row(key: string, axis: Axis, top: number, high: number, selected: number | null): SVGElement[] {
    const mine = this.mine(key);
    if (this.record.large) return this.crowd(mine, axis, top, high, selected);
    const pieces = mine.map((s) => piece(s, axis)).filter((p) => p !== null);
    const [lane, count] = lanes(pieces);
    const pitch = Math.min(10.5, (high - 5) / Math.max(1, count));
    const thick = Math.max(2.5, pitch - 1.5);
    const used = count * pitch;
    const tabbable = this.record.sightings.length <= TABBABLE;
    return pieces.map((p) => {
      const y = top + (high - used) / 2 + (lane.get(p) ?? 0) * pitch;
      return this.draw1(p, y, thick, axis, p.sighting.n === selected, tabbable);
    });
  }

  /** Many sightings as the number that could lie at each time, and the selected one over them. */
  private crowd(mine: Sighting[], axis: Axis, top: number, high: number, selected: number | null): SVGElement[] {
    const chosen = mine.find((s) => s.n === selected);
    const one = chosen && piece(chosen, axis);
    const drawn: SVGElement[] = [svg("path", { class: "crowd", d: density(mine.filter((s) => this.visible.has(s.n)), axis, top, high) })];
    if (one) drawn.push(this.draw1(one, top + high / 2 - 3, 6, axis, true, true));
    return drawn;
  }

  private draw1(p: Piece, y: number, thick: number, axis: Axis, selected: boolean, tabbable: boolean): SVGElement {
    const s = p.sighting;
    const group = svg("g", {
      class: `when is-${s.status} is-open-${p.open}${s.vague ? " is-vague" : ""}${selected ? " is-selected" : ""}${this.visible.has(s.n) ? "" : " is-out"}`,
      role: "button",
      tabindex: tabbable ? 0 : -1,
      "aria-label": markLabel(s, this.words),
      "data-n": s.n,
    });
    group.append(svg("title", {}, markLabel(s, this.words)), ...figure(p, y, thick, axis));
    const act = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
      this.store.set({ selected: s.n }, "timeline");
    };
    group.addEventListener("click", act);
    group.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") act(event);
    });
    return group;
  }
}

/** Days known to a year at best decide how far the line reaches; the vaguer ones only where there are no others. */
function bounds(sightings: Sighting[]): number[] {
  const sides = sightings.flatMap(({ days: [a, b, c, d] }) => [[a, b], [c, d]] as const);
  const firm = sides.filter(([a, b]) => a !== null && b !== null && b - a <= 366).flat().filter((day) => day !== null);
  if (firm.length === 0) return sides.flat().filter((day) => day !== null);
  const [lo, hi] = firm.reduce(([a, b], d) => [Math.min(a, d), Math.max(b, d)], [Infinity, -Infinity]);
  for (const { days: [a, , , d] } of sightings) {
    if (d !== null && d < lo) firm.push(d);
    if (a !== null && a > hi) firm.push(a);
  }
  return firm;
}

function figure(p: Piece, y: number, thick: number, axis: Axis): SVGElement[] {
  const middle = y + thick / 2;
  if (p.kind === "dot") return [svg("circle", { class: "dot", cx: (p.start + p.end) / 2, cy: middle, r: Math.max(3, thick / 2) })];
  const box = (a: number, b: number, name: string): SVGElement =>
    svg("rect", { class: name, x: Math.min(a, b), y, width: Math.abs(b - a), height: thick, rx: Math.min(2, thick / 3) });
  const parts = [box(p.start, p.end, "bar")];
  if (p.core) parts.push(box(p.core[0], p.core[1], "core"));
  const arrow = (side: "start" | "end"): void => {
    const [tip, way] = side === "start" ? [p.start, -axis.way] : [p.end, axis.way];
    parts.push(svg("path", { class: "open-arrow", d: `M${tip} ${middle - 3.5}l${way * 5} 3.5l${-way * 5} 3.5` }));
  };
  for (const side of ["start", "end"] as const) if (p.open === side || p.cut.includes(side)) arrow(side);
  if (p.open !== "none" && p.cut.length === 0) {
    const edge = p.open === "start" ? p.end : p.start;
    parts.push(svg("path", { class: "bound", d: `M${edge} ${y - 1}v${thick + 2}` }));
  }
  return parts;
}

/** Bars that fade out to one side of the screen, plain and selected. */
function gradients(): SVGElement[] {
  const fade = (id: string, kind: string, [left, right]: [number, number]): SVGElement =>
    svg(
      "linearGradient",
      { id },
      svg("stop", { offset: 0, class: `fade${kind}`, "stop-opacity": left }),
      svg("stop", { offset: 1, class: `fade${kind}`, "stop-opacity": right }),
    );
  return ["", "-selected"].flatMap((chosen) => {
    const kind = chosen && " is-selected";
    return [fade(`fade-left${chosen}`, kind, [0.06, 0.95]), fade(`fade-right${chosen}`, kind, [0.95, 0.06])];
  });
}

