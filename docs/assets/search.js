/* The search box in the header. It opens with `/`, `s` or `f`, a click or a tap; the arrow keys walk through what is found,
   Enter opens the first page, Escape closes the box. What finds the pages is `search-index.js`, fetched when the box opens.
   While it is open, the address has what was typed as `q`; a page with such an address opens it. */
(() => {
  "use strict";

  const box = document.querySelector("[data-search-box]");
  const toggle = document.getElementById("__search"); // the theme's styles show the box while it is checked
  if (!box || !toggle) return;

  const form = box.querySelector("form");
  const input = form.querySelector("input");
  const said = box.querySelector("[data-search-said]");
  const status = box.querySelector("[role=status]"); // says the same to those who listen, when they have stopped typing
  const list = box.querySelector("ol");
  const more = box.querySelector("[data-search-more]");
  const ways = box.querySelector("[data-search-ways]");
  const words = form.dataset;
  const site = new URL(words.search, location).href.replace(/search\/$/, "");
  const isOnDisk = location.protocol === "file:"; // where a browser loads neither a module nor a file of the index
  const STEP = 10;
  const MOST_READ = 1000; // characters of what was typed; thousands of words would hold up a phone
  const MOST_KEPT = 500; // of them, in the address, which hosts refuse when it is very long
  const MOST_REPEATED = 60; // of them, where the box says them again
  const STOPPED = 500; // milliseconds after the last key, from when on a reader has stopped typing
  const SOON = 200; // milliseconds within which what is found takes the place of what was found before

  let index = null;
  const unfetched = (error) => {
    throw Object.assign(error, { isUnfetched: true });
  };
  /* A page that stayed open while the site was published anew names a script that is gone: the page of today names its own. */
  const renewed = async (error) => {
    const page = new DOMParser().parseFromString(await (await fetch(location, { cache: "no-cache" })).text(), "text/html");
    const engine = page.querySelector("[data-search-box] form")?.dataset.engine;
    if (!engine || engine === words.engine) throw error;
    words.engine = engine;
    return import(new URL(engine, location));
  };
  const load = () => {
    index ??= import(new URL(words.engine, location)).catch(renewed).catch(unfetched).then(({ open }) => open(`${site}search/`));
    return index;
  };

  /* Opening and closing -------------------------------------------------------------------------------------------- */

  let before = null; // what had the focus before the box
  const open = (from = document.activeElement) => {
    if (!toggle.checked) {
      before = from;
      toggle.click();
    }
    if (isOnDisk) say(words.disk);
    else load().catch(() => {}); // the first letter says so
    input.focus();
  };
  const close = () => toggle.checked && toggle.click();
  const goBack = () => {
    const to = before;
    close();
    document.activeElement?.blur();
    to?.focus({ preventScroll: true });
  };
  const isTyping = ({ target }) => target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);

  input.addEventListener("focus", ({ relatedTarget }) => open(relatedTarget));
  toggle.addEventListener("change", () => {
    if (toggle.checked) return open();
    before = null;
    clearTimeout(later);
    write("");
  });
  for (const button of document.querySelectorAll("[data-search-open]")) button.addEventListener("click", () => open());
  box.querySelector("[data-search-close]").addEventListener("click", goBack);
  box.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !box.contains(relatedTarget) && close());
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (event.key === "Escape" && toggle.checked) goBack();
    else if (["/", "f", "s"].includes(event.key) && !isTyping(event)) {
      event.preventDefault();
      open();
    }
  });

  /* Walking through what is found ---------------------------------------------------------------------------------- */

  box.addEventListener("keydown", (event) => {
    const stops = [input, ...box.querySelectorAll("[data-search-ways]:not([hidden]) a, ol a")];
    const to = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!to || event.isComposing) return;
    event.preventDefault();
    stops.at((stops.indexOf(document.activeElement) + to) % stops.length).focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search().then((isShown) => isShown && list.querySelector("a")?.click());
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
    if (isHere || document.body.hasAttribute(LOCK)) {
      event.preventDefault();
      close();
      unlocked(() => location.assign(link.href));
    }
    if (!isHere) write(typed()); // the way back leads to what was found
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
    const isAsked = query.length > 1;
    const how = number ? words[plural.select(number)] ?? words.other : isAsked ? words.none : words.start;
    const counted = number.toLocaleString(document.documentElement.lang);
    const counts = fill(how, { number: counted, query: cut(query) });
    const isGuess = number && unknown.length;
    ways.hidden = !isGuess && (number || !isAsked);
    say(isGuess ? `${counts}. ${fill(words.unknown, { words: cut(unknown.join(", ")) })}` : counts);
  };

  /* A reader who has stopped typing hears what was found, once, and the address is that of the search. */
  let later = 0;
  let isComposing = false; // letters of which an input method has yet to make characters
  const say = (text) => {
    said.textContent = text;
    clearTimeout(later);
    if (isComposing) return;
    later = setTimeout(() => {
      status.textContent = text;
      if (toggle.checked) write(typed());
    }, STOPPED);
  };

  /* Without characters that nobody sees: soft hyphens, and marks that would reverse the words of the box around them. */
  const typed = () => input.value.replace(/\p{Cf}/gu, "").trim().slice(0, MOST_READ);
  let asked = 0;
  /* Show what is found, and return whether that is still what is asked for. */
  const search = async () => {
    const query = typed();
    const turn = ++asked;
    clearTimeout(later);
    status.textContent = "";
    if (isOnDisk) return void say(words.disk);
    if (!query) return void show([], "");
    const wait = () => {
      if (turn !== asked) return;
      show([], ""); // what was found before is not an answer to what is typed now
      say(words.loading);
    };
    const waiting = setTimeout(wait, SOON);
    try {
      const engine = await load();
      const [results, unknown] = await Promise.all([engine.search(query), engine.unknown(query)]);
      if (turn === asked) show(results, query, unknown); // else the reader has typed on
    } catch (error) {
      if (error.isUnfetched) index = null; // the site may have been published anew: the next letter begins with its new index
      else console.error(error);
      if (turn === asked) {
        show([], "");
        say(error.isUnfetched ? words.failed : words.broken);
      }
    } finally {
      clearTimeout(waiting);
    }
    return turn === asked;
  };
  input.addEventListener("input", search);
  input.addEventListener("compositionstart", () => (isComposing = true));
  input.addEventListener("compositionend", () => {
    isComposing = false;
    search();
  });

  /* The address ---------------------------------------------------------------------------------------------------- */

  const write = (query) => {
    const others = location.search.slice(1).split("&").filter((part) => part && !part.startsWith("q="));
    const parts = query && query.length <= MOST_KEPT ? [...others, new URLSearchParams({ q: query })] : others;
    const search = parts.length ? `?${parts.join("&")}` : "";
    if (isOnDisk || search === location.search) return;
    history.replaceState(history.state, "", `${location.pathname}${search}${location.hash}`);
  };
  addEventListener("pageshow", () => {
    const query = new URLSearchParams(location.search).get("q");
    if (!query || toggle.checked) return;
    input.value = query;
    open();
    search();
  });
})();
