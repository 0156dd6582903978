// The page is complete without this script; the script makes it move.
import { fromAddress, toAddress } from "./address";
import { Edition } from "./edition";
import { listen } from "./keys";
import { forgetWidths } from "./map/room";
import { readRecord, type Language, type Record_ } from "./record";
import { EMPTY, Store } from "./state";
import { Words } from "./words";

document.documentElement.classList.add("js");
if (new URLSearchParams(location.search).get("embed") === "1") document.documentElement.classList.add("embed");
document.addEventListener("DOMContentLoaded", begin);

function begin(): void {
  const record = readRecord();
  const store = new Store({ ...EMPTY, ...fromAddress(location.hash, record) });
  const editions = new Map<Language, Edition>();
  const edition = (language: Language): Edition => {
    const known = editions.get(language);
    if (known) return known;
    const root = document.getElementById(language) as HTMLElement;
    const made = new Edition(root, record, new Words(language, record.words[language]), store);
    editions.set(language, made);
    return made;
  };
  turn(record, store.state.language);
  edition(store.state.language).show(store.state, null, location.hash.includes("-") ? "address" : "start");
  store.follow((state, before, cause) => {
    if (state.language !== before.language) {
      turn(record, state.language);
      edition(state.language).show(state, null, "address");
    } else edition(state.language).show(state, before, cause);
    remember(toAddress(state, record));
  });
  addEventListener("hashchange", () => {
    const wanted = fromAddress(location.hash, record);
    if (wanted) store.set(wanted, "address");
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-language]") : null;
    if (!link) return;
    event.preventDefault();
    store.set({ language: link.dataset["language"] as Language }, "control");
  });
  listen(() => edition(store.state.language), store);
  void document.fonts.ready.then(() => {
    forgetWidths();
    edition(store.state.language).show(store.state, store.state, "start");
  });
  openForPrint();
  document.documentElement.classList.add("ready");
}

/** Turn the whole page to a language: direction, title, the edition that is shown. */
function turn(record: Record_, language: Language): void {
  const root = document.documentElement;
  root.lang = language;
  root.dir = record.words[language].direction;
  document.title = record.words[language].title;
  for (const edition of document.querySelectorAll<HTMLElement>(".edition")) edition.hidden = edition.id !== language;
}

let remembering = 0;

function remember(address: string): void {
  clearTimeout(remembering);
  remembering = window.setTimeout(() => history.replaceState(null, "", address), 120);
}

/** Paper cannot be unfolded: everything is open while it prints. */
function openForPrint(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>(".main details.more:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
}
