// The components on pages of their own, as opora-tests wrote them to build/components.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { assert, check, checkEverywhere, desk, open, phone, root, serveFolder } from "./harness.mjs";

export async function start() {
  const folder = join(root, "build/components");
  if (!existsSync(join(folder, "public.html"))) throw new Error("build/components is empty: run opora-tests --gtest_filter='ComponentsPage*' first");
  return serveFolder(folder);
}
export const stop = server => server.stop();

export const public_components_keep_the_promises_everywhere = ({ browser, url }) => checkEverywhere(browser, `${url}/public.html`, "components-public");
export const staff_components_keep_the_promises_everywhere = ({ browser, url }) => checkEverywhere(browser, `${url}/form.html`, "components-staff");

export async function the_menu_of_a_phone_opens_without_a_script({ browser, url }) {
  const page = await open(browser, `${url}/public.html`, { size: phone, script: false });
  const menu = page.locator("nav#nav");
  assert(!await menu.isVisible(), "the menu is put away at first");
  await page.getByRole("button", { name: "Menu" }).click();
  assert(await menu.getByRole("link", { name: "Ochrana osobních údajů" }).isVisible(), "the menu shows where to go");
  await page.context().close();
}

export async function the_look_changes_at_once_without_a_script({ browser, url }) {
  const page = await open(browser, `${url}/public.html`, { size: desk, script: false });
  const background = () => page.locator("body").evaluate(body => getComputedStyle(body).backgroundColor);
  const light = await background();
  await page.getByLabel("tmavý").check();
  assert(await background() !== light, "the page is dark");
  assert(await page.getByRole("button", { name: "Použít vzhled" }).isVisible(), "a button tells the server");
  await page.context().close();
}

export async function a_page_with_the_dark_look_keeps_the_promises({ browser, url }) {
  const page = await open(browser, `${url}/form.html`, { size: desk });
  await page.getByLabel("tmavý").check();
  page.wrong.length = 0; // the folder has no /vzhled to answer
  await check(page, "components-staff-chosen-dark");
  await page.context().close();
}

export async function a_problem_has_the_focus_and_leads_to_its_field({ browser, url }) {
  const page = await open(browser, `${url}/form.html`, { size: phone });
  assert(await page.locator("[role=alert]").evaluate(note => note === document.activeElement), "the summary has the focus");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert(new URL(page.url()).hash === "#tel", "the link leads to the field");
  await page.context().close();
}

export async function what_needs_a_script_shows_only_with_one({ browser, url }) {
  const without = await open(browser, `${url}/public.html`, { size: desk, script: false });
  assert(!await without.getByRole("button", { name: "Sdílet" }).isVisible(), "no button that does nothing");
  await without.context().close();
  const page = await open(browser, `${url}/public.html`, { size: desk });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Sdílet" }).click();
  await page.getByText("Adresa je zkopírovaná.").waitFor();
  assert(await page.evaluate(() => navigator.clipboard.readText()) === page.url(), "the address is on the clipboard");
  await page.context().close();
}

export async function styles_fonts_and_icons_arrive({ browser, url }) {
  const page = await open(browser, `${url}/public.html`, { size: desk });
  assert(await page.evaluate(() => document.fonts.ready.then(() => document.fonts.check('16px "Roboto Variable"'))), "Roboto is there");
  const icon = page.locator("a.btn svg.i use").first();
  assert((await icon.boundingBox()).height > 4, "the icon of the sprite is drawn");
  await page.context().close();
}
