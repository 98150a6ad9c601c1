// What scripts add to pages that already work without them: htmx shortens the way of links and forms, the rest is here.
import "htmx.org";
import "./minutes.js";

// The look is chosen at once by the style sheet; the server is told, so that the next page comes right from the start.
// If it cannot be told now, this page still has the look that was asked for.
document.addEventListener("change", event => {
  const form = event.target.closest("form[data-look]");
  if (!form) return;
  const body = new URLSearchParams(new FormData(form));
  fetch(form.action, { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => {});
});

// The rail begins where we are, also when it is longer than the window.
const rail = document.querySelector(".rail");
const here = rail?.querySelector("[aria-current]");
if (here && here.offsetTop + here.offsetHeight > rail.clientHeight) rail.scrollTop = here.offsetTop - rail.clientHeight / 2;

// Suggestions by keyboard: arrows walk from the field through the links and back, Escape puts them away until something
// else is typed.  Without this they are links in the order of Tab.
document.addEventListener("keydown", event => {
  const search = event.target.closest?.(".search");
  const suggestions = search?.querySelector(".suggest");
  if (!suggestions?.checkVisibility() || !["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) return;
  const stops = [search.querySelector("input"), ...suggestions.querySelectorAll("a")];
  event.preventDefault();
  if (event.key === "Escape") stops[0].focus(), suggestions.hidden = true;
  else stops.at((stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)) % stops.length)?.focus();
});
document.addEventListener("input", event => {
  const suggestions = event.target.closest(".search")?.querySelector(".suggest");
  if (suggestions) suggestions.hidden = false;
});

// <button data-copy hidden> copies the address of the page; <button data-print hidden> prints it. They need a script,
// so only a script shows them. What needs none (data-without-script) goes.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy], [data-print]");
  if (!button) return;
  if (button.matches("[data-print]")) return print();
  await navigator.clipboard.writeText(location.href);
  button.querySelector("[role=status]").textContent = button.dataset.copy;
});

// <input type=range data-slide="ID"> walks along the links in the element ID, one link a step.  The page that comes in
// its place has the same slider; who holds it by the keyboard keeps holding it.
let sliding = "";
document.addEventListener("change", event => {
  const slider = event.target.closest("[data-slide]");
  if (!slider) return;
  sliding = slider.dataset.slide;
  document.getElementById(sliding).querySelectorAll("a")[slider.value]?.click();
});
document.addEventListener("htmx:load", ({ target }) => {
  const slider = sliding && target.querySelector(`[data-slide="${sliding}"]`);
  if (slider) slider.focus(), sliding = "";
});

const adorn = root => {
  for (const button of root.querySelectorAll("[data-copy], [data-print], [data-with-script]")) button.hidden = false;
  for (const button of root.querySelectorAll("[data-without-script]")) button.hidden = true;
};
adorn(document);
document.addEventListener("htmx:load", event => adorn(event.target));

// <… data-job="ID"> shows how far a job is.  Whenever the server tells of a step, what the page says of it now comes in
// place of what it said; when the job has ended, the whole page comes again.
const follow = shown => {
  const events = new EventSource(`/ulohy/${shown.dataset.job}/prubeh`);
  const place = `[data-job="${shown.dataset.job}"]`, parts = "[role=status], .bar";
  const again = () => { events.close(); location.reload(); };
  events.addEventListener("finished", again);
  // A line that was cut is joined again by the browser; one that was refused is not.
  events.addEventListener("error", () => { if (events.readyState === EventSource.CLOSED) setTimeout(again, 3000); });
  events.addEventListener("progress", async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const now = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(place);
    if (!now) return again();
    const fresh = now.querySelectorAll(parts);
    shown.querySelectorAll(parts).forEach((part, n) => {
      if (part.matches("[role=status]")) part.textContent = fresh[n]?.textContent ?? "";
      else if (fresh[n]) part.replaceWith(document.adoptNode(fresh[n]));
    });
  });
};
[...document.querySelectorAll("[data-job]")].slice(0, 2).forEach(follow);

// The geographic map is large, so only a page with <… data-map="address of its script"> loads it.
for (const frame of document.querySelectorAll("[data-map]"))
  document.head.append(Object.assign(document.createElement("script"), { src: frame.dataset.map }));

// <input type=file data-most="bytes" data-all="bytes" data-large="what to say"> takes no file that the server would
// refuse, so that nothing else typed into the form is lost by sending it.
document.addEventListener("change", ({ target }) => {
  if (!target.matches?.("input[type=file][data-most]")) return;
  const files = [...target.files];
  const large = files.filter(file => file.size > target.dataset.most).map(file => file.name);
  const all = files.reduce((sum, file) => sum + file.size, 0);
  target.setCustomValidity(large.length || all > target.dataset.all ? `${target.dataset.large} ${large.join(", ")}`.trim() : "");
  target.reportValidity();
});

