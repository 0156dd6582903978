// What lies behind or in place of single sightings: spans that the case states, and the number of many.
import { svg } from "../dom";
import type { Record_, Sighting } from "../record";
import type { Words } from "../words";
import { piece, type Axis } from "./shape";

const STEP = 3;

/** Context that the case states, as bands over all rows with their names. */
export function bands(record: Record_, axis: Axis, height: number, words: Words, whole: [number, number]): SVGElement[] {
  const shown = record.bands.filter(([begin, end]) => (begin ?? -Infinity) < whole[1] && (end ?? Infinity) > whole[0]);
  return shown.flatMap(([begin, end, names], i) => {
    const a = axis.x(Math.max(whole[0], begin ?? whole[0]));
    const b = axis.x(Math.min(whole[1], end === null ? whole[1] : end + 1));
    const left = Math.min(a, b);
    const name = names[words.language] ?? names.en ?? "";
    const at = words.rtl ? left + Math.abs(b - a) - 5 : left + 5;
    return [
      svg("rect", { class: "band", x: left, y: 0, width: Math.abs(b - a), height }, svg("title", {}, name)),
      svg("text", { class: "band-name", x: at, y: 11 + (i % 3) * 12 }, name),
    ];
  });
}

/** The outline of how many of the sightings could lie at each time; the tallest fills the row. */
export function density(sightings: Sighting[], axis: Axis, top: number, high: number): string {
  const bins = new Float64Array(Math.ceil(axis.width / STEP) + 2);
  for (const sighting of sightings) {
    const found = piece(sighting, axis);
    if (!found) continue;
    const first = Math.max(0, Math.floor(Math.min(found.start, found.end) / STEP));
    const last = Math.min(bins.length - 2, Math.max(first, Math.ceil(Math.max(found.start, found.end) / STEP) - 1));
    const share = 1 / (last - first + 1);
    bins[first] = (bins[first] ?? 0) + share;
    bins[last + 1] = (bins[last + 1] ?? 0) - share;
  }
  let running = 0;
  const heights = bins.map((change) => (running += change));
  const most = Math.max(...heights, 1e-9);
  const base = top + high - 1;
  let d = "";
  heights.forEach((count, i) => {
    if (count > 1e-9) d += `M${i * STEP} ${base}v${(-Math.max(1.5, (count / most) * (high - 4))).toFixed(1)}h${STEP}V${base}z`;
  });
  return d;
}
