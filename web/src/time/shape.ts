// One sighting on the line of time: what is certain, what is possible, which side is open.
import type { Sighting } from "../record";

export interface Axis {
  x(day: number): number;
  /** +1 where time runs to the right, -1 where it runs to the left. */
  way: 1 | -1;
  width: number;
  /** The first and the last day that the line shows. */
  days: [number, number];
}

export interface Piece {
  sighting: Sighting;
  /** Pixels, start before end in the direction of time. */
  start: number;
  end: number;
  kind: "dot" | "bar";
  open: "none" | "start" | "end";
  core: [number, number] | null;
  /** Sides that reach beyond the line. */
  cut: ("start" | "end")[];
}

const DOT = 7;
const FADE = 90;

export function piece(sighting: Sighting, axis: Axis): Piece | null {
  const [b0, b1, e0, e1] = sighting.days;
  const { way, days: [first, last] } = axis;
  if (b0 === null && e1 === null) return null;
  const cut: Piece["cut"] = [];
  if (b0 !== null && b0 < first) cut.push("start");
  if (e1 !== null && e1 > last) cut.push("end");
  const from = Math.max(b0 ?? first, first);
  const to = Math.min(e1 ?? last, last);
  if (b0 !== null && e1 !== null) {
    const [start, end] = [axis.x(from), axis.x(Math.min(to + 1, last))];
    const core: Piece["core"] = b1 !== null && e0 !== null && e0 > b1 ? [axis.x(Math.max(b1, first)), axis.x(Math.min(e0 + 1, last))] : null;
    const small = Math.abs(end - start) < DOT;
    return { sighting, start, end, kind: small ? "dot" : "bar", open: "none", core, cut };
  }
  const fade = Math.min(FADE, axis.width / 6);
  if (b0 === null && e1 !== null) {
    const end = axis.x(Math.min(to + 1, last));
    return { sighting, start: end - way * fade, end, kind: "bar", open: "start", core: null, cut };
  }
  const start = axis.x(from);
  return { sighting, start, end: start + way * fade, kind: "bar", open: "end", core: null, cut };
}

/** Lanes for pieces of one row so that none covers another: the lane of each piece, and how many there are. */
export function lanes(pieces: Piece[]): [Map<Piece, number>, number] {
  const ends: number[] = [];
  const lane = new Map<Piece, number>();
  const left = (p: Piece): number => Math.min(p.start, p.end);
  for (const p of [...pieces].sort((a, b) => left(a) - left(b))) {
    const free = ends.findIndex((end) => end + 3 <= left(p));
    const at = free < 0 ? ends.length : free;
    ends[at] = Math.max(p.start, p.end, left(p) + DOT);
    lane.set(p, at);
  }
  return [lane, ends.length];
}
