// Discs: a number for one sighting, a stacked disc with a count for several.
import { svg } from "../dom";
import type { Sighting } from "../record";
import type { Words } from "../words";
import type { Cluster } from "./clusters";

const RADIUS = 12.5;
/** Numbers that the name of a disc spells out. */
const NAMED = 12;

export function disc(cluster: Cluster, k: number, words: Words, tabbable: boolean, chosen?: Sighting): SVGGElement {
  const [first] = cluster.members;
  const one = cluster.members.length === 1 && first;
  const statuses = new Set(cluster.members.map((s) => s.status));
  const status = chosen?.status ?? (statuses.size === 1 ? first?.status : "asserted");
  const label = one ? markLabel(one, words) : clusterLabel(cluster, words);
  const area = cluster.members.every((s) => s.mark?.[0] === "area" || s.mark?.[0] === "country");
  const group = svg("g", {
    class: `disc is-${status}${one ? "" : " is-several"}${area ? " is-area" : ""}`,
    role: "button",
    tabindex: tabbable ? 0 : -1,
    "aria-label": label,
    transform: `translate(${(cluster.x * k).toFixed(1)} ${(cluster.y * k).toFixed(1)})`,
  });
  group.append(svg("title", {}, label));
  const named = one || chosen;
  const shown = named ? words.number(named.n) : `×${words.number(cluster.members.length)}`;
  const radius = Math.max(RADIUS, 4 + shown.length * 3.4);
  if (!one) group.append(face(radius + 4, area, "disc-back"));
  group.append(face(radius, area, "disc-face"));
  if (status === "denied") group.append(svg("path", { d: "M-8.8 8.8L8.8-8.8", class: "disc-strike" }));
  group.append(svg("text", { class: "disc-number", y: 4.2 }, shown));
  return group;
}

/** A disc, or for an area a label with corners, so that nobody takes it for a spot. */
function face(radius: number, area: boolean, name: string): SVGElement {
  if (!area) return svg("circle", { r: radius, class: name });
  const high = Math.min(radius, RADIUS) - 1 + (name === "disc-back" ? 3 : 0);
  return svg("rect", { x: -radius, y: -high, width: 2 * radius, height: 2 * high, rx: 5, class: name });
}

export function markLabel(s: Sighting, words: Words): string {
  const { language } = words;
  return words.phrase("mark", { n: s.n, place: s.place[language], date: s.date[language] });
}

function clusterLabel(cluster: Cluster, words: Words): string {
  const named = cluster.members.slice(0, NAMED).map((s) => words.number(s.n));
  if (cluster.members.length > NAMED) named.push("…");
  const numbers = named.join(words.data.list_comma);
  return words.phrase("cluster", { count: words.count("sightings", cluster.members.length), numbers });
}

/** An arrow for a journey that a source states, faint dots for a path that nobody does. */
export function leg(a: Sighting, b: Sighting, k: number, stated: boolean): SVGElement | null {
  if (!a.mark || !b.mark) return null;
  const [, ax, ay] = a.mark;
  const [, bx, by] = b.mark;
  const long = Math.hypot(bx - ax, by - ay) * k;
  if (long < 2 * RADIUS) return null;
  const bend = stated ? 0.14 : 0.05;
  const cx = ((ax + bx) / 2 + (by - ay) * bend) * k;
  const cy = ((ay + by) / 2 - (bx - ax) * bend) * k;
  const [sx, sy] = towards(ax * k, ay * k, cx, cy);
  const [ex, ey] = towards(bx * k, by * k, cx, cy);
  const d = `M${sx} ${sy}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${ex} ${ey}`;
  return svg("path", { d, class: stated ? "leg" : "leg-unknown", "marker-end": stated ? "url(#arrow)" : null });
}

function towards(x: number, y: number, cx: number, cy: number): [string, string] {
  const long = Math.hypot(cx - x, cy - y) || 1;
  const step = Math.min(RADIUS + 3, long);
  return [(x + ((cx - x) / long) * step).toFixed(1), (y + ((cy - y) / long) * step).toFixed(1)];
}
