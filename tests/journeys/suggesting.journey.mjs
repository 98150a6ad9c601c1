// Suggestions under the search of the home page: with the mouse, with the keyboard, for those who hear the page, and
// without JavaScript.
import { assert, check, desk, open, phone, startOpora } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

const plain = text => text.replace(/\u00a0/g, " ");
const focused = page => page.evaluate(() => document.activeElement.id || document.activeElement.closest("li")?.innerText || document.activeElement.tagName);

// Types a beginning and waits for what the server suggests to it.
async function begin(page, words) {
  await page.locator("#q").focus();
  const answered = page.waitForResponse(response => response.url().includes("/naseptavac"));
  await page.locator("#q").pressSequentially(words, { delay: 20 });
  await answered;
  await page.locator(".suggest a").first().waitFor();
}

const suggested = async page => (await page.locator(".suggest a").allInnerTexts()).map(plain);

export async function an_empty_field_suggests_the_frequent_types({ browser, url }) {
  const page = await open(browser, `${url}/`, { size: desk });
  assert(!await page.locator(".suggest").isVisible(), "nothing is suggested before anybody asks");
  await page.locator("#q").focus();
  assert(await page.locator(".suggest").isVisible(), "the field in focus suggests");
  assert((await suggested(page)).some(text => text.includes("sociální rehabilitace")), "the types with most services are there");
  await page.context().close();
}

export async function pec_suggests_care_and_a_press_leads_to_it({ browser, url }) {
  for (const size of [phone, desk]) {
    const page = await open(browser, `${url}/`, { size });
    await begin(page, "pec");
    const texts = await suggested(page);
    assert(texts.length > 0 && texts.every(text => /pe[cč]/i.test(text)), `„pec“ suggests words with it, not ${texts.join(", ")}`);
    await check(page, "naseptavac");
    await page.locator(".suggest a").first().click();
    await page.waitForURL(/\/sluzby\?q=/);
    assert(await page.locator(".hit").count() > 0, "what was suggested is found");
    await page.context().close();
  }
}

export async function ran_and_arrows_and_enter_find_early_care({ browser, url }) {
  const page = await open(browser, `${url}/`, { size: desk });
  await begin(page, "ran");
  const texts = await suggested(page);
  assert(texts.some(text => text.toLowerCase().includes("raná péče")), `„ran“ suggests early care, not ${texts.join(", ")}`);
  await page.keyboard.press("ArrowDown");
  assert(plain(await focused(page)).startsWith(texts[0].split("\n")[0]), "the arrow down goes to the first suggestion");
  await page.keyboard.press("ArrowUp");
  assert(await focused(page) === "q", "the arrow up comes back to the field");
  for (let n = 0; n <= texts.findIndex(text => text.toLowerCase().includes("raná péče")); ++n) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/sluzby\?q=/);
  assert(/raná péče/i.test(plain(await page.locator("main").innerText())), "Enter opens what was chosen");
  await page.context().close();
}

export async function escape_puts_them_away_and_keeps_what_was_typed({ browser, url }) {
  const page = await open(browser, `${url}/`, { size: desk });
  await begin(page, "pec");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  assert(!await page.locator(".suggest").isVisible(), "Escape puts the suggestions away");
  assert(await focused(page) === "q" && await page.locator("#q").inputValue() === "pec", "the field has the focus and the words");
  await begin(page, "o");
  assert(await page.locator(".suggest").isVisible(), "typing on brings them back");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/sluzby\?q=peco/);
  await page.context().close();
}

export async function who_hears_the_page_is_told_how_many_there_are({ browser, url }) {
  const page = await open(browser, `${url}/`, { size: desk });
  const told = page.locator(".search [role=status]");
  assert(await told.textContent() === "", "nothing is told at first");
  await begin(page, "pec");
  await page.waitForFunction(() => document.querySelector(".search [role=status]").textContent);
  const count = await page.locator(".suggest a").count();
  assert(plain(await told.textContent()).startsWith(`${count} návrh`), `it tells of ${count}, not „${await told.textContent()}“`);
  const answered = page.waitForResponse(response => response.url().includes("/naseptavac"));
  await page.locator("#q").fill("xqzwxqzw");
  await answered;
  await page.waitForFunction(() => !document.querySelector(".suggest a"));
  assert(!await page.locator(".suggest").isVisible(), "no empty list hangs under the field");
  await page.waitForFunction(() => document.querySelector(".search [role=status]").textContent.includes("Zkuste hledat"));
  await page.context().close();
}

export async function without_javascript_the_field_suggests_types_and_searches({ browser, url }) {
  const page = await open(browser, `${url}/`, { size: phone, script: false });
  await page.locator("#q").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert((await page.locator(".suggest a:focus").count()) === 1, "Tab leads from the field over its button to the first suggestion");
  await page.locator("#q").fill("pec");
  await page.locator("#q").press("Enter");
  assert(page.url().includes("/sluzby?q=pec") && await page.locator(".hit").count() > 0, "Enter searches");
  await page.context().close();
}
