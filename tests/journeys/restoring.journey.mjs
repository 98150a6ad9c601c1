// The worst day: everything that was kept is backed up, destroyed and restored, and people go on where they were.
import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { assert, check, checkEveryLook, open, phone, root, signIn, startIn, startOpora, words } from "./harness.mjs";

const binary = process.env.OPORA_BINARY ?? join(root, "build/release/opora");
const plain = text => text.replace(/[\u00a0\u2060]/g, " ");

export async function everything_is_backed_up_destroyed_restored_and_checked({ browser }) {
  const before = await startOpora("demo");
  const { folder } = before;
  const opora = (...words) => execFileSync(binary, [...words, "--database", `sqlite:${join(folder, "opora.db")}`], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  let after;
  try {
    const planner = await signIn(browser, before.url, "planovacka@opora.example", { size: phone });
    await planner.goto(`${before.url}/sluzby/fokus-semily-std/upravit`);
    await planner.locator("[name=popis]").fill("Dílna, která přežila nejhorší den.");
    await planner.locator("main form button.main").first().click();
    await planner.waitForURL(/ulozeno=ano/);
    const administrator = await signIn(browser, before.url, "spravce@opora.example", { size: phone });
    const backup = async page => plain(await page.locator("li", { hasText: "Záloha" }).first().textContent());
    await administrator.goto(`${before.url}/sprava/bezpecnost`);
    assert((await backup(administrator)).includes("neví"), "without a backup the page says so");
    opora("backup", join(folder, "zalohy"));
    await administrator.reload();
    assert((await backup(administrator)).includes("Poslední záloha"), "and knows of it as soon as there is one");
    await check(administrator, "bezpecnost-po-zaloze");
    await planner.context().close();
    await administrator.context().close();

    await before.stop({ keep: true });
    for (const file of readdirSync(folder)) if (file.startsWith("opora.db")) rmSync(join(folder, file));
    opora("restore", join(folder, "zalohy"));
    assert(opora("check").includes("everything is in order"), "what was restored is whole");

    after = await startIn(folder, "serve");
    const stranger = await open(browser, `${after.url}/sluzby/fokus-semily-std`);
    assert(plain(await stranger.locator("main").textContent()).includes("přežila nejhorší den"), "what was saved is there");
    await stranger.context().close();
    const again = await signIn(browser, after.url, "planovacka@opora.example", { size: phone });
    await again.goto(`${after.url}/sluzby/fokus-semily-std/historie`);
    assert(plain(await again.locator("main").textContent()).includes("přežila nejhorší den"), "and so is who wrote it");
    await checkEveryLook(again, "po-obnove");
    await again.context().close();
  } finally {
    await before.stop();
    await after?.stop();
  }
}
