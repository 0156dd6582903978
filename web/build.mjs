// Builds the published page's script, style and typefaces into the Python package. No network.
import { build } from "esbuild";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";

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

// The renderer of still maps reads plain TrueType; WOFF is the same with each table deflated.
const still = [
  ["noto-sans", ["latin", "latin-ext"]],
  ["noto-serif", ["latin", "latin-ext"]],
  ["noto-sans-arabic", ["arabic"]],
  ["noto-naskh-arabic", ["arabic"]],
];
await mkdir(join(out, "still"), { recursive: true });
for (const [family, subsets] of still)
  for (const subset of subsets)
    for (const weight of [400, 700]) {
      const name = `${family}-${subset}-${weight}`;
      const woff = await readFile(join(here, "node_modules/@fontsource", family, "files", `${name}-normal.woff`));
      await writeFile(join(out, "still", `${name}.ttf`), trueType(woff));
    }

/** A WOFF 1 file unpacked. */
function trueType(woff) {
  const count = woff.readUInt16BE(12);
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((count - power) * 16, 10);
  const tables = [head];
  let at = head.length;
  for (let i = 0; i < count; i++) {
    const entry = 44 + 20 * i;
    const [offset, packed, length, sum] = [4, 8, 12, 16].map((field) => woff.readUInt32BE(entry + field));
    const raw = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(raw) : raw;
    woff.copy(head, 12 + 16 * i, entry, entry + 4);
    head.writeUInt32BE(sum, 16 + 16 * i);
    head.writeUInt32BE(at, 20 + 16 * i);
    head.writeUInt32BE(length, 24 + 16 * i);
    tables.push(table, Buffer.alloc(-table.length & 3));
    at += table.length + (-table.length & 3);
  }
  return Buffer.concat(tables);
}

const licences = new Map();
for (const [family, file] of fonts) {
  const folder = join(here, "node_modules/@fontsource-variable", family);
  await copyFile(join(folder, "files", `${file}.woff2`), join(out, "fonts", `${file}.woff2`));
  licences.set(family, await readFile(join(folder, "LICENSE"), "utf8"));
}
const text = [...licences].map(([family, licence]) => `${family}\n\n${licence.trim()}\n`).join("\n----\n\n");
await writeFile(join(out, "fonts", "OFL.txt"), text);
