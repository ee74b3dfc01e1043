/* Copies citations, gives each fact and each answer a small menu with its link and its citation, and opens what is
   folded where a link or print needs it. Without this script the mark # behind a fact is its link, and the citation of
   the page is at its end. */
(() => {
  "use strict";

  // the old address of a fact leads on to the fact, not only to its page
  const moved = document.querySelector("[data-moved]");
  if (moved && location.hash) location.replace(moved.href + location.hash);

  const pointed = () => {
    try {
      return location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; // a sign % that somebody typed
    }
  };
  const reveal = () => {
    let target = pointed();
    if (!target) return;
    if (target.matches("a[data-follows]")) return void location.replace(target.href); // it has a page of its own
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    if (!target.getClientRects().length) target = target.closest("tr") ?? target; // a phone shows no empty cell
    target.scrollIntoView({ block: target.matches("td, tr") ? "center" : "start" }); // a table's head stays above its cells
  };
  addEventListener("hashchange", reveal);
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href*='#']");
    if (link && link.href === location.href) reveal(); // followed once more, after the reader has closed what it opened
  });
  addEventListener("load", reveal);
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details:not([open])")) part.open = part.dataset.printed = true;
  });
  addEventListener("afterprint", () => {
    for (const part of document.querySelectorAll("details[data-printed]")) part.open = delete part.dataset.printed && false;
  });

  const words = document.querySelector("[data-cite-words]")?.dataset;
  const said = (button, done) => {
    const before = button.dataset.before ?? button.textContent;
    button.dataset.before = before;
    button.textContent = done;
    button.addEventListener("blur", () => (button.textContent = before), { once: true });
  };

  /* Copy a text and say so. Browsers give pages without https no clipboard, but copy what is selected. */
  const copied = async (button, what, done) => {
    try {
      await navigator.clipboard.writeText(what);
      return said(button, done);
    } catch {
      const field = document.createElement("textarea");
      field.value = what;
      button.after(field);
      field.select();
      const isCopied = document.execCommand("copy");
      field.remove();
      button.focus();
      said(button, isCopied ? done : words.failed);
    }
  };

  for (const citation of document.querySelectorAll("[data-today]")) {
    const today = new Date().toLocaleDateString("sv"); // 2026-11-30, as the style has it
    citation.textContent = citation.textContent.replace(`[${citation.dataset.today}]`, `[${today}]`);
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const { copy, done } = button.dataset;
      const what = copy === "address" ? (button.dataset.address ?? location.href) : document.getElementById(copy).textContent;
      await copied(button, what, done);
    });
  }

  // the theme puts the copy buttons of code into landmarks of no name
  const code = document.querySelector(".md-content:has(pre > code)");
  const unname = () => code.querySelectorAll("nav.md-code__nav").forEach((nav) => nav.setAttribute("role", "none"));
  if (code) new MutationObserver(unname).observe(code, { childList: true, subtree: true });

  if (!words) return;
  const menu = document.createElement("div");
  menu.className = "ef-menu";
  menu.setAttribute("role", "group");
  menu.setAttribute("aria-label", words.title);
  const text = document.createElement("p");
  text.id = "cite-fact";
  const button = (label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", () => act(made));
    return made;
  };
  let opener = null;
  const close = () => {
    menu.remove();
    opener?.setAttribute("aria-expanded", "false");
    opener?.focus();
    opener = null;
  };
  const copy = (what) => (made) => copied(made, what(), words.done);
  const link = () => opener.parentElement.dataset.address;
  const report = document.createElement("a");
  report.textContent = words.report;
  const mail = words.mail ? document.createElement("a") : null;
  if (mail) mail.textContent = words.mail;
  const plain = (part) => {
    const only = part?.cloneNode(true);
    for (const extra of only?.querySelectorAll("button, a, sup, .ef-menu") ?? []) extra.remove();
    return only?.textContent.replace(/\s+/g, " ").trim().slice(0, 300) ?? "";
  };
  const mailOf = (place) =>
    `subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(`${place.dataset.address}\n${plain(place)}\n`)}`;
  const reportOf = (place) => {
    const label = place.closest(".ef-row")?.querySelector("dt") ?? place.closest("tr")?.querySelector("th");
    const filled = new URLSearchParams({ page: place.dataset.address, fact: plain(label) || document.title, value: plain(place) });
    return `${words.reportBase}&${filled}`;
  };
  const edit = document.querySelector(".ef-edit")?.cloneNode(true);
  const parts = [button(words.link, copy(link)), button(words.cite, copy(() => text.textContent)), report, ...(mail ? [mail] : [])];
  menu.append(text, ...parts, ...(edit ? [edit] : []), button(words.close, close));
  menu.addEventListener("keydown", (event) => event.key === "Escape" && close());

  for (const place of document.querySelectorAll("[data-cite]:not([data-cite-words])")) {
    const open = button("⋯", () => {
      const again = opener === open;
      if (opener) close();
      if (again) return;
      opener = open;
      open.setAttribute("aria-expanded", "true");
      text.textContent = place.dataset.cite;
      report.href = reportOf(place);
      if (mail) mail.href = `${words.mailBase}?${mailOf(place)}`;
      open.after(menu);
      menu.querySelector("button").focus();
    });
    open.className = "ef-cite-fact";
    open.title = words.title;
    open.setAttribute("aria-label", words.title);
    open.setAttribute("aria-expanded", "false");
    place.querySelector(":scope > .ef-anchor")?.remove();
    place.append(open);
  }
})();
