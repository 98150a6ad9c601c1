"use strict";
// Searches the list of this file: words in any order, without accents; a district; a type.  Nothing leaves the file.
(() => {
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const form = document.querySelector("form");
  const told = form.querySelector("output");
  const items = [...document.querySelectorAll("#sluzby > li")].map((li) => ({
    li, text: fold(li.textContent), districts: li.dataset.d.split(" "), type: li.dataset.t,
  }));

  const plural = new Intl.PluralRules(document.documentElement.lang);
  const sentence = (count) => (told.dataset[plural.select(count)] ?? told.dataset.other).replace("#", count);

  function show() {
    const words = fold(form.q.value).split(/\s+/).filter(Boolean);
    const district = form.orp.value, type = form.druh.value;
    let count = 0;
    for (const item of items) {
      const fits = (!district || item.districts.includes(district)) && (!type || item.type === type)
        && words.every((word) => item.text.includes(word));
      if (item.li.hidden === fits) item.li.hidden = !fits;
      if (fits) ++count;
    }
    told.textContent = sentence(count);
  }

  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 150); });
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  form.hidden = false;
  show();
})();
