// Which part of the plane is seen: top-left corner in plane units and pixels a unit.
import type { Record_ } from "../record";

export interface View {
  x: number;
  y: number;
  k: number;
}

export interface Size {
  w: number;
  h: number;
}

const DEEPEST = 60;
/** Pixels kept free for the controls that lie over the map. */
const PADDING = 76;

/** Everything in view, with room for controls; so many pixels at the head and at the foot are covered. */
export function fitted(record: Record_, size: Size, box: Record_["fit"], [above, below]: [number, number]): View {
  const [x0, y0, x1, y1] = box;
  const high = size.h - above - below;
  const k = Math.min((size.w - PADDING) / (x1 - x0), (high - PADDING / 2) / (y1 - y0));
  return bounded({ x: (x0 + x1 - size.w / k) / 2, y: (y0 + y1 - high / k) / 2 - above / k, k }, record, size);
}

/** The view kept within what is drawn. */
export function bounded(view: View, record: Record_, size: Size): View {
  const { w, h } = record.plane;
  const [x0, y0, x1, y1] = record.focus;
  const most = DEEPEST * Math.min(size.w / (x1 - x0), size.h / (y1 - y0));
  const least = Math.max(size.w / w, size.h / h);
  const k = Math.max(least, Math.min(most, view.k));
  const x = Math.max(0, Math.min(w - size.w / k, view.x));
  const y = Math.max(0, Math.min(h - size.h / k, view.y));
  return { x, y, k };
}

/** Zoom by a factor about a pixel, which stays where it is. */
export function zoomed(view: View, factor: number, px: number, py: number): View {
  const k = view.k * factor;
  return { x: view.x + px / view.k - px / k, y: view.y + py / view.k - py / k, k };
}

export function centred(x: number, y: number, k: number, size: Size): View {
  return { x: x - size.w / 2 / k, y: y - size.h / 2 / k, k };
}

/** Kilometres a pixel at the middle of the view. */
export function kmPerPixel(view: View, record: Record_, size: Size): number {
  const northing = record.plane.top - (view.y + size.h / 2 / view.k) / record.plane.scale;
  const lat = 2 * Math.atan(Math.exp((northing * Math.PI) / 180)) - Math.PI / 2;
  return (111.195 * Math.cos(lat)) / record.plane.scale / view.k;
}
