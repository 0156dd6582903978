// Keys that work anywhere on the page: arrows step through the sightings, "/" searches.
import type { Store } from "./state";
import type { Edition } from "./edition";

export function listen(edition: () => Edition, store: Store): void {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape") leave();
    if (typing(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      edition().focusSearch();
      return;
    }
    const forward = store.state.language === "ar" ? "ArrowLeft" : "ArrowRight";
    const back = store.state.language === "ar" ? "ArrowRight" : "ArrowLeft";
    if (event.key === forward || event.key === back) {
      event.preventDefault();
      edition().step(event.key === forward ? 1 : -1);
    }
  });
}

function typing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input,select,textarea,[role=slider],.table") !== null;
}

function leave(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
