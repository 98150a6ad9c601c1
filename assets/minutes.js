// Minutes that several people write at once.  Without this each part is saved by its form; with it the page hears what
// the others saved and where they write, and a lost connection loses nothing: what is typed stays in this browser (see
// drafts in opora.js), what was sent is sent again.
const minutes = document.querySelector("[data-minutes]");
if (minutes) {
  const note = document.querySelector("[data-minutes-lost]");
  const form = document.querySelector("[data-minutes-form]");
  const parts = () => [...minutes.querySelectorAll("[data-part]")];
  let lost = null, waiting = false, phase = null;

  // Whoever cannot be reached for three seconds is gone; a stream that ends by itself is joined again before that.
  const gone = () => { lost ??= setTimeout(() => { note.hidden = false; }, 3000); };
  const here = () => {
    clearTimeout(lost);
    const wasLost = !note.hidden;
    lost = null, note.hidden = true;
    if (waiting) return form.requestSubmit();
    // What only this browser knows goes to the server now.
    if (wasLost && form) form.dispatchEvent(new Event("input", { bubbles: true }));
  };

  // Puts what the page says now in the place of what it said; the part that is being written stays.
  const renew = async () => {
    const answer = await fetch(minutes.dataset.minutes.replace(/\/prubeh$/, ""), { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = [...page.querySelectorAll("[data-minutes] > [data-part]")];
    const mine = parts().find(part => part.hasAttribute("data-editing"));
    const open = new Set([...minutes.querySelectorAll("details[open]")].map(one => one.closest("[data-part]")?.dataset.part));
    const typing = document.activeElement?.closest?.("[data-part]")?.dataset.part;
    const kept = fresh.map(part => {
      const stands = parts().find(one => one.dataset.part === part.dataset.part);
      const same = stands?.dataset.version === part.dataset.version;
      const stays = stands && (stands === mine || same || open.has(part.dataset.part) || typing === part.dataset.part);
      return stays ? stands : document.adoptNode(part);
    });
    if (mine && !kept.includes(mine)) kept.push(mine);
    kept.forEach((part, n) => { if (minutes.children[n] !== part) minutes.insertBefore(part, minutes.children[n] ?? null); });
    parts().forEach(part => { if (!kept.includes(part)) part.remove(); });
  };

  const told = async now => {
    if (phase && phase !== now.phase) return location.reload();
    phase = now.phase;
    const order = parts().map(part => part.dataset.part).join();
    const differs = part => parts().find(one => one.dataset.part === part.id)?.dataset.version !== String(part.version);
    const mine = parts().find(part => part.hasAttribute("data-editing"));
    const ofMine = now.parts.find(part => part.id === mine?.dataset.part);
    if (mine && (!ofMine || differs(ofMine))) mine.querySelector("[data-minutes-changed]").textContent = minutes.dataset.changed;
    const others = now.parts.filter(part => part.id !== mine?.dataset.part);
    if (others.some(differs) || order !== now.parts.map(part => part.id).join()) await renew().catch(() => {});
    for (const part of parts()) {
      const names = now.writing.filter(one => one.part === part.dataset.part).map(one => one.name);
      const said = names.length ? `${minutes.dataset.writes} ${names.join(", ")}` : "";
      const place = part.querySelector("[data-writing]");
      if (place.textContent !== said) place.textContent = said;
    }
  };

  const events = new EventSource(minutes.dataset.minutes);
  events.addEventListener("open", here);
  events.addEventListener("error", gone);
  events.addEventListener("minutes", ({ data }) => { here(); told(JSON.parse(data)); });
  addEventListener("offline", gone);
  addEventListener("pagehide", () => events.close());

  // What is saved while the connection is down waits for it.  Any answer but „saved“ is shown by an ordinary sending.
  form?.addEventListener("submit", async event => {
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    waiting = false;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
      if (answer.type !== "opaqueredirect") return form.submit();
      localStorage.removeItem(`opora.draft ${form.dataset.draft}`);
      sessionStorage.removeItem("opora.sent");
      const target = new URL(form.dataset.minutesForm, location);
      target.search = "?hotovo=ulozeno";
      location.assign(target);
    } catch {
      waiting = true;
      sessionStorage.removeItem("opora.sent");
      gone();
      form.querySelector("[data-minutes-changed]").textContent = minutes.dataset.waits;
      setTimeout(() => { if (waiting) form.requestSubmit(); }, 2000);
    }
  });
}
