// Sightings whose discs would cover each other share one disc.
import type { Sighting } from "../record";

export interface Cluster {
  x: number;
  y: number;
  members: Sighting[];
}

/** Pixels within which discs share one; more where their counts are long. */
export const REACH = 25;
export const WIDE_REACH = 42;
/** More columns than any map has. */
const COLUMNS = 1 << 22;

/** Clusters at ``k`` pixels a unit, with positions in plane units; each is as old as its first member. */
export function clusters(sightings: Sighting[], k: number, reach: number): Cluster[] {
  const cells = new Map<number, Cluster[]>();
  const found: Cluster[] = [];
  for (const sighting of sightings) {
    if (!sighting.mark) continue;
    const [, x, y] = sighting.mark;
    const column = Math.floor((x * k) / reach);
    const row = Math.floor((y * k) / reach);
    const home = near(cells, column, row, x, y, reach / k);
    if (home) {
      home.members.push(sighting);
      continue;
    }
    const cluster = { x, y, members: [sighting] };
    found.push(cluster);
    const key = row * COLUMNS + column;
    const cell = cells.get(key);
    if (cell) cell.push(cluster);
    else cells.set(key, [cluster]);
  }
  return found;
}

function near(cells: Map<number, Cluster[]>, column: number, row: number, x: number, y: number, reach: number): Cluster | null {
  for (let r = row - 1; r <= row + 1; r++)
    for (let c = column - 1; c <= column + 1; c++)
      for (const cluster of cells.get(r * COLUMNS + c) ?? [])
        if ((cluster.x - x) ** 2 + (cluster.y - y) ** 2 < reach * reach) return cluster;
  return null;
}
