// The promises of every page, broken one by one: each must be noticed, or the other journeys prove nothing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, check, desk, open, serveFolder } from "./harness.mjs";

const page = (body, head = "") => `<!doctype html><html lang="cs"><head><title>Zkouška</title><meta name="viewport" content="width=device-width">${head}</head><body><main><h1>Zkouška</h1>${body}</main></body></html>`;
const pages = {
  "right.html": page("<p>Všechno je v pořádku.</p>"),
  "script.html": page("<p>Skript</p>", "<script>document.title = 'x'</script>"),
  "style.html": page('<p style="color: red">Styl</p>'),
  "missing.html": page("<p>Chybí soubor</p>", '<link rel="stylesheet" href="/none.css">'),
  "label.html": page("<input name=q>"),
  "wide.html": page('<svg width="500" height="20" aria-hidden="true"></svg>'),
};

export async function start() {
  const folder = mkdtempSync(join(tmpdir(), "opora-harness-"));
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, name), html);
  return { ...await serveFolder(folder), folder };
}
export const stop = async server => { await server.stop(); rmSync(server.folder, { recursive: true }); };

async function complaint({ browser, url }, name) {
  const opened = await open(browser, `${url}/${name}`, { size: desk });
  try {
    await check(opened, `harness-${name.replace(".html", "")}`);
    return "";
  } catch (error) {
    return error.message;
  } finally {
    await opened.context().close();
  }
}

const notices = (name, words) => async world => {
  const said = await complaint(world, name);
  assert(words.test(said), `${name} should be refused because of ${words}, but: ${said || "nothing was said"}`);
};

export async function a_right_page_passes(world) {
  const said = await complaint(world, "right.html");
  assert(said === "", said);
}
export const an_inline_script_is_noticed = notices("script.html", /script-src/);
export const an_inline_style_is_noticed = notices("style.html", /style-src/);
export const a_missing_file_is_noticed = notices("missing.html", /404/);
export const a_control_without_a_label_is_noticed = notices("label.html", /axe label/);
export const a_page_wider_than_a_small_phone_is_noticed = notices("wide.html", /sideways at 320/);
