// Free places: the planner sees the four capacities, says who confirms and sends the letter; a scanner opens its link
// and nothing happens; the button confirms, and the catalogue shows it at once.
import { assert, check, checkEveryLook, open, phone, signIn, startOpora } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

const plain = text => text.replace(/[\u00a0\u2060]/g, " ");

const shown = async page => plain(await page.locator("main").textContent());

export async function the_planner_sees_four_capacities_over_time({ browser, url }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/sprava/kapacity`);
  await checkEveryLook(page, "kapacity-seznam");
  await page.goto(`${url}/sprava/kapacity?potvrzeni=neovereno&razeni=stari`);
  assert((await shown(page)).includes("neověřeno od"), "old reports say how old they are");
  await page.goto(`${url}/sluzby/fokus-semily-std/kapacity`);
  await checkEveryLook(page, "kapacity");
  await page.locator("[name=druh]").selectOption("funded");
  await page.locator("[name=pocet]").fill("20");
  await page.locator("[name=od]").fill("1. 1. 2026");
  await page.locator("aside form button.main").click();
  await page.waitForURL(/ulozeno=ano/);
  assert((await shown(page)).includes("Eva Ukázková"), "each number says who gave it");
  await page.goto(`${url}/sluzby/rytmus-sr/kapacity`);
  assert((await shown(page)).includes("plánuje rozšíření"), "states of the documents stand there");
  await page.goto(`${url}/sluzby/fokus-semily-std/stavy/novy`);
  await check(page, "kapacity-stav");
  await page.goto(`${url}/sluzby/fokus-semily-std/odmitnuti`);
  await checkEveryLook(page, "odmitnuti");
  await page.goto(`${url}/sprava/kapacity/import`);
  await checkEveryLook(page, "kapacity-import");
  await page.context().close();
}

export async function a_free_place_is_confirmed_from_the_mail({ browser, url }) {
  const planner = await signIn(browser, url, "planovacka@opora.example");
  const at = `${url}/sluzby/fokus-semily-std/hlasena-mista`;
  await planner.goto(at);
  const emails = await planner.locator("[name=komu] option").allTextContents();
  await planner.locator("[name=komu]").selectOption(emails[1]);
  await planner.locator("form[action$='/kdo'] button").click();
  await planner.waitForURL(/hotovo=ulozeno/);
  await checkEveryLook(planner, "hlasena-mista");
  await planner.locator("form[action$='/poslat'] button").click();
  await planner.waitForURL(/hotovo=odeslano/);

  const administrator = await signIn(browser, url, "spravce@opora.example");
  await administrator.goto(`${url}/sprava/posta`);
  // Letters of other kinds leave meanwhile.
  await administrator.locator("main tr", { hasText: /Volná\s+místa/ }).first().locator("a[href^='/sprava/posta/']").first().click();
  await administrator.waitForURL(/posta\/[0-9a-f-]+/);
  const address = (await administrator.locator("main").textContent()).match(/https?:\/\/\S+\/potvrzeni-mist\/[\w-]+/)[0];

  // A scanner of mail: as often as it likes, and nothing changes.
  for (let n = 0; n < 3; ++n) assert((await fetch(address)).status === 200, "the link opens");
  await planner.goto(at);
  assert((await shown(planner)).includes("odpověď nepřišla"), "nobody has answered yet");

  const provider = await open(browser, address, { size: phone });
  await checkEveryLook(provider, "potvrzeni-mist");
  await provider.getByRole("button", { name: /Platí\s+i\s+dnes/ }).click();
  await provider.waitForURL(/hotovo/);
  await check(provider, "potvrzeni-mist-hotovo");
  await provider.getByRole("link", { name: "Podívat se na službu" }).click();
  assert((await shown(provider)).includes("3 volná místa"), "the page of the service shows it");
  await provider.goto(`${url}/sluzby?volno=1&q=dilny`);
  assert(await provider.locator("a[href='/sluzby/fokus-semily-std']").count() > 0, "the catalogue shows it at once");
  await provider.goto(address);
  provider.wrong.length = 0;    // 410 on purpose: it acts once
  assert((await shown(provider)).includes("Tento odkaz už nejde použít"), "a second click says so");
  await checkEveryLook(provider, "potvrzeni-mist-neplati");
  await planner.goto(at);
  assert((await shown(planner)).includes("potvrzeno"), "the planner sees the answer");
  await planner.goto(`${url}/sluzby/fokus-semily-std/historie`);
  assert((await shown(planner)).includes("odkaz z pošty"), "history names the source");
  for (const page of [planner, administrator, provider]) await page.context().close();
}
