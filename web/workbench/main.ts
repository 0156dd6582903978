// The workbench in the browser: keys, chosen passages, the map, dropped pictures. Every act is a form
// of the page; without this script the same forms work with mouse and Tab.
import { charts } from "./chart";
import { choosing } from "./choose";
import { dropping } from "./drop";
import { keep } from "./keep";
import { keys } from "./keys";

keep(document, () => {
  charts(document);
  dropping(document);
});
choosing(document);
keys(document);
