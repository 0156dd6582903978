// What lies over the map: zoom buttons, the tray of unplaced sightings, legend, scale, the list of a cluster.
import { el, svg } from "../dom";
import type { Record_, Sighting } from "../record";
import type { Words } from "../words";

const LISTED = 150;
export type Choose = (sighting: Sighting) => void;

/** Sightings to choose from; of very many only the first. */
export function sightingList(sightings: Sighting[], words: Words, choose: Choose): HTMLUListElement {
  const list = el("ul", { class: "sighting-list" });
  for (const s of sightings.slice(0, LISTED)) {
    const button = el(
      "button",
      { type: "button", "data-n": s.n },
      el("b", { class: `number is-${s.status}` }, words.number(s.n)),
      el("span", {}, el("bdi", {}, s.place[words.language]), words.data.list_comma, el("bdi", {}, s.date[words.language])),
    );
    button.addEventListener("click", () => choose(s));
    list.append(el("li", {}, button));
  }
  if (sightings.length > LISTED) list.append(el("li", {}, words.phrase("more", { n: sightings.length - LISTED })));
  return list;
}

export function tray(record: Record_, words: Words, choose: Choose, open: boolean): HTMLElement | null {
  const lost = record.sightings.filter((s) => !s.mark);
  if (lost.length === 0) return null;
  return el(
    "details",
    { class: "tray map-over", open },
    el("summary", {}, words.phrase("not_placed", { n: lost.length })),
    sightingList(lost, words, choose),
  );
}

export function zoomButtons(words: Words, act: { in(): void; out(): void; fit(): void }): HTMLElement {
  const button = (key: string, sign: string, run: () => void): HTMLElement => {
    const made = el("button", { type: "button", "aria-label": words.phrase(key), title: words.phrase(key) }, sign);
    made.addEventListener("click", run);
    return made;
  };
  return el(
    "div",
    { class: "zoom map-over" },
    button("zoom_in", "+", act.in),
    button("zoom_out", "−", act.out),
    button("zoom_fit", "⤢", act.fit),
  );
}

export function legend(record: Record_, words: Words, paths: HTMLElement, open: boolean): HTMLElement {
  const has = (test: (s: Sighting) => boolean): boolean => record.sightings.some((s) => s.mark && test(s));
  const items: [boolean, string, SVGElement][] = [
    [has((s) => s.mark?.[0] === "point"), "legend_place", icon("asserted")],
    [has((s) => s.mark?.[0] === "area" || s.mark?.[0] === "country" || s.mark?.[0] === "line"), "legend_area", areaIcon()],
    [has((s) => s.mark?.[0] === "near"), "legend_near", ringIcon()],
    [has((s) => s.status === "inferred"), "legend_inferred", icon("inferred")],
    [has((s) => s.status === "planned"), "legend_planned", icon("planned")],
    [has((s) => s.status === "denied"), "legend_denied", icon("denied")],
    [record.legs.some(([, , stated]) => stated), "legend_leg", lineIcon("leg")],
    [document.querySelector(".b-disputed") !== null, "legend_disputed", lineIcon("b-disputed")],
  ];
  const unstated = record.legs.some(([, , stated]) => !stated);
  const list = el("ul", {});
  for (const [shown, key, drawing] of items) if (shown) list.append(el("li", {}, drawing, words.phrase(key)));
  if (unstated) list.append(el("li", {}, paths));
  return el("details", { class: "legend map-over", open }, el("summary", {}, words.phrase("legend")), list);
}

function icon(status: string): SVGElement {
  const made = svg("svg", { class: `icon disc is-${status}`, viewBox: "-8 -8 16 16", "aria-hidden": "true" });
  made.append(svg("circle", { r: 6, class: "disc-face" }));
  if (status === "denied") made.append(svg("path", { d: "M-4.2 4.2L4.2-4.2", class: "disc-strike" }));
  return made;
}

function areaIcon(): SVGElement {
  const face = svg("rect", { x: 1, y: 1, width: 20, height: 14, rx: 3, fill: "url(#hatch-icon)" });
  return svg("svg", { class: "icon wide", viewBox: "0 0 22 16", "aria-hidden": "true" }, face);
}

function ringIcon(): SVGElement {
  const ring = svg("circle", { r: 6, class: "ring-icon" });
  return svg("svg", { class: "icon", viewBox: "-8 -8 16 16", "aria-hidden": "true" }, ring);
}

function lineIcon(name: string): SVGElement {
  const line = svg("path", { d: "M1 8H21", class: name });
  return svg("svg", { class: "icon wide", viewBox: "0 0 22 16", "aria-hidden": "true" }, line);
}
