// A document travels: from the planner's desk to the public page of a service, away again, and back.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assert, check, checkEveryLook, desk, forget, open, phone, signIn, startOpora } from "./harness.mjs";

export const start = () => startOpora("demo");
export const stop = server => server.stop();

const pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
const list = "/sluzby/fokus-semily-std/prilohy";

async function upload(page, file, title, publish) {
  await page.locator("#soubor").setInputFiles(file);
  await page.locator("[name=nazev]").fill(title);
  if (publish) await page.locator("[name=zverejnit]").check();
  await page.getByRole("button", { name: "Nahrát", exact: true }).click();
}

export async function a_price_list_is_published_taken_by_a_stranger_removed_and_brought_back({ browser, url, folder }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/sluzby/fokus-semily-std/upravit`);
  await page.getByRole("link", { name: "Přílohy", exact: true }).click();
  await page.waitForURL(`${url}${list}`);
  await checkEveryLook(page, "prilohy-prazdne");

  // A page that only calls itself a PDF is refused with a sentence, and the title stays typed.
  const disguised = join(folder, "cenik.pdf");
  writeFileSync(disguised, "<!DOCTYPE html><script>alert(1)</script>");
  await upload(page, disguised, "Ceník 2027", true);
  await page.locator("[role=alert]").waitFor();
  forget(page);    // the answer is a 422 on purpose
  assert((await page.locator("main").textContent()).includes("webová stránka"), "the sentence says what the file is");
  assert(await page.locator("[name=nazev]").inputValue() === "Ceník 2027", "what was typed stays");
  await checkEveryLook(page, "prilohy-odmitnuto");

  const good = join(folder, "Ceník od ledna.pdf");
  writeFileSync(good, pdf);
  await upload(page, good, "Ceník 2027", true);
  await page.waitForURL(/hotovo=pridano/);
  const text = join(folder, "pravidla.txt");
  writeFileSync(text, "Vnitřní pravidla");
  await upload(page, text, "", false);
  await page.locator("ol.list > li").nth(1).waitFor();
  await checkEveryLook(page, "prilohy");

  const stranger = await open(browser, `${url}/sluzby/fokus-semily-std`, { size: phone });
  await check(stranger, "sluzba-s-prilohou");
  assert(!(await stranger.locator("main").textContent()).includes("pravidla"), "what is not published is not there");
  const link = stranger.getByRole("link", { name: "Ceník 2027", exact: true });
  const [download] = await Promise.all([stranger.waitForEvent("download"), link.click()]);
  assert(download.suggestedFilename() === "Ceník od ledna.pdf", `the name is kept: ${download.suggestedFilename()}`);
  assert(readFileSync(await download.path(), "utf8") === pdf, "and so is the content");

  await page.getByRole("link", { name: "Upravit Ceník 2027" }).click();
  await page.locator("[name=nazev]").fill("Ceník pro rok 2027");
  await checkEveryLook(page, "priloha");
  await page.locator("main form button.main").click();
  await page.waitForURL(/hotovo=ulozeno/);

  await page.getByRole("button", { name: "Odebrat Ceník pro rok 2027" }).click();
  await page.waitForURL(/odebrano=/);
  await checkEveryLook(page, "priloha-odebrana");
  await stranger.reload();
  assert(await stranger.locator("#dokumenty").count() === 0, "a removed one is gone from the public page");
  await page.locator(".note").getByRole("button", { name: "Vrátit zpět" }).click();
  await page.waitForURL(/hotovo=vraceno/);
  await stranger.reload();
  assert(await stranger.getByRole("link", { name: "Ceník pro rok 2027", exact: true }).count() === 1, "and is back");
  await stranger.context().close();
  await page.context().close();
}
