// Parts of the page are exchanged under the reader's eyes: panes keep where they were scrolled to, and
// what is selected comes into view.
const places = new Map<string, number>();

export function keep(page: Document, drawn: () => void): void {
  page.addEventListener("htmx:beforeSwap", () => {
    for (const pane of panes(page)) places.set(pane.id, pane.scrollTop);
  });
  page.addEventListener("htmx:afterSettle", () => ready(page, drawn));
  if (page.readyState === "loading") page.addEventListener("DOMContentLoaded", () => ready(page, drawn));
  else ready(page, drawn);
}

function ready(page: Document, drawn: () => void): void {
  page.documentElement.classList.add("js");
  for (const pane of panes(page)) {
    pane.scrollTop = places.get(pane.id) ?? 0;
    for (const chosen of pane.querySelectorAll<HTMLElement>(".is-selected")) {
      if (!seen(chosen, pane)) pane.scrollTop += middle(chosen) - middle(pane);
      break;
    }
  }
  const first = page.querySelector<HTMLElement>("[data-focus]");
  first?.focus({ preventScroll: false });
  drawn();
}

function panes(page: Document): NodeListOf<HTMLElement> {
  return page.querySelectorAll<HTMLElement>("[data-keep]");
}

function middle(element: HTMLElement): number {
  const box = element.getBoundingClientRect();
  return (box.top + box.bottom) / 2;
}

function seen(element: HTMLElement, pane: HTMLElement): boolean {
  const [inner, outer] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
  return inner.top >= outer.top + 20 && inner.bottom <= outer.bottom - 20;
}
