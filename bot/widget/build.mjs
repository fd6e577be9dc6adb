// Builds dist/: the chat as one script, the demo shop's page, style, script and fonts, and the desk's htmx.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What a shop's page may have to load for the chat, gzipped, in bytes. */
const BUDGET = 45 * 1024;

const FONTS = [
  ["@fontsource-variable/instrument-sans", "instrument-sans-latin-wght-normal.woff2"],
  ["@fontsource/instrument-serif", "instrument-serif-latin-400-normal.woff2"],
  ["@fontsource/instrument-serif", "instrument-serif-latin-400-italic.woff2"],
];

/** Puts `page/art/<name>.svg` where the page says `<!-- art: <name> -->`, so that the page's style reaches it. */
async function withArt(html) {
  const names = [...html.matchAll(/<!-- art: ([a-z-]+) -->/g)].map((match) => match[1]);
  let drawn = html;
  for (const name of new Set(names)) {
    const svg = await readFile(`page/art/${name}.svg`, "utf8");
    drawn = drawn.replaceAll(`<!-- art: ${name} -->`, svg.trim());
  }
  return drawn;
}

// Not the folder itself: make keeps its stamp there, and a server may be reading from it.
await mkdir("dist/fonts", { recursive: true });
await rm("dist/wismo-chat.js.LEGAL.txt", { force: true });

await build({
  entryPoints: { "wismo-chat": "src/index.ts", shop: "page/shop.ts" },
  outdir: "dist",
  bundle: true,
  format: "iife",
  // Browsers since spring 2023: they know color-mix() and :has(), which the style needs.
  target: ["chrome111", "firefox121", "safari16.4"],
  minify: true,
  legalComments: "linked",
  logLevel: "warning",
});

await writeFile("dist/index.html", await withArt(await readFile("page/index.html", "utf8")));
for (const file of ["shop.css", "art.css", "favicon.svg"]) await copyFile(`page/${file}`, `dist/${file}`);
await copyFile("node_modules/htmx.org/dist/htmx.min.js", "dist/htmx.min.js");
for (const [name, file] of FONTS) {
  await copyFile(`node_modules/${name}/files/${file}`, `dist/fonts/${file}`);
  await copyFile(`node_modules/${name}/LICENSE`, `dist/fonts/${name.split("/")[1]}-LICENSE.txt`);
}

const size = gzipSync(await readFile("dist/wismo-chat.js"), { level: 9 }).length;
console.log(`wismo-chat.js: ${(size / 1024).toFixed(1)} KB gzipped`);
if (size > BUDGET) {
  console.error(`over its budget of ${BUDGET / 1024} KB`);
  process.exit(1);
}
