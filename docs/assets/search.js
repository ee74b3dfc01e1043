/* The search box in the header. It opens with `/`, `s` or `f`, a click or a tap; the arrow keys walk through what is found,
   Enter opens the first page, Escape closes the box. What finds the pages is `search-index.js`, fetched when the box opens. */
(() => {
  "use strict";

  const box = document.querySelector("[data-search-box]");
  const toggle = document.getElementById("__search"); // the theme's styles show the box while it is checked
  if (!box || !toggle) return;

  const form = box.querySelector("form");
  const input = form.querySelector("input");
  const status = box.querySelector("[role=status]");
  const list = box.querySelector("ol");
  const more = box.querySelector("[data-search-more]");
  const words = form.dataset;
  const site = new URL(words.search, location).href.replace(/search\/$/, "");
  const STEP = 10;
  const MOST_REPEATED = 60; // letters of what was typed

  let index = null;
  const unfetched = (error) => {
    throw Object.assign(error, { isUnfetched: true });
  };
  const load = () => {
    index ??= import(new URL(words.engine, location)).catch(unfetched).then(({ open }) => open(`${site}search/`));
    return index;
  };

  /* Opening and closing -------------------------------------------------------------------------------------------- */

  const open = () => {
    if (!toggle.checked) toggle.click();
    load().catch(() => {}); // the first letter says so
    input.focus();
  };
  const close = () => {
    if (toggle.checked) toggle.click();
    if (box.contains(document.activeElement)) document.activeElement.blur();
  };
  const isTyping = ({ target }) => target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);

  input.addEventListener("focus", open);
  toggle.addEventListener("change", () => toggle.checked && open());
  for (const button of document.querySelectorAll("[data-search-open]")) button.addEventListener("click", open);
  box.querySelector("[data-search-close]").addEventListener("click", close);
  box.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !box.contains(relatedTarget) && close());
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (event.key === "Escape" && toggle.checked) close();
    else if (["/", "f", "s"].includes(event.key) && !isTyping(event)) {
      event.preventDefault();
      open();
    }
  });

  /* Walking through what is found ---------------------------------------------------------------------------------- */

  box.addEventListener("keydown", (event) => {
    const stops = [input, ...list.querySelectorAll("a")];
    const to = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!to || event.isComposing) return;
    event.preventDefault();
    stops.at((stops.indexOf(document.activeElement) + to) % stops.length).focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search().then(() => list.querySelector("a")?.click());
  });
  /* The theme holds the page still while the box covers a phone, and puts it back where it was once the box has closed. A
     link is followed after that, else its part of this page would not be shown, or the way back would lead to the top. */
  const LOCK = "data-md-scrolllock";
  const unlocked = (then) => {
    if (!document.body.hasAttribute(LOCK)) return then();
    new MutationObserver((_, observer) => {
      if (document.body.hasAttribute(LOCK)) return;
      observer.disconnect();
      then();
    }).observe(document.body, { attributeFilter: [LOCK] });
  };
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const isHere = link.hash && link.pathname === location.pathname;
    if (!isHere && !document.body.hasAttribute(LOCK)) return;
    event.preventDefault();
    close();
    unlocked(() => location.assign(link.href));
  });
  form.addEventListener("reset", () => {
    input.value = "";
    search();
    input.focus();
  });

  /* Showing what is found ------------------------------------------------------------------------------------------ */

  const made = (tag, name, text) => {
    const element = document.createElement(tag);
    element.className = name;
    if (text) element.textContent = text;
    return element;
  };
  const item = ({ page, section, name }) => {
    const shown = made("li", "md-search-result__item");
    const link = made("a", "md-search-result__link");
    link.href = site + page.address;
    link.append(
      made("span", "ef-search-title", page.title),
      made("span", "ef-search-kind", [page.place, page.kind].filter(Boolean).join("\u00a0· ")),
    );
    if (name) link.firstChild.append(" ", made("span", "ef-search-name", name));
    if (page.opening) link.append(made("span", "ef-search-opening", page.opening));
    shown.append(link);
    if (section?.[1]) {
      const [anchor, heading] = section;
      const part = made("a", "ef-search-section", `# ${heading}`);
      part.href = `${site}${page.address}#${anchor}`;
      shown.append(part);
    }
    return shown;
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const plural = new Intl.PluralRules(document.documentElement.lang);

  let found = [];
  const showMore = () => {
    const from = list.children.length;
    list.append(...found.slice(from, from + STEP).map(item));
    more.hidden = list.children.length >= found.length;
  };
  more.addEventListener("click", () => {
    const from = list.children.length;
    showMore();
    list.children[from]?.querySelector("a").focus();
  });

  const cut = (text) => (text.length > MOST_REPEATED ? `${text.slice(0, MOST_REPEATED)}…` : text);
  const show = (results, query, unknown = []) => {
    found = results;
    list.replaceChildren();
    showMore();
    box.querySelector(".md-search__scrollwrap").scrollTop = 0;
    const number = results.length;
    const said = number ? words[plural.select(number)] ?? words.other : query.length > 1 ? words.none : words.start;
    const counted = number.toLocaleString(document.documentElement.lang);
    const counts = fill(said, { number: counted, query: cut(query) });
    const isGuess = number && unknown.length;
    status.textContent = isGuess ? `${counts}. ${fill(words.unknown, { words: cut(unknown.join(", ")) })}` : counts;
  };

  let asked = 0;
  const search = async () => {
    const query = input.value.trim();
    const turn = ++asked;
    if (!query) return show([], "");
    try {
      const pending = load();
      if (!list.children.length) status.textContent = words.loading;
      const engine = await pending;
      const [results, unknown] = await Promise.all([engine.search(query), engine.unknown(query)]);
      if (turn === asked) show(results, query, unknown); // else the reader has typed on
    } catch (error) {
      if (error.isUnfetched) index = null; // the site may have been published anew: the next letter begins with its new index
      else console.error(error);
      if (turn !== asked) return;
      show([], ""); // what was found before is no answer to what is typed now
      status.textContent = error.isUnfetched ? words.failed : words.broken;
    }
  };
  input.addEventListener("input", search);
  if (input.value) search(); // the browser has kept what was typed before the page was left
})();
