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
  town: { font: `400 12px ${SANS}`, high: 15, spread: 0 },
  area: { font: `400 11.5px ${SANS}`, high: 14, spread: 0 },
} as const;
type Kind = keyof typeof STYLES;

const DISC = 15;
const DOT = 4;
/** A disc of more sightings than this is named only if all of them are in one place. */
const ALIKE = 12;
/** Towns to find one's way by stand at least this far apart, in pixels, and are never many. */
const TOWN_ROOM = 64;
const MOST_TOWNS = 16;
const SIDES: [dx: number, dy: number][] = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
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
  placed.push(...towns(record, view, size, language, room, said));
  for (const [kind, x, y, width, , names] of record.labels) {
    const name = names[language] ?? names.en ?? "";
    if (areas && kind === "area" && !said.has(name)) push(placed, baseLabel("area", name, x * k, y * k, width * k, room));
  }
  return placed;
}

/** The most important towns in view that find room: a dot and a name. */
function towns(record: Record_, view: View, size: Size, language: Language, room: Room, said: Set<string>): SVGElement[] {
  const { k } = view;
  const taken: [number, number][] = [];
  const placed: SVGElement[] = [];
  const most = Math.min(MOST_TOWNS, Math.ceil((size.w * size.h) / 26000));
  for (const [kind, tx, ty, , , names] of record.labels) {
    if (taken.length >= most) break;
    const name = names[language];
    const [x, y] = [tx * k, ty * k];
    if (kind !== "town" || !name || said.has(name) || !room.free([x - DOT, y - DOT, x + DOT, y + DOT])) continue;
    if (taken.some(([ox, oy]) => Math.hypot(ox - x, oy - y) < TOWN_ROOM)) continue;
    const label = beside("town", name, x, y, DOT, room);
    if (!label) continue;
    room.take([x - DOT, y - DOT, x + DOT, y + DOT]);
    taken.push([x, y]);
    placed.push(svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: 2.2, class: "town-dot" }), label);
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
  const text = cluster.members[0]?.place[language] ?? "";
  if (cluster.members.length > ALIKE && cluster.members.some((s) => s.place[language] !== text)) return null;
  if (!text || drawn.has(text)) return null;
  return beside("place", text, cluster.x * k, cluster.y * k, DISC, room);
}

/** The name below, above, to the right or to the left of a mark of some radius. */
function beside(kind: Kind, text: string, x: number, y: number, radius: number, room: Room): SVGElement | null {
  const half = halfWidth(kind, text);
  for (const [dx, dy] of SIDES) {
    const across = x + dx * (radius + 4 + half);
    const down = dy > 0 ? radius + 13 : dy < 0 ? -radius - 7 : 4;
    const label = at(kind, text, across, y + down, half, room);
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
