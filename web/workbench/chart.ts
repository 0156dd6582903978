// The map of a place: moved by drag, wheel and keys; and, while editing, drawn upon corner by corner.
interface Window_ {
  x: number;
  y: number;
  w: number;
  h: number;
}

const SVG = "http://www.w3.org/2000/svg";
const STEP = 0.12;
const NUDGE = 0.02;

export function charts(page: Document): void {
  for (const chart of page.querySelectorAll<SVGSVGElement>("svg.chart:not(.is-ready)")) {
    chart.classList.add("is-ready");
    new Chart(chart, page.querySelector<HTMLInputElement>("[data-corners]"));
  }
}

class Chart {
  private seen: Window_;
  private readonly first: Window_;
  private readonly over = document.createElementNS(SVG, "g");
  private cross: [number, number] = [0, 0];
  private drawing = false;
  private corners: [number, number][] = [];

  constructor(private svg: SVGSVGElement, private field: HTMLInputElement | null) {
    const box = svg.viewBox.baseVal;
    this.first = { x: box.x, y: box.y, w: box.width, h: box.height };
    this.seen = { ...this.first };
    this.over.setAttribute("class", "drawing");
    svg.append(this.over);
    svg.addEventListener("keydown", (event) => this.key(event));
    svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.drags();
    if (!field) return;
    this.read();
    field.addEventListener("input", () => this.read());
    document.querySelector("[data-draw]")?.addEventListener("click", (event) => {
      event.preventDefault();
      this.draw(!this.drawing);
    });
  }

