// Makes what browsers load: node tools/assets.mjs [FOLDER].  Styles and scripts are bundled, icons become one sprite,
// fonts are copied; every name carries a hash of its bytes, so that browsers may keep the file for ever.
// FOLDER/manifest.txt says, a line each and separated by tabs: name in our source, name in the folder, media type.
// Beside what shrinks stands the same, compressed, as NAME.gz and NAME.br.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "assets");
const out = resolve(process.argv[2] ?? join(root, "build/assets"));
const icons = join(root, "node_modules/@gov-design-system-ce/icons/lib/components");

const types = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

// The official tokens are 35 kB, of which we use a tenth: a declaration stays when our styles, or one that stays, ask for it.
const onlyTokensInUse = {
  name: "only-tokens-in-use",
  setup(build) {
    build.onLoad({ filter: /[/\\]styles[/\\]lib[/\\]tokens\.css$/ }, ({ path }) => {
      const tokens = readFileSync(path, "utf8");
      const asked = text => [...text.matchAll(/var\((--[\w-]+)/g)].map(found => found[1]);
      const wanted = new Set(readdirSync(join(source, "css")).flatMap(file => asked(readFileSync(join(source, "css", file), "utf8"))));
      const declarations = [...tokens.matchAll(/(--[\w-]+):([^;{}]*)/g)];
      for (let before = -1; before !== wanted.size;) {
        before = wanted.size;
        for (const [, name, value] of declarations) if (wanted.has(name)) asked(value).forEach(other => wanted.add(other));
      }
      const contents = tokens.replace(/\{([^{}]*)\}/g, (_, block) =>
        `{${block.split(";").filter(one => wanted.has(one.split(":")[0].trim())).join(";")}}`);
      return { contents, loader: "css" };
    });
  },
};

const made = new Map(); // name in our source → { name, bytes }

function keep(name, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const end = extname(name);
  made.set(name, { name: `${basename(name, end)}-${hash}${end}`, bytes });
}

async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(source, entry)],
    outdir: out,
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    target: ["chrome123", "firefox120", "safari17.5"],
    format: "iife",
    legalComments: "none",
    loader: { ".woff2": "file" },
    assetNames: "[name]-[hash]",
    plugins: [onlyTokensInUse],
    logLevel: "warning",
  });
  for (const file of outputFiles) {
    const name = basename(file.path);
    // A font has its hash from esbuild already, because the style sheet names it.
    if (extname(name) === ".woff2") made.set(name.replace(/-[A-Z0-9]{8}\./, "."), { name, bytes: Buffer.from(file.contents) });
    else keep(name, Buffer.from(file.contents));
  }
}

// assets/icons.txt names the icons in use; each becomes <symbol id="i-NAME">.
function sprite() {
  const names = readFileSync(join(source, "icons.txt"), "utf8").split("\n").filter(line => line && !line.startsWith("#"));
  const symbols = names.map(name => {
    const svg = readFileSync(join(icons, `${name}.svg`), "utf8");
    const box = svg.match(/viewBox="([^"]+)"/)[1];
    const inside = svg.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, "").replace(/ fill="(?!none)[^"]*"/g, "").trim();
    return `<symbol id="i-${name}" viewBox="${box}">${inside}</symbol>`;
  });
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}

// What we carry of others, with their licences, as these ask for.
function licences() {
  const packages = ["@fontsource-variable/roboto", "@gov-design-system-ce/icons", "@gov-design-system-ce/styles", "htmx.org", "maplibre-gl"];
  return packages.map(name => {
    const folder = join(root, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const words = readdirSync(folder).filter(file => /^licen[sc]e/i.test(file)).map(file => readFileSync(join(folder, file), "utf8"));
    return [`${name} ${version}: ${license}\n`, ...words].join("\n");
  }).join("\n\n");
}

await Promise.all([bundle("opora.css"), bundle("opora.js"), bundle("map.js")]);
// The map works in a thread of its own, whose script must be a file: the policy of the pages allows no other.
keep("map-worker.js", readFileSync(join(root, "node_modules/maplibre-gl/dist/maplibre-gl-csp-worker.js")));
keep("icons.svg", sprite());
keep("licences.txt", Buffer.from(licences()));
keep("favicon.svg", readFileSync(join(source, "favicon.svg")));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const lines = [];
for (const [source, { name, bytes }] of [...made].sort()) {
  const type = types[extname(name)];
  writeFileSync(join(out, name), bytes);
  if (extname(name) !== ".woff2") {
    writeFileSync(join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    writeFileSync(join(out, `${name}.br`), brotliCompressSync(bytes));
  }
  lines.push(`${source}\t${name}\t${type}\n`);
}
writeFileSync(join(out, "manifest.txt"), lines.join(""));
