// How pages look in other ways than on a screen with our colours: on paper, in the reader's own colours, with letters of
// double size, by keyboard alone.
import { assert, desk, open, phone, startOpora } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

const shown = page => page.evaluate(() => document.body.innerText.replace(/\u00a0/g, " "));

export async function a_service_on_paper_says_where_to_call_first({ browser, url }) {
  const page = await open(browser, `${url}/sluzby/vlnka-pece`, { size: { width: 720, height: 1000 }, theme: "dark" });
  await page.emulateMedia({ media: "print" });
  const text = await shown(page);
  assert(text.includes("+420 000 935 522") && text.includes("Smyšlená 25"), "telephone and address are on the paper");
  assert(text.indexOf("+420 000 935 522") < text.indexOf("Důležité údaje") || await above(page, "#kontakt", "#udaje"), "the contact stands above the facts");
  for (const gone of ["Přihlásit", "Snadné čtení", "Potřebujete pomoc hned", "Nahlásit chybu"]) assert(!text.includes(gone), `„${gone}“ is not for paper`);
  assert(await page.evaluate(() => getComputedStyle(document.body).backgroundColor) === "rgb(255, 255, 255)", "paper is white, whatever the look");
  await page.context().close();
}

const above = (page, one, other) => page.evaluate(([a, b]) =>
  document.querySelector(a).getBoundingClientRect().top < document.querySelector(b).getBoundingClientRect().top, [one, other]);

export async function the_catalogue_on_paper_is_a_list_and_nothing_to_press({ browser, url }) {
  const page = await open(browser, `${url}/sluzby?orp=5104`, { size: { width: 720, height: 1000 } });
  await page.emulateMedia({ media: "print" });
  const pressed = await page.evaluate(() => [...document.querySelectorAll("button, select, input, nav, .btn")]
    .filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 80)));
  assert(pressed.length === 0, `nothing to press is on the paper: ${pressed.join(" ")}`);
  assert(await page.locator(".hit").first().isVisible(), "the services are");
  await page.context().close();
}

export async function the_readers_own_colours_keep_what_is_chosen_and_where_the_focus_is({ browser, url }) {
  const page = await open(browser, `${url}/sluzby?orp=5104`, { size: desk });
  await page.emulateMedia({ forcedColors: "active" });
  const outline = selector => page.locator(selector).first().evaluate(one => getComputedStyle(one).outlineStyle + getComputedStyle(one).outlineWidth);
  assert(await outline(".top nav [aria-current]") === "solid2px", "the current page has an outline in the menu");
  await page.locator("#razeni").focus();
  await page.keyboard.press("Tab");
  assert(await outline(":focus") === "solid3px", "the focus has one too");
  await page.context().close();
}

const many = ["/", "/sluzby?orp=5104", "/sluzby/fokus-semily-std", "/sluzby/fokus-semily-std/snadne", "/poskytovatele/fokus-semily",
              "/sluzby/fokus-semily-std/chyba", "/mapa", "/otevrena-data", "/pristupnost", "/prihlaseni"];

export async function letters_of_double_size_cut_nothing({ browser, url }) {
  for (const size of [phone, desk]) {
    const page = await open(browser, `${url}/`, { size });
    for (const address of many) {
      await page.goto(url + address);
      await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
      const cut = await page.evaluate(() => {
        const room = document.documentElement.clientWidth;
        const hides = one => ["hidden", "clip"].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1;
        return [...document.querySelectorAll("body *:not(.vh, .vh *, .brand *, svg *, input)")].filter(one => one.checkVisibility() && !one.closest(".scroll"))
          .filter(one => one.getBoundingClientRect().right > room + 1 || hides(one)).slice(0, 3).map(one => one.outerHTML.slice(0, 120));
      });
      assert(cut.length === 0, `${address} at ${size.width} px with double letters cuts ${cut.join("\n")}`);
    }
    await page.context().close();
  }
}

// Every stop of Tab shows where it is: an outline, or a border of its own.
export async function the_keyboard_shows_where_it_is_at_every_stop({ browser, url }) {
  const page = await open(browser, `${url}/`, { size: desk });
  for (const address of many.slice(0, 6)) {
    await page.goto(url + address);
    for (let n = 0; n < 60; ++n) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const one = document.activeElement;
        if (one === document.body) return { ended: true };
        const box = one.getBoundingClientRect();
        const held = one.closest(".seg > label") ?? one;
        const style = getComputedStyle(held), inside = one.querySelector("polygon, path");
        const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || (inside && parseFloat(getComputedStyle(inside).strokeWidth) >= 3);
        return { seen, size: box.width * box.height, what: one.outerHTML.slice(0, 120) };
      });
      if (stop.ended) break;
      assert(stop.seen && stop.size > 0, `${address}: the focus cannot be seen at ${stop.what}`);
    }
  }
  await page.context().close();
}

export async function escape_closes_the_menu_and_the_filters_of_a_phone({ browser, url }) {
  const page = await open(browser, `${url}/sluzby`, { size: phone, script: false });
  for (const [button, drawer] of [["Menu", "#nav"], [/Filtry/, "#filtry"]]) {
    await page.getByRole("button", { name: button }).focus();
    await page.keyboard.press("Enter");
    assert(await page.locator(drawer).isVisible(), `${drawer} opens by Enter`);
    await page.keyboard.press("Escape");
    assert(!await page.locator(drawer).isVisible(), `${drawer} closes by Escape`);
    assert(await page.evaluate(() => document.activeElement.tagName) === "BUTTON", "the focus comes back to its button");
  }
  await page.context().close();
}
