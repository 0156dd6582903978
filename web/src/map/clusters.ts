// Sightings whose discs would cover each other share one disc.
import type { Sighting } from "../record";

export interface Cluster {
  x: number;
  y: number;
  members: Sighting[];
}

const REACH = 25;

/** Clusters at ``k`` pixels a unit, with positions in plane units; each is as old as its first member. */
export function clusters(sightings: Sighting[], k: number): Cluster[] {
  const cells = new Map<string, Cluster[]>();
  const found: Cluster[] = [];
  for (const sighting of sightings) {
    if (!sighting.mark) continue;
    const [, x, y] = sighting.mark;
    const column = Math.floor((x * k) / REACH);
    const row = Math.floor((y * k) / REACH);
    const home = near(cells, column, row).find((c) => Math.hypot(c.x - x, c.y - y) * k < REACH);
    if (home) {
      home.members.push(sighting);
      continue;
    }
    const cluster = { x, y, members: [sighting] };
    found.push(cluster);
    const key = `${column},${row}`;
    cells.set(key, [...(cells.get(key) ?? []), cluster]);
  }
  return found;
}

function near(cells: Map<string, Cluster[]>, column: number, row: number): Cluster[] {
  const found: Cluster[] = [];
  for (let c = column - 1; c <= column + 1; c++)
    for (let r = row - 1; r <= row + 1; r++) found.push(...(cells.get(`${c},${r}`) ?? []));
  return found;
}
