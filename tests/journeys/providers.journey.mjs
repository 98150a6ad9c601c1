// A provider proposes, the region approves with one remark, two edit at once, and a session ends in the middle of typing.
import { assert, check, checkEveryLook, fillSignIn, signIn, startOpora, words } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

const director = "reditel@opora.example", planner = "planovacka@opora.example";
const sheet = "/sluzby/kormidlo-bydleni/upravit";

export async function a_provider_proposes_and_the_region_approves_with_one_remark({ browser, url }) {
  const theirs = await signIn(browser, url, director);
  assert(new URL(theirs.url()).pathname === "/prehled", "the own services come first");
  await checkEveryLook(theirs, "prehled-poskytovatele");
  await theirs.locator("a[href='/sluzby/kormidlo-bydleni/navrh']").click();
  await theirs.waitForURL(/navrh/);
  await check(theirs, "navrh-formular");
  await theirs.locator("[name=shrnuti]").fill("Pomáháme lidem bydlet ve vlastním.");
  await theirs.locator("[name=jak_pozadat]").fill("Zavolejte nám kdykoli.");
  await theirs.locator("[name=sdeleni]").fill("Od ledna přijímáme jen po telefonu.");
  await theirs.getByRole("button", { name: "Poslat návrh" }).click();
  await theirs.waitForURL(/hotovo=odeslano/);
  await checkEveryLook(theirs, "muj-navrh");

  const ours = await signIn(browser, url, planner);
  await ours.goto(`${url}/oznameni`);
  await check(ours, "oznameni");
  await ours.goto(`${url}/sluzby/kormidlo-bydleni`);
  assert(!(await words(ours)).includes("Zavolejte nám"), "nothing is public before");
  await ours.goto(`${url}/sprava/navrhy`);
  await checkEveryLook(ours, "navrhy");
  await ours.locator("main table a").first().click();
  await ours.waitForURL(/navrhy\/[0-9a-f-]+/);
  await checkEveryLook(ours, "rozhodnuti");
  await ours.locator("section", { has: ours.locator("[name=jak_pozadat]") }).locator("summary").click();
  await ours.locator("[name=jak_pozadat]").fill("Zavolejte nám v pracovní den.");
  await ours.locator("[name=vyjadreni]").fill("Doplnili jsme, kdy voláte.");
  await ours.getByRole("button", { name: "Uložit rozhodnutí" }).click();
  await ours.waitForURL(/hotovo=ano/);
  await check(ours, "rozhodnuto");
  await ours.goto(`${url}/sluzby/kormidlo-bydleni`);
  assert((await words(ours)).includes("Zavolejte nám v pracovní den."), "the public page shows it at once, as the region put it");
  await ours.goto(`${url}/sluzby?q=kormidlo`);
  assert((await words(ours)).includes("bydlet ve vlastním"), "the catalogue shows the new summary");
  await theirs.reload();
  assert((await words(theirs)).includes("Doplnili jsme, kdy voláte."), "the provider reads the remark");
  await theirs.context().close();
  await ours.context().close();
}

export async function two_edit_at_once_and_lose_no_word({ browser, url }) {
  const first = await signIn(browser, url, planner), second = await signIn(browser, url, planner);
  await first.goto(`${url}${sheet}`);
  await second.goto(`${url}${sheet}`);
  await first.locator("[name=popis]").fill("První text.");
  await first.getByRole("button", { name: "Uložit", exact: true }).click();
  await first.waitForURL(/ulozeno=ano/);
  await second.locator("[name=popis]").fill("Druhý text.");
  await second.getByRole("button", { name: "Uložit", exact: true }).click();
  await second.locator("form[data-draft-pending]").waitFor();
  second.wrong.length = 0;    // a 409 on purpose
  const both = await words(second);
  assert(both.includes("První text.") && both.includes("Druhý text."), "both values are shown");
  await second.locator("[name='volba.popis'][value=moje]").check();
  await second.locator("main button.main").click();
  await second.waitForURL(/ulozeno=ano/);
  await first.context().close();
  await second.context().close();
}

export async function a_session_ends_in_the_middle_of_typing_and_nothing_is_lost({ browser, url }) {
  const page = await signIn(browser, url, planner);
  await page.goto(`${url}${sheet}`);
  await page.locator("[name=uhrada]").fill("Psáno dlouho.");
  await page.locator("[data-draft-state]").filter({ hasText: "Koncept uložen" }).waitFor();
  await page.goto(`${url}${sheet}`);
  await page.getByRole("link", { name: "Obnovit" }).click();
  await page.waitForURL(/koncept=obnovit/);
  await check(page, "koncept-obnoveny");
  assert(await page.locator("[name=uhrada]").inputValue() === "Psáno dlouho.", "the draft is in the form");

  // The session is gone when the form is sent: what was typed comes along through the sign-in.
  await page.context().clearCookies();
  await page.locator("[name=uhrada]").fill("Psáno ještě déle.");
  await page.getByRole("button", { name: "Uložit", exact: true }).click();
  await page.locator("#heslo").waitFor();
  page.wrong.length = 0;    // a 401 on purpose
  assert((await words(page)).includes("zůstalo"), "the page says that it is kept");
  await fillSignIn(page, planner);
  assert(await page.locator("[name=uhrada]").inputValue() === "Psáno ještě déle.", "nothing is lost");

  // The line is down or the session gone while typing: the browser keeps a copy and offers it after signing in.
  await page.context().clearCookies();
  await page.locator("[name=uhrada]").fill("Jen v prohlížeči.");
  await page.locator("[data-draft-state]").filter({ hasText: "jen v tomto prohlížeči" }).waitFor();
  page.wrong.length = 0;
  await page.goto(`${url}/prihlaseni`);
  await fillSignIn(page, planner);
  await page.goto(`${url}${sheet}`);
  await page.locator("[data-draft-here] [data-draft-restore]").click();
  assert(await page.locator("[name=uhrada]").inputValue() === "Jen v prohlížeči.", "the browser's copy is in the form");
  await page.getByRole("button", { name: "Uložit", exact: true }).click();
  await page.waitForURL(/ulozeno=ano/);
  assert(await page.evaluate(() => Object.keys(localStorage).length) === 0, "and goes once it is saved");
  await page.context().close();
}
