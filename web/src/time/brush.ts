// Choosing years: drag across the timeline, or move two handles by key.
import { put, svg } from "../dom";
import type { Words } from "../words";
import { startOf, yearOf } from "./days";
import type { Axis } from "./shape";

export interface Brush {
  draw(axis: Axis, height: number, from: number | null, to: number | null): void;
}

type Change = (from: number | null, to: number | null) => void;

export function brush(canvas: SVGSVGElement, words: Words, whole: [number, number], change: Change): Brush {
  let axis: Axis | null = null;
  let current: [number, number] = whole;
  let pressed: number | null = null;
  const veil = svg("rect", { class: "brush", y: 0 });

  const dayAt = (clientX: number): number => {
    const x = clientX - canvas.getBoundingClientRect().left;
    if (!axis) return whole[0];
    const [x0, x1] = [axis.x(whole[0]), axis.x(whole[1])];
    const share = Math.max(0, Math.min(1, (x - x0) / (x1 - x0)));
    return whole[0] + share * (whole[1] - whole[0]);
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.target instanceof Element && !event.target.closest(".when,.handle")) {
      pressed = event.clientX;
      canvas.setPointerCapture(event.pointerId);
    }
  });
  canvas.addEventListener("pointermove", (event) => {
    if (pressed === null || !axis) return;
    const [a, b] = [axis.x(dayAt(pressed)), axis.x(dayAt(event.clientX))];
    put(veil, { x: Math.min(a, b), width: Math.abs(b - a) });
  });
  canvas.addEventListener("pointerup", (event) => {
    if (pressed === null) return;
    const [a, b] = [dayAt(pressed), dayAt(event.clientX)].sort((p, q) => p - q) as [number, number];
    const wide = Math.abs(event.clientX - pressed) > 6;
    pressed = null;
    if (wide) change(...snapped(a, b, whole));
    else change(null, null);
  });

  const handle = (side: 0 | 1): SVGElement => {
    const label = words.phrase(side === 0 ? "brush_from" : "brush_to");
    const grip = svg("path", { class: "handle", role: "slider", tabindex: 0, "aria-label": label });
    grip.addEventListener("keydown", (event) => {
      const step = { ArrowRight: words.rtl ? -1 : 1, ArrowLeft: words.rtl ? 1 : -1, ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const next: [number, number] = [...current];
      const year = yearOf(current[side]) + step;
      next[side] = side === 0 ? startOf(year) : startOf(year + 1) - 1;
      if (next[0] < next[1]) change(...clipped(next, whole));
    });
    return grip;
  };
  const handles = [handle(0), handle(1)] as const;

  return {
    draw(nextAxis, height, from, to) {
      axis = nextAxis;
      current = [from ?? whole[0], to ?? whole[1]];
      const [a, b] = current.map((day) => nextAxis.x(Math.max(whole[0], Math.min(whole[1], day)))) as [number, number];
      const active = from !== null || to !== null;
      put(veil, { height, x: active ? Math.min(a, b) : 0, width: active ? Math.abs(b - a) : 0 });
      canvas.prepend(veil);
      handles.forEach((grip, side) => {
        const x = side === 0 ? a : b;
        put(grip, {
          d: `M${x} 0V${height}M${x - 2.5} ${height / 2 - 8}h5v16h-5z`,
          "aria-valuemin": yearOf(whole[0]),
          "aria-valuemax": yearOf(whole[1]),
          "aria-valuenow": yearOf(current[side as 0 | 1]),
          "aria-valuetext": words.number(yearOf(current[side as 0 | 1])),
        });
        canvas.append(grip);
      });
    },
  };
}

/** To whole years, or to months where the record spans less than six years. */
function snapped(a: number, b: number, whole: [number, number]): [number | null, number | null] {
  const fine = whole[1] - whole[0] < 6 * 366;
  const first = new Date(a * 86_400_000);
  const last = new Date(b * 86_400_000);
  const from = startOf(first.getUTCFullYear(), fine ? first.getUTCMonth() : 0);
  const to = startOf(last.getUTCFullYear(), fine ? last.getUTCMonth() + 1 : 12) - 1;
  return clipped([from, to], whole);
}

function clipped([from, to]: [number, number], whole: [number, number]): [number | null, number | null] {
  return [from <= whole[0] ? null : from, to >= whole[1] ? null : to];
}
