// Room for labels: a rectangle is given once.

type Rectangle = [number, number, number, number];
const CELL = 64;

export class Room {
  private cells = new Map<string, Rectangle[]>();

  constructor(private bounds: Rectangle) {}

  free(r: Rectangle): boolean {
    const [x0, y0, x1, y1] = this.bounds;
    if (r[0] < x0 || r[1] < y0 || r[2] > x1 || r[3] > y1) return false;
    return keys(r).every((key) =>
      (this.cells.get(key) ?? []).every((o) => r[0] >= o[2] || r[2] <= o[0] || r[1] >= o[3] || r[3] <= o[1]),
    );
  }

  take(r: Rectangle): void {
    for (const key of keys(r)) this.cells.set(key, [...(this.cells.get(key) ?? []), r]);
  }
}

function keys(r: Rectangle): string[] {
  const found: string[] = [];
  for (let x = Math.floor(r[0] / CELL); x <= Math.floor(r[2] / CELL); x++)
    for (let y = Math.floor(r[1] / CELL); y <= Math.floor(r[3] / CELL); y++) found.push(`${x},${y}`);
  return found;
}

const canvas = document.createElement("canvas").getContext("2d");
const widths = new Map<string, number>();

/** How wide a text is set in a font, in pixels. */
export function textWidth(text: string, font: string): number {
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (canvas) canvas.font = font;
    width = canvas ? canvas.measureText(text).width : text.length * 8;
    widths.set(key, width);
  }
  return width;
}

export function forgetWidths(): void {
  widths.clear();
}
