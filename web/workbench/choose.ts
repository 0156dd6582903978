// Choosing a passage for a new claim: with the mouse, or with the keys from the selected claim on.
export function choosing(page: Document): void {
  page.addEventListener("selectionchange", () => offer(page));
  page.addEventListener("keydown", (event) => {
    if (!page.documentElement.classList.contains("is-choosing")) return;
    if (event.key === "Escape") stop(page, true);
    else if (event.key === "Enter") take(page);
    else if (event.key.startsWith("Arrow")) step(event);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });
  page.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest("[data-choose]");
    if (!button) return;
    event.preventDefault();
    if (chosen(page)) take(page);
    else start(page);
  });
}

interface Chosen {
  start: number;
  end: number;
}

/** Offsets in code points of the selected words within the document's text. */
function chosen(page: Document): Chosen | null {
  const selection = page.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const text = page.getElementById("text");
  if (!text || !text.contains(range.commonAncestorContainer)) return null;
  const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset, true)];
  return start === null || end === null || start >= end ? null : { start, end };
}

function offset(node: Node, at: number, end = false): number | null {
  if (node.nodeType !== Node.TEXT_NODE) {
    const inner = node.childNodes[end ? at - 1 : at] ?? node;
    const stretches = inner instanceof Element ? stretchesOf(inner) : inner.parentElement?.closest("[data-at]");
    if (!stretches) return null;
    const begin = Number((stretches as HTMLElement).dataset["at"]);
    return end ? begin + [...(stretches.textContent ?? "")].length : begin;
  }
  const stretch = node.parentElement?.closest<HTMLElement>("[data-at]");
  if (!stretch) return null;
  return Number(stretch.dataset["at"]) + [...(node.textContent ?? "").slice(0, at)].length;
}

function stretchesOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>("[data-at]") ?? element.querySelector<HTMLElement>("[data-at]");
}

function offer(page: Document): void {
  const form = page.querySelector<HTMLFormElement>("[data-passage]");
  const found = chosen(page);
  form?.classList.toggle("has-passage", found !== null);
  if (!form || !found) return;
  for (const name of ["start", "end"] as const) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = String(found[name]);
  }
}

/** Begin at the selected claim's passage, else at the beginning of the text. */
function start(page: Document): void {
  const from = page.querySelector("#text .is-selected") ?? page.querySelector("#text [data-at]");
  const selection = page.getSelection();
  if (!from || !selection) return;
  page.documentElement.classList.add("is-choosing");
  selection.selectAllChildren(from);
  from.scrollIntoView({ block: "center" });
}

function step(event: KeyboardEvent): void {
  const selection = document.getSelection();
  if (!selection) return;
  const rightward = event.key === "ArrowRight";
  if (event.ctrlKey) {
    // The selection's beginning moves: turn it round, move, turn it back.
    const range = selection.getRangeAt(0).cloneRange();
    selection.setBaseAndExtent(range.endContainer, range.endOffset, range.startContainer, range.startOffset);
    move(selection, event.key, rightward);
    const turned = selection.getRangeAt(0).cloneRange();
    selection.setBaseAndExtent(turned.startContainer, turned.startOffset, turned.endContainer, turned.endOffset);
  } else move(selection, event.key, rightward);
  (selection.focusNode?.parentElement)?.scrollIntoView({ block: "nearest" });
}

function move(selection: Selection, key: string, rightward: boolean): void {
  if (key === "ArrowUp" || key === "ArrowDown") {
    selection.modify("extend", key === "ArrowDown" ? "forward" : "backward", "sentence");
  } else selection.modify("extend", rightward ? "right" : "left", "word");
}

function take(page: Document): void {
  offer(page);
  const form = page.querySelector<HTMLFormElement>("[data-passage]");
  const ready = form?.classList.contains("has-passage");
  stop(page, false);
  if (ready) form?.requestSubmit();
}

function stop(page: Document, empty: boolean): void {
  page.documentElement.classList.remove("is-choosing");
  if (empty) page.getSelection()?.removeAllRanges();
}
