// Builds the published page's script, style and typefaces into the Python package. No network.
import { build } from "esbuild";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../src/wherewhen/publication/site/assets");
const fonts = [
  ["noto-sans", "noto-sans-latin-wght-normal"],
  ["noto-sans", "noto-sans-latin-ext-wght-normal"],
  ["noto-serif", "noto-serif-latin-wght-normal"],
  ["noto-serif", "noto-serif-latin-wght-italic"],
  ["noto-sans-arabic", "noto-sans-arabic-arabic-wght-normal"],
  ["noto-naskh-arabic", "noto-naskh-arabic-arabic-wght-normal"],
];

await rm(out, { recursive: true, force: true });
await mkdir(join(out, "fonts"), { recursive: true });

// A classic script, because browsers refuse modules from the file system.
await build({
  entryPoints: [join(here, "src/main.ts")],
  outfile: join(out, "page.js"),
  bundle: true,
  format: "iife",
  target: ["es2022"],
  minify: true,
  charset: "utf8",
  legalComments: "none",
});
await build({
  entryPoints: [join(here, "src/style/page.css")],
  outfile: join(out, "page.css"),
  bundle: true,
  minify: true,
  external: ["fonts/*"],
  target: ["chrome110", "firefox115", "safari16"],
});

const licences = new Map();
for (const [family, file] of fonts) {
  const folder = join(here, "node_modules/@fontsource-variable", family);
  await copyFile(join(folder, "files", `${file}.woff2`), join(out, "fonts", `${file}.woff2`));
  licences.set(family, await readFile(join(folder, "LICENSE"), "utf8"));
}
const text = [...licences].map(([family, licence]) => `${family}\n\n${licence.trim()}\n`).join("\n----\n\n");
await writeFile(join(out, "fonts", "OFL.txt"), text);
