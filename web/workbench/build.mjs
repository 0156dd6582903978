// Builds the script and the style of the workbench into the Python package. No network.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../../src/wherewhen/workbench/built");
const htmx = join(here, "../node_modules/htmx.org");
// What is taken over as it stands must be what was looked at.
const HTMX = "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717";

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: ["main.ts", "enter.ts"].map((file) => join(here, file)),
  entryNames: "[name]",
  outdir: out,
  bundle: true,
  format: "iife",
  target: ["es2022"],
  minify: true,
  charset: "utf8",
  legalComments: "none",
});
await build({
  entryPoints: [join(here, "desk.css")],
  outfile: join(out, "desk.css"),
  bundle: true,
  minify: true,
  external: ["fonts/*"],
  target: ["chrome110", "firefox115", "safari16"],
});

await copyFile(join(here, "icon.svg"), join(out, "icon.svg"));

const taken = await readFile(join(htmx, "dist/htmx.min.js"));
const found = createHash("sha256").update(taken).digest("hex");
if (found !== HTMX) throw new Error(`htmx.min.js is not the one that was looked at: ${found}`);
await writeFile(join(out, "htmx.js"), taken);
await copyFile(join(htmx, "LICENSE"), join(out, "htmx-LICENSE.txt"));
