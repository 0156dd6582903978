// The map: base, shapes, legs, labels, discs, and what lies over them.
import { calm, define, el, narrow, put, svg } from "../dom";
import type { Record_, Sighting } from "../record";
import type { State, Store } from "../state";
import type { Words } from "../words";
import { clusters, REACH, WIDE_REACH, type Cluster } from "./clusters";
import { disc, leg } from "./discs";
import { gestures } from "./gestures";
import { labels, type Box } from "./labels";
import { legend, sightingList, tray, zoomButtons } from "./over";
import { bounded, centred, fitted, kmPerPixel, zoomed, type Size, type View } from "./view";

const TABBABLE = 60;
/** Sightings of which all is drawn; of more only what can be seen. */
const FEW = 400;
const MOST_LEGS = 3000;
/** Half the width of a numbered disc, in pixels. */
const MARK = 15;
/** What the buttons take of a phone's map, where it is high enough. */
const BUTTONS: [number, number] = [40, 56];
const LOW = 240;
/** A map narrower than this has no room for lists that lie over it. */
const NARROW = 640;
/** Share of the map's size that the layers reach beyond it on every side. */
const OVER = 0.25;
/** Kilometres a pixel above which small rivers and first-level borders would only be noise. */
const FAR = 2.2;

export class Chart {
  readonly pane: HTMLElement;
  private base = svg("g");
  private shapes = svg("g");
  private legs = svg("g", { class: "legs" });
  private names = svg("g", { class: "names", "aria-hidden": "true" });
  private discs = svg("g", { class: "discs" });
  private ground = svg("svg", { class: "map-layer map-ground", "aria-hidden": "true" });
  private canvas = svg("svg", { class: "map-layer map" });
  private outside = el("button", { type: "button", class: "outside map-over", hidden: true });
  private scale = el("div", { class: "scale" });
  private popup = el("div", { class: "popup map-over", hidden: true });
  private chosenDisc: SVGGElement | null = null;
  private found: Cluster[] = [];
  private marks: Sighting[] = [];
  private markedOf: Set<number> | null = null;
  private groups = new Map<number, Cluster[]>();
  private view: View = { x: 0, y: 0, k: 1 };
  private size: Size = { w: 0, h: 0 };
  private groundView: View = { x: 0, y: 0, k: 1 };
  private topView: View = { x: 0, y: 0, k: 1 };
  private whole = true;
  private waiting = 0;
  private settling = 0;
  private moving = 0;
  private visible: Set<number>;
  private byNumber: Map<number, Sighting>;
  private stated: Record_["legs"];

  constructor(private record: Record_, private words: Words, private store: Store) {
    this.visible = new Set(record.sightings.map((s) => s.n));
    this.byNumber = new Map(record.sightings.map((s) => [s.n, s]));
    this.stated = record.legs.filter(([, , stated]) => stated).slice(0, MOST_LEGS);
    this.pane = this.build();
    new ResizeObserver(() => this.resized()).observe(this.pane);
  }

