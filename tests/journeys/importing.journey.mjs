// The planner brings services in: a table out of Opora's own export with changed cells, mapped, looked through and saved;
// and the register's file of the night, accepted with one click.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, check, checkEveryLook, makeOlder, root, signIn, startOpora } from "./harness.mjs";

const nights = mkdtempSync(join(tmpdir(), "opora-nights-"));

const register = join(nights, "rpss.json");
const tonight = services => execFileSync("python3", [join(root, "bench/make_register.py"), "--services", String(services), "--out", register]);

export const start = () => {
  tonight(60);
  return startOpora("demo", { OPORA_REGISTER_SOURCE: nights, OPORA_REGISTER_HOUR: "0" });
};
export const stop = server => server.stop();

// Changes cells of a workbook with nothing but Python's own zipfile: each [from, to] once in the sheet.
function changed(workbook, changes) {
  const script = `
import sys, zipfile, json
path, changes = sys.argv[1], json.loads(sys.argv[2])
parts = {entry.filename: zipfile.ZipFile(path).read(entry) for entry in zipfile.ZipFile(path).infolist()}
for name in parts:
    if name.endswith("sheet1.xml"):
        text = parts[name].decode()
        for before, after in changes:
            assert before in text, before
            text = text.replace(before, after, 1)
        parts[name] = text.encode()
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
    for name, data in parts.items(): out.writestr(name, data)
`;
  execFileSync("python3", ["-c", script, workbook, JSON.stringify(changes)]);
}

const waitUntil = async (page, what) => {
  for (let n = 0; n < 150; ++n) {
    if (await page.locator(what).count() > 0) return;
    await page.waitForTimeout(200);
    await page.reload().catch(() => {});    // it may be about to come again by itself
  }
  throw new Error(`${what} did not come`);
};

export async function the_planner_brings_a_changed_export_back({ browser, url }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  const folder = mkdtempSync(join(tmpdir(), "opora-table-")), workbook = join(folder, "sluzby.xlsx");
  writeFileSync(workbook, Buffer.from(await (await page.request.get(`${url}/sluzby.xlsx`)).body()));
  const text = (await (await page.request.get(`${url}/sluzby.csv`)).body()).toString();
  const rows = text.split("\r\n").map(line => line.split(","));
  const victim = rows.find(row => /^[0-9a-f-]{36}$/.test(row[0]) && row[0] !== rows.find(one => /fokus-semily-std/.test(one.join(",")))[0]);
  changed(workbook, [["Sociálně terapeutické dílny", "Dílny u mlýna"], [victim[0], "00000000-0000-7000-8000-000000000000"]]);
  await page.goto(`${url}/sprava/sluzby/import`);
  await checkEveryLook(page, "sluzby-z-tabulky");
  await page.locator("main form button.main").click();
  await page.locator("[role=alert]").waitFor();
  page.wrong.length = 0;    // the answer is a 422 on purpose
  await page.locator("#soubor").setInputFiles(workbook);
  await page.locator("main form button.main").click();
  await waitUntil(page, "#sloupec-1");
  assert(await page.locator("#sloupec-1").inputValue() === "identifier", "the heading says which column it is");
  await checkEveryLook(page, "sluzby-sloupce");
  await page.locator("main form button.main").click();
  await waitUntil(page, "#ukazka");
  const shown = (await page.locator("main").textContent()).replace(/\u00a0/g, " ");
  assert(shown.includes("1 špatný řádek"), "one row is wrong");
  assert(shown.includes("Dílny u mlýna"), "the change is shown before it is saved");
  await checkEveryLook(page, "sluzby-ukazka");
  await page.locator("#vynechat").check();
  await page.locator("main form button.main").first().click();
  await waitUntil(page, ".note.ok");
  await check(page, "sluzby-ulozeno");
  await page.goto(`${url}/sluzby?q=mlyna`);
  assert(await page.getByRole("link", { name: "Dílny u mlýna" }).count() > 0, "the catalogue has the new name");
  await page.context().close();
}

export async function the_register_of_the_night_is_accepted_with_one_click({ browser, url }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  await page.goto(`${url}/sprava/registr`);
  await waitUntil(page, "form[action$='/pouzit'] button.main");
  await checkEveryLook(page, "registr-den");
  await page.locator("form[action$='/pouzit'] button.main").click();
  await page.waitForURL(/registr\/[0-9a-f-]+/);
  await waitUntil(page, ".note.ok");
  await page.goto(`${url}/sprava/registr`);
  assert((await page.locator("main").textContent()).includes("přijato"), "the day is accepted");
  await checkEveryLook(page, "registr-dny");
  await page.goto(`${url}/oznameni`);
  assert((await page.locator("main").textContent()).replace(/\u00a0/g, " ").includes("V registru se od včerejška změnilo"), "the planner was told");
  await page.context().close();
}

export async function what_became_of_the_register_on_each_day_stays_in_sight({ browser, url, folder }) {
  const page = await signIn(browser, url, "planovacka@opora.example");
  const days = () => page.locator("section:has(> #denne) tbody tr");
  const another = async () => {
    makeOlder(folder, "UPDATE register_days SET day = date(day, '-1 day')");
    await page.goto(`${url}/sprava/registr`);
    const csrf = await page.locator("input[name=csrf]").first().inputValue();
    await page.request.post(`${url}/sprava/registr/znovu`, { form: { csrf } });
    for (let n = 0; n < 100; ++n) {
      await page.goto(`${url}/sprava/registr`);
      if (!(await page.locator("main").textContent()).includes("právě přebírá")) break;
      await page.waitForTimeout(200);
    }
  };
  await another();
  assert((await days().first().textContent()).includes("beze změny"), "a night when nothing changed");
  rmSync(register);
  await another();
  assert((await days().first().textContent()).includes("nepodařilo se"), "a night when no file was there");
  await checkEveryLook(page, "registr-den-nepovedeny");
  tonight(72);
  await another();
  assert((await days().first().textContent()).includes("čeká na vás"), "a night that waits for her");
  assert(await days().count() === 4, "each with what became of it");
  await checkEveryLook(page, "registr-posledni-dny");
  await page.context().close();
}