// New suggestions are told to those who do not see them.
document.addEventListener("htmx:load", ({ target }) => {
  const told = target.matches(".suggest") && target.closest(".search").querySelector("[role=status]");
  if (told) told.textContent = target.dataset.said;
});

// --- drafts: what is typed into <form data-draft="its address" data-person> is kept on the server a while after typing,
// and in this browser as long as the server could not take it: the session may have ended, the line may be down.
const drafts = {
  key: form => `opora.draft ${form.dataset.draft}`,
  typed: form => [...new FormData(form)].filter(([name]) => name !== "csrf"),
  read: form => {
    try {
      const copy = JSON.parse(localStorage.getItem(drafts.key(form)));
      return copy?.person === form.dataset.person ? copy : null;
    } catch { return null; }
  },
  forget: form => localStorage.removeItem(drafts.key(form)),
  remember: form => {
    const copy = { person: form.dataset.person, at: new Date().toISOString(), typed: drafts.typed(form) };
    try { localStorage.setItem(drafts.key(form), JSON.stringify(copy)); } catch { /* full or forbidden: the server has it */ }
  },
  say: (form, key, time = "") => {
    const state = form.querySelector("[data-draft-state]");
    if (state) state.textContent = `${state.dataset[key]} ${time}`.trim();
  },
  send: async (form, keepalive = false) => {
    clearTimeout(form.draftTimer);
    drafts.remember(form);
    const body = new URLSearchParams(new FormData(form));
    form.draftTimer = null;
    try {
      const answer = await fetch("/koncepty", { method: "POST", body, keepalive, headers: { Accept: "application/json" } });
      if (!answer.ok) throw answer;
      drafts.say(form, "kept", (await answer.json()).time);
      if (!form.draftTimer) drafts.forget(form);
    } catch (failure) {    // an answer that refuses: the session has ended; no answer: the line is down, try again
      const answered = failure instanceof Response;
      drafts.say(form, answered ? "here" : "offline");
      if (!answered && !keepalive && !form.draftTimer) form.draftTimer = setTimeout(drafts.send, 15_000, form);
    }
  },
  put: (form, typed) => {
    for (const field of form.elements) {
      if (!field.name || ["csrf", "koncept.formular"].includes(field.name)) continue;
      const values = typed.filter(([name]) => name === field.name).map(([, value]) => value);
      if (["checkbox", "radio"].includes(field.type)) field.checked = values.includes(field.value);
      else if (field.tagName !== "BUTTON" && values.length) field.value = values[0];
    }
  },
  offer: form => {
    const copy = drafts.read(form), note = document.querySelector("[data-draft-here]");
    if (!copy || !note || JSON.stringify(copy.typed) === JSON.stringify(drafts.typed(form))) return;
    note.querySelector("time").textContent = new Date(copy.at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    note.hidden = false;
    note.querySelector("[data-draft-restore]").onclick = () => { drafts.put(form, copy.typed); note.hidden = true; drafts.send(form); };
    note.querySelector("[data-draft-drop]").onclick = () => { drafts.forget(form); note.hidden = true; };
  },
};

// What was sent is saved unless the answer says otherwise.
const sent = sessionStorage.getItem("opora.sent");
if (sent && !(performance.getEntriesByType("navigation")[0]?.responseStatus >= 400)) localStorage.removeItem(sent);
sessionStorage.removeItem("opora.sent");

for (const form of document.querySelectorAll("form[data-draft]")) {
  drafts.offer(form);
  form.addEventListener("input", () => {
    clearTimeout(form.draftTimer);
    form.draftTimer = setTimeout(drafts.send, 2500, form);
  });
  form.addEventListener("submit", event => {
    clearTimeout(form.draftTimer);
    form.draftTimer = null;
    if (event.submitter?.hasAttribute("formaction")) return;
    drafts.remember(form);
    sessionStorage.setItem("opora.sent", drafts.key(form));
  });
  addEventListener("pagehide", () => { if (form.draftTimer) drafts.send(form, true); });
  addEventListener("online", () => { if (form.draftTimer) drafts.send(form); });
}
// Who signs out of this browser leaves nothing behind in it.
document.addEventListener("submit", event => {
  if (new URL(event.target.action).pathname !== "/odhlaseni") return;
  for (const key of Object.keys(localStorage)) if (key.startsWith("opora.draft ")) localStorage.removeItem(key);
});
