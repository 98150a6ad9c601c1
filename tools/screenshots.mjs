// Shoots pages: node tools/screenshots.mjs ADDRESS…  Each on a phone and at a desk, in the light and in the dark, into
// build/screenshots.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { desk, launch, open, phone, root } from "../tests/journeys/harness.mjs";

const folder = join(root, "build/screenshots");
mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const address of process.argv.slice(2)) {
  const { pathname, search } = new URL(address);
  const name = `${pathname}${search}`.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "home";
  for (const size of [phone, desk]) for (const theme of ["light", "dark"]) {
    const page = await open(browser, address, { size, theme });
    const path = join(folder, `${name}-${size.width}-${theme}.png`);
    await page.screenshot({ path, fullPage: true });
    console.log(path);
    for (const line of page.wrong) console.log(`  ${line}`);
    await page.context().close();
  }
}
await browser.close();
