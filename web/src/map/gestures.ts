// Mouse, wheel, fingers and keys move the map; what they do to the view is the map's business.

export interface Moves {
  pan(dx: number, dy: number): void;
  zoom(factor: number, px: number, py: number): void;
  fit(): void;
}

const STEP = 60;

export function gestures(pane: HTMLElement, moves: Moves): void {
  pointers(pane, moves);
  pane.addEventListener(
    "wheel",
    (event) => {
      if (inControl(event.target)) return;
      event.preventDefault();
      const box = pane.getBoundingClientRect();
      const unit = event.deltaMode === 1 ? 20 : 1;
      moves.zoom(Math.exp(-event.deltaY * unit * (event.ctrlKey ? 0.008 : 0.0016)), event.clientX - box.left, event.clientY - box.top);
    },
    { passive: false },
  );
  pane.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || inControl(event.target)) return;
    if (key(event.key, pane, moves)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
}

function key(name: string, pane: HTMLElement, moves: Moves): boolean {
  const arrows: Record<string, [number, number]> = {
    ArrowLeft: [STEP, 0],
    ArrowRight: [-STEP, 0],
    ArrowUp: [0, STEP],
    ArrowDown: [0, -STEP],
  };
  const arrow = arrows[name];
  const [px, py] = [pane.clientWidth / 2, pane.clientHeight / 2];
  if (arrow) moves.pan(...arrow);
  else if (name === "+" || name === "=") moves.zoom(1.5, px, py);
  else if (name === "-" || name === "_") moves.zoom(1 / 1.5, px, py);
  else if (name === "0" || name === "Home") moves.fit();
  else return false;
  return true;
}

function inControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".map-over") !== null;
}

function pointers(pane: HTMLElement, moves: Moves): void {
  const down = new Map<number, [number, number]>();
  let travelled = 0;
  pane.addEventListener("pointerdown", (event) => {
    if (inControl(event.target) || event.button > 0) return;
    if (down.size === 0) travelled = 0;
    down.set(event.pointerId, [event.clientX, event.clientY]);
  });
  pane.addEventListener("pointermove", (event) => {
    const last = down.get(event.pointerId);
    if (!last) return;
    const now: [number, number] = [event.clientX, event.clientY];
    const others = [...down].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    down.set(event.pointerId, now);
    travelled += Math.hypot(now[0] - last[0], now[1] - last[1]);
    if (travelled > 4) {
      if (!pane.hasPointerCapture(event.pointerId)) pane.setPointerCapture(event.pointerId);
      pane.classList.add("is-moving");
    }
    const [other] = others;
    if (other) pinch(pane, moves, last, now, other);
    else if (travelled > 4) moves.pan(now[0] - last[0], now[1] - last[1]);
  });
  const up = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId) || down.size > 0) return;
    pane.classList.remove("is-moving");
  };
  pane.addEventListener("pointerup", up);
  pane.addEventListener("pointercancel", up);
  pane.addEventListener("click", (event) => travelled > 4 && event.stopPropagation(), { capture: true });
}

function pinch(pane: HTMLElement, moves: Moves, last: [number, number], now: [number, number], other: [number, number]): void {
  const box = pane.getBoundingClientRect();
  const before = Math.hypot(last[0] - other[0], last[1] - other[1]) || 1;
  const after = Math.hypot(now[0] - other[0], now[1] - other[1]) || 1;
  moves.pan((now[0] - last[0]) / 2, (now[1] - last[1]) / 2);
  moves.zoom(after / before, (now[0] + other[0]) / 2 - box.left, (now[1] + other[1]) / 2 - box.top);
}
