/* What a reader's browser adds to lists of publications: a filter and buttons that copy.
 *
 * Without this script every list is whole.  Words come from the page (translated when it was
 * built) and are set as text, never as markup. */
(() => {
  "use strict";

  const FACETS = ["year", "type", "person", "tag"];

  /* Case, accents and width make no difference; Hangul is found by its parts. */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const wordsOf = (item) => {
    const source = item.querySelector(".profile-source");
    const text = item.textContent;
    return fold(source ? text.replace(source.textContent, " ") : text);
  };

  function startFilter(template, number) {
    const listing = template.parentElement;
    const form = template.content.firstElementChild.cloneNode(true);
    const status = listing.querySelector(".profile-count");
    const items = [...listing.querySelectorAll(".profile-publication")].map((node) => ({
      node,
      facets: FACETS.map((name) => (node.dataset[name] || "").split(" ")),
      words: null,
    }));
    const fields = [...form.elements].filter((field) => field.name);
    const nameOf = (field) => (number > 1 ? field.name + number : field.name);
    const whole = status.textContent;
    const total = new Set(items.map((item) => item.node.dataset.key)).size;

    function show() {
      const value = (name) => (form.elements[name] ? form.elements[name].value : "");
      const wanted = FACETS.map(value);
      const words = fold(value("q")).split(/\s+/).filter(Boolean);
      const shown = new Set();
      for (const item of items) {
        let fits = wanted.every((choice, at) => !choice || item.facets[at].includes(choice));
        if (fits && words.length) {
          item.words = item.words || wordsOf(item.node);
          fits = words.every((word) => item.words.includes(word));
        }
        item.node.hidden = !fits;
        if (fits) shown.add(item.node.dataset.key);
      }
      for (const group of listing.querySelectorAll(".profile-group")) {
        group.hidden = !group.querySelector(".profile-publication:not([hidden])");
      }
      status.textContent = fields.some((field) => field.value)
        ? form.dataset.words.replace("{shown}", shown.size).replace("{total}", total)
        : whole;
    }

    function keep() {
      const url = new URL(location.href);
      for (const field of fields) {
        if (field.value) url.searchParams.set(nameOf(field), field.value);
        else url.searchParams.delete(nameOf(field));
      }
      history.replaceState(history.state, "", url);
    }

    let waiting = 0;
    const change = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        show();
        keep();
      }, 120);
    };

    function restore() {
      const asked = new URL(location.href).searchParams;
      for (const field of fields) {
        const value = asked.get(nameOf(field)) || "";
        const known = !field.options || [...field.options].some((it) => it.value === value);
        field.value = known ? value : "";
      }
      show();
    }

    status.setAttribute("role", "status");
    form.addEventListener("input", change);
    form.addEventListener("reset", () => setTimeout(change));
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", restore);
    template.replaceWith(form);
    restore();
  }

  async function copy(text, source) {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return;
    }
    getSelection().selectAllChildren(source);
    document.execCommand("copy");
  }

  /* A button is made when its source is first opened: a long list would need thousands. */
  function offerCopy(source) {
    const words = source.closest("[data-copy]");
    if (!words || source.previousElementSibling?.matches(".profile-copy")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "profile-copy";
    button.textContent = words.dataset.copy;
    button.addEventListener("click", async () => {
      await copy(source.textContent, source);
      button.textContent = words.dataset.copied;
      setTimeout(() => (button.textContent = words.dataset.copy), 2000);
    });
    button.setAttribute("aria-live", "polite");
    source.before(button);
  }

  document.addEventListener(
    "toggle",
    (event) => {
      const source = event.target.open && event.target.querySelector?.(".profile-source");
      if (source) offerCopy(source);
    },
    true,
  );
  document
    .querySelectorAll(":is(div, [open]).profile-bibtex > .profile-source")
    .forEach(offerCopy);
  document
    .querySelectorAll("template.profile-filter-template")
    .forEach((template, at) => startFilter(template, at + 1));
})();
