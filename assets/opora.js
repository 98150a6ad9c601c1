// What scripts add to pages that already work without them: htmx shortens the way of links and forms, the rest is here.
import "htmx.org";

// The look is chosen at once by the style sheet; the server is told, so that the next page comes right from the start.
// If it cannot be told now, this page still has the look that was asked for.
document.addEventListener("change", event => {
  const form = event.target.closest("form[data-look]");
  if (!form) return;
  const body = new URLSearchParams(new FormData(form));
  fetch(form.action, { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => {});
});

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

// New suggestions are told to those who do not see them.
document.addEventListener("htmx:load", ({ target }) => {
  const told = target.matches(".suggest") && target.closest(".search").querySelector("[role=status]");
  if (told) told.textContent = target.dataset.said;
});