  private draw(on: boolean): void {
    this.drawing = on;
    this.svg.classList.toggle("is-drawing", on);
    this.cross = [this.seen.x + this.seen.w / 2, this.seen.y + this.seen.h / 2];
    if (on) {
      const choice = document.querySelector<HTMLInputElement>("input[name=place][value=drawn]");
      if (choice) choice.checked = true;
      this.svg.focus();
    }
    this.paint();
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrows: Record<string, [number, number]> = {
      ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
    };
    const arrow = arrows[event.key];
    if (arrow && this.drawing) this.nudge(arrow, event.shiftKey ? 4 : 1);
    else if (arrow) this.show({ ...this.seen, x: this.seen.x + arrow[0] * STEP * this.seen.w, y: this.seen.y + arrow[1] * STEP * this.seen.h });
    else if (event.key === "+" || event.key === "=") this.zoom(1 / 1.4);
    else if (event.key === "-" || event.key === "_") this.zoom(1.4);
    else if (event.key === "0" || event.key === "Home") this.show({ ...this.first });
    else if (this.drawing && event.key === "Enter") this.add(this.cross);
    else if (this.drawing && event.key === "Backspace") this.drop();
    else if (this.drawing && event.key === "Escape") this.draw(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private nudge([dx, dy]: [number, number], times: number): void {
    const { x, y, w, h } = this.seen;
    this.cross = [this.cross[0] + dx * NUDGE * w * times, this.cross[1] + dy * NUDGE * w * times];
    const [cx, cy] = this.cross;
    if (cx < x || cx > x + w || cy < y || cy > y + h) this.show({ ...this.seen, x: cx - w / 2, y: cy - h / 2 });
    this.paint();
  }

  private wheel(event: WheelEvent): void {
    if (document.activeElement !== this.svg && !event.ctrlKey) return;
    event.preventDefault();
    const [px, py] = this.at(event);
    this.zoom(Math.exp(event.deltaY * 0.0016), px, py);
  }

  private zoom(factor: number, px?: number, py?: number): void {
    const { x, y, w, h } = this.seen;
    const most = 3 * this.first.w;
    const times = Math.min(most / w, Math.max(this.first.w / 60 / w, factor));
    const [cx, cy] = this.drawing && px === undefined ? this.cross : [px ?? x + w / 2, py ?? y + h / 2];
    this.show({ x: cx - (cx - x) * times, y: cy - (cy - y) * times, w: w * times, h: h * times });
  }

  private show(view: Window_): void {
    this.seen = view;
    this.svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
    const times = view.w / this.first.w;
    for (const text of this.svg.querySelectorAll<SVGElement>("text")) {
      text.dataset["size"] ??= text.getAttribute("font-size") ?? "";
      text.dataset["halo"] ??= text.getAttribute("stroke-width") ?? "";
      text.setAttribute("font-size", String(Number(text.dataset["size"]) * times));
      text.setAttribute("stroke-width", String(Number(text.dataset["halo"]) * times));
    }
    for (const spot of this.svg.querySelectorAll<SVGElement>(".spot, .town-dot")) {
      spot.dataset["r"] ??= spot.getAttribute("r") ?? "0";
      spot.setAttribute("r", String(Number(spot.dataset["r"]) * times));
    }
    this.paint();
  }

  private drags(): void {
    let last: [number, number] | null = null;
    let travelled = 0;
    this.svg.addEventListener("pointerdown", (event) => {
      last = [event.clientX, event.clientY];
      travelled = 0;
    });
    this.svg.addEventListener("pointermove", (event) => {
      if (!last || event.buttons === 0) return;
      const unit = this.seen.w / this.svg.clientWidth;
      travelled += Math.hypot(event.clientX - last[0], event.clientY - last[1]);
      this.show({ ...this.seen, x: this.seen.x - (event.clientX - last[0]) * unit, y: this.seen.y - (event.clientY - last[1]) * unit });
      last = [event.clientX, event.clientY];
    });
    this.svg.addEventListener("pointerup", () => (last = null));
    this.svg.addEventListener("pointerleave", () => (last = null));
    this.svg.addEventListener("click", (event) => {
      if (this.drawing && travelled < 4) this.add(this.at(event));
    });
  }

  /** Where on the plane the pointer is. */
  private at(event: MouseEvent): [number, number] {
    const matrix = this.svg.getScreenCTM()?.inverse();
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    return [point.x, point.y];
  }

  private add(corner: [number, number]): void {
    this.corners.push(corner);
    this.write();
  }

  private drop(): void {
    this.corners.pop();
    this.write();
  }

  private write(): void {
    if (this.field) this.field.value = this.corners.map((c) => this.degrees(c).map((d) => d.toFixed(4)).join(",")).join(" ");
    this.paint();
  }

  private read(): void {
    const pairs = (this.field?.value ?? "").trim().split(/\s+/).map((pair) => pair.split(",").map(Number));
    const good = pairs.filter((pair): pair is [number, number] => pair.length === 2 && pair.every(Number.isFinite));
    this.corners = good.map(([lon, lat]) => this.plane(lon, lat));
    this.paint();
  }

  private degrees([x, y]: [number, number]): [number, number] {
    const northing = this.number("top") - y / this.number("scale");
    return [this.number("west") + x / this.number("scale"), (Math.atan(Math.exp((northing * Math.PI) / 180)) * 360) / Math.PI - 90];
  }

  private plane(lon: number, lat: number): [number, number] {
    const northing = (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
    return [(lon - this.number("west")) * this.number("scale"), (this.number("top") - northing) * this.number("scale")];
  }

  private number(name: string): number {
    return Number(this.svg.dataset[name]);
  }

  private paint(): void {
    const unit = this.seen.w / (this.svg.clientWidth || 460);
    this.over.replaceChildren();
    if (this.corners.length) {
      const line = this.corners.map(([x, y]) => `${x} ${y}`).join("L");
      this.put("path", { d: `M${line}z`, class: "drawn-area" });
      for (const [cx, cy] of this.corners) this.put("circle", { cx, cy, r: 4 * unit, class: "drawn-corner" });
    }
    if (!this.drawing) return;
    const [x, y] = this.cross;
    this.put("path", { d: `M${x - 14 * unit} ${y}h${28 * unit}M${x} ${y - 14 * unit}v${28 * unit}`, class: "cross" });
  }

  private put(name: string, attributes: Record<string, string | number>): void {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    this.over.append(made);
  }
}
