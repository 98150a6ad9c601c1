// What every journey stands on: a server of its own, a browser, and the promises that hold on every page – no script
// error, nothing the content security policy refuses, nothing axe objects to, no sideways scrolling on a small phone.
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer as listen } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import axeCore from "axe-core";
import { chromium } from "playwright-core";

// A day as people of the region write it: „1. 12. 2026“, whatever zone the tests run in.
export const inDays = days => {
  const [year, month, day] = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Prague" }).split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return `${date.getUTCDate()}. ${date.getUTCMonth() + 1}. ${date.getUTCFullYear()}`;
};

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const screenshots = join(root, "build/screenshots");
const browserPath = process.env.OPORA_CHROMIUM ?? "/usr/bin/chromium-headless-shell";

const wait = ms => new Promise(done => setTimeout(done, ms));

export const launch = () => chromium.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});

const freePort = () => new Promise((done, failed) => {
  const probe = listen().once("error", failed).listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});

// Starts the binary (OPORA_BINARY, by default build/release/opora) in a folder of its own and waits until it serves.
// What it printed is in `printed()`, where the sample sign-ins are.
export const startOpora = (verb = "demo", ...more) => startIn(mkdtempSync(join(tmpdir(), "opora-journey-")), verb, ...more);

// The same over what lies in a folder already.  Which is gone when it stops, unless told otherwise: stop({ keep: true }).
export async function startIn(folder, verb, ...more) {
  // What the environment says besides, as a last word: others start beside it, so that process.env belongs to nobody.
  const environment = typeof more.at(-1) === "object" ? more.pop() : {};
  const port = await freePort();
  const binary = process.env.OPORA_BINARY ?? join(root, "build/release/opora");
  const child = spawn(binary, [verb, "--listen", `127.0.0.1:${port}`, "--database", `sqlite:${join(folder, "opora.db")}`, ...more],
    { cwd: folder, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...environment } });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", data => { printed += data; });
  let ended;
  child.once("error", error => { ended = error.message; });
  child.once("exit", (code, signal) => { ended ??= `exit ${code ?? signal}`; });

  const stop = async ({ keep = false } = {}) => {
    if (ended === undefined) {
      child.kill("SIGTERM");
      for (let n = 0; n < 50 && ended === undefined; ++n) await wait(100);
      if (ended === undefined) child.kill("SIGKILL");
    }
    if (!keep) rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (let n = 0; n < 300; ++n) {
    if (ended !== undefined) { await stop(); throw new Error(`${binary} ended (${ended}):\n${printed}`); }
    if ((await fetch(`${url}/zdravi`).catch(() => ({}))).ok) return { url, folder, stop, printed: () => printed };
    await wait(100);
  }
  await stop();
  throw new Error(`${binary} did not serve within 30 s:\n${printed}`);
}

// Lets time pass for what lies in the database of a server already: a statement in SQL.
export function makeOlder(folder, statement) {
  const database = new DatabaseSync(join(folder, "opora.db"));
  database.exec(`PRAGMA busy_timeout = 10000; ${statement}`);
  database.close();
}

// What lies in the database of a server: the first column of the first row.
export function lookUp(folder, question) {
  const database = new DatabaseSync(join(folder, "opora.db"), { readOnly: true });
  try {
    const row = database.prepare(question).get();
    return row && Object.values(row)[0];
  } finally {
    database.close();
  }
}

