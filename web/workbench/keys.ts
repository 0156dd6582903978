// One key for each act. A key presses what the page shows for it: [data-key="a"]. Letters are read by
// where they lie on the keyboard, so that they work while it writes Arabic.
const FIELDS = "input:not([type=radio]):not([type=checkbox]):not([type=submit]), textarea, select";

export function keys(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const target = event.target as HTMLElement;
    if (event.key === "Escape") return escape(page, target, event);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      return press(page, "save", event);
    }
    if (event.key === "Enter" && target.matches("form[data-edit] input")) return enter(target, event);
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest(FIELDS)) return;
    if (target.closest("dialog[open]")) return;
    const name = named(event);
    if (name) press(page, name, event);
  });
  page.addEventListener("click", (event) => {
    const opener = (event.target as HTMLElement).closest<HTMLElement>("[data-dialog]");
    if (!opener) return;
    event.preventDefault();
    const dialog = page.getElementById(opener.dataset["dialog"] ?? "");
    if (dialog instanceof HTMLDialogElement) dialog.open ? dialog.close() : dialog.showModal();
  });
}

/** Enter in a field shows what was typed there; it never saves. */
function enter(target: HTMLElement, event: KeyboardEvent): void {
  event.preventDefault();
  target.closest("fieldset")?.querySelector<HTMLElement>("[data-enter]")?.click();
}

function named(event: KeyboardEvent): string | null {
  const letter = /^Key([A-Z])$/.exec(event.code);
  if (event.key === "?" || event.key === "؟") return "question";
  if (event.key === "/" || event.code === "NumpadDivide") return "slash";
  if (letter?.[1] && !event.shiftKey) return letter[1].toLowerCase();
  return null;
}

function press(page: Document, name: string, event: KeyboardEvent): void {
  const found = [...page.querySelectorAll<HTMLElement>(`[data-key~="${name}"]`)].find((e) => e.checkVisibility());
  if (!found) return;
  event.preventDefault();
  if (found.matches(FIELDS)) found.focus();
  else found.click();
}

function escape(page: Document, target: HTMLElement, event: KeyboardEvent): void {
  if (page.querySelector("dialog[open]")) return;
  if (target.closest(FIELDS)) {
    target.blur();
    event.preventDefault();
  } else press(page, "escape", event);
}
