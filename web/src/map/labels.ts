// Names on the map: places of sightings first, then countries, then first-level areas; none overlap.
import { svg } from "../dom";
import type { Language, Record_ } from "../record";
import type { Cluster } from "./clusters";
import { Room, textWidth } from "./room";
import type { Size, View } from "./view";

const SANS = '"Noto Sans","Noto Sans Arabic",sans-serif';
const STYLES = {
  place: { font: `600 13px ${SANS}`, high: 17, spread: 0 },
  country: { font: `700 13px ${SANS}`, high: 16, spread: 0.14 },
  area: { font: `400 11.5px ${SANS}`, high: 14, spread: 0 },
} as const;
type Kind = keyof typeof STYLES;

const DISC = 15;
const BESIDE: [dx: number, dy: number][] = [
  [0, DISC + 13],
  [0, -DISC - 7],
  [1, 4],
  [-1, 4],
];

export type Box = [left: number, top: number, right: number, bottom: number];

/** Label elements in pixels at the view's zoom, counted from the plane's corner. ``over`` is covered already. */
export function labels(
  record: Record_,
  found: Cluster[],
  view: View,
  size: Size,
  language: Language,
  over: Box[],
  areas: boolean,
): SVGElement[] {
  const { k } = view;
  const left = view.x * k;
  const top = view.y * k;
  const room = new Room([left + 2, top + 2, left + size.w - 2, top + size.h - 2]);
  for (const box of over) room.take([box[0] + left, box[1] + top, box[2] + left, box[3] + top]);
  for (const c of found) room.take([c.x * k - DISC, c.y * k - DISC, c.x * k + DISC, c.y * k + DISC]);
  const placed: SVGElement[] = [];
  for (const [kind, x, y, width, , names] of record.labels) {
    if (kind === "country") push(placed, baseLabel("country", names[language] ?? names.en ?? "", x * k, y * k, width * k, room));
  }
  const drawn = new Set(placed.map((label) => label.textContent));
  const said = new Set(found.flatMap((c) => c.members.map((s) => s.place[language])));
  for (const cluster of found) push(placed, placeLabel(cluster, k, language, room, drawn));
  for (const [kind, x, y, width, , names] of record.labels) {
    const name = names[language] ?? names.en ?? "";
    if (areas && kind === "area" && !said.has(name)) push(placed, baseLabel("area", name, x * k, y * k, width * k, room));
  }
  return placed;
}

function push(placed: SVGElement[], element: SVGElement | null): void {
  if (element) placed.push(element);
}

function halfWidth(kind: Kind, text: string): number {
  const { font, spread } = STYLES[kind];
  const shown = kind === "country" ? text.toUpperCase() : text;
  return (textWidth(shown, font) * (1 + spread)) / 2 + 3;
}

function baseLabel(kind: Kind, text: string, x: number, y: number, width: number, room: Room): SVGElement | null {
  const half = halfWidth(kind, text);
  const fits = kind === "country" ? width > 1.3 * half : width > 2.2 * half;
  return text && fits ? at(kind, text, x, y + 4, half, room) : null;
}

function placeLabel(cluster: Cluster, k: number, language: Language, room: Room, drawn: Set<string | null>): SVGElement | null {
  const names = [...new Set(cluster.members.map((s) => s.place[language]))];
  const text = names[0] ?? "";
  if (!text || drawn.has(text)) return null;
  const half = halfWidth("place", text);
  for (const [dx, dy] of BESIDE) {
    const x = cluster.x * k + Math.sign(dx) * (DISC + 4 + half);
    const label = at("place", text, x, cluster.y * k + dy, half, room);
    if (label) return label;
  }
  return null;
}

function at(kind: Kind, text: string, x: number, y: number, half: number, room: Room): SVGElement | null {
  const { high } = STYLES[kind];
  const box: [number, number, number, number] = [x - half, y - high + 3, x + half, y + 4];
  if (!room.free(box)) return null;
  room.take(box);
  return svg("text", { x: x.toFixed(1), y: y.toFixed(1), class: `label label-${kind}` }, text);
}
