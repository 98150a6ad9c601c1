// Runs the journeys: node tests/journeys/run.mjs [NAME…], two files at a time, each with a server of its own.  A journey
// exports tests as functions of { browser } whose names are sentences; start() before them and stop() after them, if it
// exports these.
import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./harness.mjs";

const folder = dirname(fileURLToPath(import.meta.url));
const asked = process.argv.slice(2);
const files = readdirSync(folder).filter(name => name.endsWith(".journey.mjs") && (!asked.length || asked.some(word => name.startsWith(word))));
const browser = await launch();
let passed = 0, failed = 0;

async function attempt(label, action) {
  const began = performance.now();
  try {
    await action();
    return [true, `${label} (${Math.round(performance.now() - began)} ms)`];
  } catch (error) {
    return [false, `${label}\n${error.message}`];
  }
}

async function travel(file) {
  const { start = async () => ({}), stop = async () => {}, ...journey } = await import(join(folder, file));
  let world;
  const [started, why] = await attempt(`${file}: start`, async () => { world = await start(browser); });
  if (!started) {
    failed += Object.keys(journey).length || 1;
    console.log(`FAILED  ${why}`);
    return;
  }
  for (const [name, sentence] of Object.entries(journey)) {
    const [fine, told] = await attempt(`${file.replace(".journey.mjs", "")}: ${name.replaceAll("_", " ")}`, () => sentence({ browser, ...world }));
    fine ? ++passed : ++failed;
    console.log(`${fine ? "passed " : "FAILED "} ${told}`);
  }
  await stop(world);
}

// The longest first, so that one does not wait alone at the end.
const waiting = files.sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size);
const lane = async () => { while (waiting.length) await travel(waiting.shift()); };
await Promise.all([lane(), lane()]);

await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || !passed ? 1 : 0;