const mediaTypes = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// Serves the files of a folder under the policy that Opora itself sends.
export async function serveFolder(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://x").pathname);
    const bytes = await readFile(join(folder, path)).catch(() => null);
    response.writeHead(bytes ? 200 : 404, { "content-type": mediaTypes[extname(path)] ?? "text/plain", "content-security-policy": policy });
    response.end(bytes ?? "not found");
  });
  await new Promise(done => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${server.address().port}`, stop: async () => { server.closeAllConnections(); server.close(); } };
}

export const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 900 };
const smallPhone = { width: 320, height: 640 };

// A page whose script errors and refused resources are remembered; `script: false` is a browser without JavaScript.
export async function open(browser, address, { size = phone, theme = "light", script = true, expectedStatus = 200 } = {}) {
  const context = await browser.newContext({
    viewport: size, colorScheme: theme, javaScriptEnabled: script, locale: "cs-CZ", timezoneId: "Europe/Prague", reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.wrong = [];
  page.on("pageerror", error => page.wrong.push(`script: ${error.message}`));
  page.on("console", message => {
    if (message.type() === "error") page.wrong.push(`console: ${message.text()} (${message.location().url})`);
  });
  const response = await page.goto(address);
  if (response.status() !== expectedStatus) throw new Error(`${address} answered ${response.status()}`);
  return page;
}

// A failed request of the page itself (422, 404) also lands in the console; a journey that means it says so.
// Of the sample people, as bin/run prints it.
export const password = "ukazka-opora-2026";

export async function fillSignIn(page, email) {
  await page.locator("#email").fill(email);
  await page.locator("#heslo").fill(password);
  await page.locator("main button.main").click();
  await page.waitForURL(address => !address.pathname.startsWith("/prihlaseni"));
}

// A page of a browser of their own, where a sample person is signed in; options as of open().
export async function signIn(browser, url, email, options = {}) {
  const page = await open(browser, `${url}/prihlaseni`, { size: desk, ...options });
  await fillSignIn(page, email);
  return page;
}

// What the page says, with blanks that may break.
export const words = async page => (await page.locator("main").textContent()).replace(/\u00a0/g, " ");

export const forget = page => { page.wrong.length = 0; };

export function assert(holds, sentence) {
  if (!holds) throw new Error(sentence);
}

// The promises of every page.  Screenshots are kept under the name, one for each width and theme – in CI only of what failed,
// since painting long pages takes as long as judging them.
export async function check(page, name, { judged = true } = {}) {
  const { width } = page.viewportSize();
  const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches).catch(() => false);
  const label = `${name}-${width}-${dark ? "dark" : "light"}`;
  await page.evaluate(() => document.fonts.ready.then(() => true));
  if (!process.env.CI) await paint(page, label);
  const problems = [...page.wrong.map(line => `  ${line}`), ...(judged ? [...await axe(page), ...await sideways(page, smallPhone)] : [])];
  if (problems.length && process.env.CI) await paint(page, label);
  assert(problems.length === 0, `${label} (${page.url()}):\n${problems.join("\n")}`);
}

async function paint(page, label) {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${label}.png`), fullPage: true });
}

// A page is judged twice, in two looks that share neither width nor theme: half of the pages on a phone in the light and at
// a desk in the dark, half the other way round, so that every width and theme of what pages share is judged.  All four
// where OPORA_EVERY_LOOK is set, as bin/ci --long does.
const looks = [[phone, "light"], [phone, "dark"], [desk, "light"], [desk, "dark"]];
function isJudged(name, size, theme) {
  const odd = [...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 2 === 1;
  return Boolean(process.env.OPORA_EVERY_LOOK) || ((size === phone) === (theme === "light")) !== odd;
}

// Only what is wrong is told: describing also what is right takes axe most of its time.
async function axe(page) {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
  if (!await page.evaluate(() => "axe" in window)) await page.evaluate(axeCore.source);
  const violations = await page.evaluate(async values => {
    // Our pages hold no frames.
    const told = await window.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"], iframes: false });
    return told.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) }));
  }, tags);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(node =>
    `  axe ${id}: ${help}\n    ${node.html.slice(0, 200)}\n    ${node.failureSummary?.split("\n").slice(1).join("; ").trim()}`));
}

async function sideways(page, size) {
  const before = page.viewportSize();
  await page.setViewportSize(size);
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > room + 1 && !one.closest(".scroll"))
      .slice(0, 3).map(one => `  wider than ${room} px: ${one.outerHTML.slice(0, 120)}`).concat(`  the page scrolls sideways at ${room} px`);
  });
  await page.setViewportSize(before);
  return wide;
}

// Checks the page as it stands now, in the middle of a journey, on a phone and at a desk, in the light and in the dark; where
// no pictures are kept only in those two looks that are judged.
export async function checkEveryLook(page, name) {
  const before = page.viewportSize();
  for (const [size, colorScheme] of looks) {
    const judged = isJudged(name, size, colorScheme);
    if (process.env.CI && !judged) continue;
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await check(page, name, { judged });
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: "light" });
}

// Opens an address on a phone and at a desk, in the light and in the dark, and checks each; where no pictures are kept only
// the two that are judged.
export async function checkEverywhere(browser, address, name, visit = async () => {}) {
  for (const [size, theme] of looks) {
    const judged = isJudged(name, size, theme);
    if (process.env.CI && !judged) continue;
    const page = await open(browser, address, { size, theme });
    await visit(page);
    await check(page, name, { judged });
    await page.context().close();
  }
}