  private build(): HTMLElement {
    const { words, record } = this;
    define(hatch("hatch-live", ""), hatch("hatch-selected", " is-selected"));
    this.canvas.append(
      this.shapes, this.legs, this.names, this.discs,
    );
    this.base.append(svg("use", { href: "#base" }));
    this.ground.append(this.base);
    const choose = (s: Sighting): void => this.store.set({ selected: s.n }, "map");
    const field = el(
      "div",
      { class: "map-field", tabindex: 0, role: "application", "aria-label": words.phrase("map_help") },
      this.ground,
      this.canvas,
    );
    const pane = el(
      "section",
      { class: "map-pane", "aria-label": words.phrase("map") },
      field,
      this.controls(),
      tray(record, words, choose, !narrow() && innerHeight > 720),
      legend(record, words, this.pathSwitch(), !narrow() && innerHeight > 720),
      this.outside,
      this.scale,
      el("p", { class: "map-credit" }, words.phrase("attribution_map")),
      record.draft && el("p", { class: "watermark" }, words.phrase("draft")),
      this.popup,
    );
    gestures(field, {
      pan: (dx, dy) => this.move({ ...this.view, x: this.view.x - dx / this.view.k, y: this.view.y - dy / this.view.k }),
      zoom: (factor, px, py) => this.move(zoomed(this.view, factor, px, py)),
      fit: () => this.fit(),
    });
    this.outside.addEventListener("click", () => this.fit());
    pane.addEventListener("toggle", () => this.draw(this.store.state), true);
    field.addEventListener("click", () => (this.popup.hidden = true));
    pane.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.popup.hidden = true;
    });
    return pane;
  }

  private controls(): HTMLElement {
    const middle = (factor: number) => (): void =>
      this.move(zoomed(this.view, factor, this.size.w / 2, this.size.h / 2));
    return zoomButtons(this.words, { in: middle(1.6), out: middle(1 / 1.6), fit: () => this.fit() });
  }

  private pathSwitch(): HTMLElement {
    const box = el("input", { type: "checkbox" });
    box.addEventListener("change", () => this.store.set({ paths: box.checked }, "control"));
    this.store.follow((state) => (box.checked = state.paths));
    return el("label", { class: "paths" }, box, " ", this.words.phrase("unknown_paths"));
  }

  /** Follow the state: what is shown, what is selected. */
  update(state: State, visible: Set<number>, look: boolean): void {
    this.visible = visible;
    this.draw(state);
    if (look && state.selected !== null) this.show(state.selected);
  }

  private resized(): void {
    const box = this.pane.getBoundingClientRect();
    if (box.width < 10 || box.height < 10) return;
    const kept = centreOf(this.view, this.size);
    this.size = { w: box.width, h: box.height };
    this.view = this.whole || !kept ? fitted(this.record, this.size, this.record.focus, this.folded()) : centred(kept.x, kept.y, this.view.k, this.size);
    this.view = bounded(this.view, this.record, this.size);
    this.lay();
    this.draw(this.store.state);
    if (this.whole) this.clear();
  }

  /** Fold away what lies over a mark, so that the first look shows every one. */
  private clear(): void {
    const { x, y, k } = this.view;
    const { left, top } = this.pane.getBoundingClientRect();
    for (const over of this.pane.querySelectorAll<HTMLDetailsElement>("details.map-over[open]")) {
      const box = over.getBoundingClientRect();
      const covers = (c: Cluster): boolean => {
        const [px, py] = [(c.x - x) * k + left, (c.y - y) * k + top];
        return px > box.left - MARK && px < box.right + MARK && py > box.top - MARK && py < box.bottom + MARK;
      };
      if (this.size.w < NARROW || this.found.some(covers)) over.open = false;
    }
  }

  private fit(): void {
    this.glide(fitted(this.record, this.size, this.record.fit, this.folded()));
  }

  /** Pixels at the head and at the foot of the map that lie under buttons, or under the open legend. */
  private folded(): [number, number] {
    if (narrow()) return this.size.h > LOW ? BUTTONS : [0, 0];
    const box = this.pane.querySelector<HTMLDetailsElement>(".legend[open]")?.offsetHeight ?? 0;
    return [0, box > this.size.h / 4 ? 0 : box];
  }

  private move(view: View): void {
    this.whole = false;
    this.popup.hidden = true;
    this.view = bounded(view, this.record, this.size);
    if (!this.waiting) {
      this.waiting = requestAnimationFrame(() => {
        this.waiting = 0;
        if (this.view.k !== this.topView.k) this.draw(this.store.state);
        this.place();
        this.settle();
      });
    }
  }

  /** Once the map has come to rest it is drawn sharp and its names are set anew. */
  private settle(): void {
    clearTimeout(this.settling);
    this.settling = window.setTimeout(() => {
      this.lay();
      this.draw(this.store.state);
    }, 130);
  }

  /** Move the drawn layers to where the view says; the browser need not draw them again. */
  private place(): void {
    const { x, y, k } = this.view;
    for (const [layer, drawn] of [[this.ground, this.groundView], [this.canvas, this.topView]] as const) {
      const move = `translate(${(drawn.x - x) * k}px, ${(drawn.y - y) * k}px) scale(${k / drawn.k})`;
      layer.style.transform = drawn.x === x && drawn.y === y && drawn.k === k ? "" : move;
    }
    const far = Math.max(Math.abs(this.groundView.x - x) / this.size.w, Math.abs(this.groundView.y - y) / this.size.h) * k;
    if (far > OVER) this.lay();
  }

  /** Draw the base for the present view, with a margin to move into. */
  private lay(): void {
    this.groundView = { ...this.view };
    this.ground.style.transform = "";
    this.ground.classList.toggle("is-far", kmPerPixel(this.view, this.record, this.size) > FAR);
    put(this.base, { transform: this.planeToLayer() });
  }

  private planeToLayer(): string {
    const { x, y, k } = this.view;
    return `translate(${this.size.w * OVER} ${this.size.h * OVER}) scale(${k}) translate(${-x} ${-y})`;
  }

  private draw(state: State): void {
    if (this.size.w === 0) return;
    const { x, y, k } = this.view;
    this.topView = { ...this.view };
    this.canvas.style.transform = "";
    put(this.shapes, { transform: this.planeToLayer() });
    const pixels = `translate(${(this.size.w * OVER - x * k).toFixed(2)} ${(this.size.h * OVER - y * k).toFixed(2)})`;
    for (const layer of [this.legs, this.names, this.discs]) put(layer, { transform: pixels });
    for (const pattern of document.querySelectorAll("#hatch-live, #hatch-selected")) put(pattern, { patternTransform: `scale(${1 / k}) rotate(45)` });
    const shown = this.marked();
    this.found = this.inView(this.grouped(shown, k));
    this.drawShapes(shown, state.selected);
    this.legs.replaceChildren(...this.legLines(state));
    const far = kmPerPixel(this.view, this.record, this.size) > FAR;
    const { language } = this.words;
    this.names.replaceChildren(...labels(this.record, this.found, this.view, this.size, language, this.covered(), !far));
    this.drawDiscs(state.selected);
    this.drawScale();
    this.countOutside(shown);
  }

  /** The sightings that are shown and have a place. */
  private marked(): Sighting[] {
    if (this.markedOf !== this.visible) {
      this.markedOf = this.visible;
      this.marks = this.record.sightings.filter((s) => s.mark && this.visible.has(s.n));
      this.groups.clear();
    }
    return this.marks;
  }

  /** Clusters depend on nothing but the sightings and the zoom. */
  private grouped(shown: Sighting[], k: number): Cluster[] {
    const known = this.groups.get(k);
    if (known) return known;
    if (this.groups.size > 4) this.groups.clear();
    const made = clusters(shown, k, this.record.large ? WIDE_REACH : REACH);
    this.groups.set(k, made);
    return made;
  }

  /** Of many clusters only those that can be seen without moving far. */
  private inView(all: Cluster[]): Cluster[] {
    if (all.length <= FEW) return all;
    const { x, y, k } = this.view;
    const [left, top] = [x - (this.size.w * OVER) / k, y - (this.size.h * OVER) / k];
    const [right, bottom] = [x + (this.size.w * (1 + OVER)) / k, y + (this.size.h * (1 + OVER)) / k];
    return all.filter((c) => c.x >= left && c.x <= right && c.y >= top && c.y <= bottom);
  }

  /** What lies over the map, in pixels of the map. */
  private covered(): Box[] {
    const { left, top } = this.pane.getBoundingClientRect();
    return [...this.pane.querySelectorAll<HTMLElement>(".map-over:not([hidden]), .scale, .map-credit")].map((element) => {
      const box = element.getBoundingClientRect();
      return [box.left - left, box.top - top, box.right - left, box.bottom - top];
    });
  }

  private countOutside(shown: Sighting[]): void {
    const { x, y, k } = this.view;
    const out = shown.filter(({ mark }) => {
      if (!mark) return false;
      const [px, py] = [(mark[1] - x) * k, (mark[2] - y) * k];
      return px < 0 || py < 0 || px > this.size.w || py > this.size.h;
    });
    this.outside.hidden = out.length === 0;
    this.outside.textContent = this.words.phrase("outside", { n: out.length });
  }

  private drawShapes(shown: Sighting[], selected: number | null): void {
    const wanted = this.shapely(shown, selected);
    const uses = wanted.map((s) => {
      const [, , , reach = 0, outline = 0] = s.mark ?? [];
      const wide = reach * this.view.k > (outline ? 0.7 : 0.25) * Math.min(this.size.w, this.size.h);
      const chosen = (s.n === selected ? " is-selected" : "") + (wide ? " is-wide" : "");
      const use = shape(s, `shape is-${s.mark?.[0]} is-${s.status}${chosen}`);
      use.addEventListener("click", (event) => this.choose(s, event));
      return use;
    });
    const rank = (use: SVGElement): number =>
      use.classList.contains("is-selected") ? 2 : use.classList.contains("is-country") ? 0 : 1;
    uses.sort((a, b) => rank(a) - rank(b));
    this.shapes.replaceChildren(...uses);
  }

  /** The sightings whose areas are drawn: all of a few, else those in view, and never too many. */
  private shapely(shown: Sighting[], selected: number | null): Sighting[] {
    const { x, y, k } = this.view;
    const [wide, high] = [this.size.w / k, this.size.h / k];
    const found: Sighting[] = [];
    const drawn = new Set<string>();
    for (const s of shown) {
      if (!s.mark || s.mark[0] === "point") continue;
      const [, mx, my, reach, outline] = s.mark;
      const near = mx + reach > x - wide && mx - reach < x + 2 * wide && my + reach > y - high && my - reach < y + 2 * high;
      const few = shown.length <= FEW || (near && reach * k > 20 && found.length < FEW);
      if (!few && s.n !== selected) continue;
      const same = `${outline || `${mx},${my},${reach}`} ${s.status}`;
      if (drawn.has(same) && s.n !== selected) continue;
      drawn.add(same);
      found.push(s);
    }
    return found;
  }

  private drawDiscs(selected: number | null): void {
    const hadFocus = this.discs.contains(document.activeElement);
    this.chosenDisc = null;
    const made = this.found.map((cluster) => this.drawDisc(cluster, selected));
    this.discs.replaceChildren(...made);
    const chosen: SVGGElement | null = this.chosenDisc;
    if (chosen) this.discs.append(chosen);
    if (hadFocus) (chosen ?? made[0])?.focus();
  }

  private drawDisc(cluster: Cluster, selected: number | null): SVGGElement {
    const chosen = cluster.members.find((s) => s.n === selected);
    const group = disc(cluster, this.view.k, this.words, this.found.length <= TABBABLE, chosen);
    if (chosen) {
      group.classList.add("is-selected");
      this.chosenDisc = group;
    }
    const act = (event: Event): void => {
      const [first] = cluster.members;
      if (cluster.members.length > 1) this.list(cluster, event);
      else if (first) this.choose(first, event);
    };
    group.addEventListener("click", act);
    group.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") act(event);
    });
    return group;
  }

  private choose(s: Sighting, event: Event): void {
    event.stopPropagation();
    event.preventDefault();
    this.popup.hidden = true;
    this.store.set({ selected: s.n }, "map");
  }

  private list(cluster: Cluster, event: Event): void {
    event.stopPropagation();
    event.preventDefault();
    const items = sightingList(cluster.members, this.words, (s) => {
      this.popup.hidden = true;
      this.store.set({ selected: s.n }, "map");
    });
    this.popup.replaceChildren(items);
    this.popup.hidden = false;
    const { x, y, k } = this.view;
    const left = Math.max(8, Math.min(this.size.w - this.popup.offsetWidth - 8, (cluster.x - x) * k - this.popup.offsetWidth / 2));
    const below = (cluster.y - y) * k + 20;
    const top = below + this.popup.offsetHeight > this.size.h - 8 ? Math.max(8, below - 40 - this.popup.offsetHeight) : below;
    this.popup.style.left = `${left}px`;
    this.popup.style.top = `${top}px`;
    items.querySelector("button")?.focus();
  }

  private legLines(state: State): SVGElement[] {
    const lines: (SVGElement | null)[] = [];
    const legs = state.paths ? this.record.legs.slice(0, MOST_LEGS) : this.stated;
    for (const [from, to, stated] of legs) {
      const [a, b] = [this.byNumber.get(from), this.byNumber.get(to)];
      if (!a || !b || !this.visible.has(from) || !this.visible.has(to)) continue;
      if (stated || state.paths) lines.push(leg(a, b, this.view.k, stated));
    }
    return lines.filter((line) => line !== null);
  }

  private drawScale(): void {
    const km = kmPerPixel(this.view, this.record, this.size);
    const most = Math.min(120, this.size.w / 4) * km;
    const power = 10 ** Math.floor(Math.log10(most));
    const nice = [5, 2, 1].map((step) => step * power).find((step) => step <= most) ?? power;
    this.scale.textContent = this.words.phrase("scale", { km: nice });
    this.scale.style.width = `${nice / km}px`;
  }

  /** Bring a sighting into the calm middle of the map if it is not there. */
  private show(n: number): void {
    const mark = this.record.sightings.find((s) => s.n === n)?.mark;
    if (!mark || this.size.w === 0) return;
    const { x, y, k } = this.view;
    const [px, py] = [(mark[1] - x) * k, (mark[2] - y) * k];
    const [mx, my] = [this.size.w * 0.16, this.size.h * 0.16];
    if (px > mx && px < this.size.w - mx && py > my && py < this.size.h - my) return;
    this.glide(centred(mark[1], mark[2], k, this.size));
  }

  private glide(to: View): void {
    cancelAnimationFrame(this.moving);
    const from = { ...this.view };
    const target = bounded(to, this.record, this.size);
    const begin = performance.now();
    const long = calm() ? 0 : 350;
    const step = (now: number): void => {
      const t = long === 0 ? 1 : Math.min(1, (now - begin) / long);
      const e = t * t * (3 - 2 * t);
      const k = from.k * (target.k / from.k) ** e;
      this.move({ x: from.x + (target.x - from.x) * e, y: from.y + (target.y - from.y) * e, k });
      if (t < 1) this.moving = requestAnimationFrame(step);
    };
    step(begin);
  }
}

/** An area by its outline, or a circle as wide as the doubt. */
function shape(s: Sighting, name: string): SVGElement {
  const [, x, y, reach, outline] = s.mark ?? ["point", 0, 0, 0, 0];
  if (outline) return svg("use", { href: `#shape-${outline}`, class: name });
  return svg("circle", { cx: x, cy: y, r: reach, class: `thin ${name}` });
}

function hatch(id: string, kind: string): SVGElement {
  return svg(
    "pattern",
    { id, width: 7, height: 7, patternUnits: "userSpaceOnUse" },
    svg("rect", { width: 7, height: 7, class: `hatch-ground${kind}` }),
    svg("path", { d: "M0 0V7", class: `hatch-line${kind}` }),
  );
}

function centreOf(view: View, size: Size): { x: number; y: number } | null {
  return size.w ? { x: view.x + size.w / 2 / view.k, y: view.y + size.h / 2 / view.k } : null;
}
