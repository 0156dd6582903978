// Pictures dropped anywhere on the window go into the form that takes them.
let bound = false;

export function dropping(page: Document): void {
  if (bound) return;
  bound = true;
  page.addEventListener("dragover", (event) => {
    if (form(page) && event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      page.documentElement.classList.add("is-dropping");
    }
  });
  page.addEventListener("dragleave", () => page.documentElement.classList.remove("is-dropping"));
  page.addEventListener("drop", (event) => {
    page.documentElement.classList.remove("is-dropping");
    const target = form(page);
    const field = target?.querySelector<HTMLInputElement>("input[type=file]");
    if (!target || !field || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    field.files = event.dataTransfer.files;
    target.requestSubmit();
  });
}

function form(page: Document): HTMLFormElement | null {
  return page.querySelector<HTMLFormElement>("form[data-drop]");
}
