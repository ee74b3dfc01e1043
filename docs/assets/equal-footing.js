/* Lets a reader choose what a page shows and sort its tables, and spells both out in the address, so that the address
   opens the same view again. Everything is in the page already: without this script all of it is shown.

   A form with `data-choice` holds a fieldset for each dimension (`data-dimension="countries"`). An element with
   `data-countries="japan"` is shown while Japan is chosen; one with several dimensions needs each of them. Where a
   fieldset has `data-opens-empty`, the page opens with a choice, and `data-content` is hidden until there is one. A
   box of `data-filters` keeps the rows that have its value among their `data-marks`. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-choice]");
  const table = document.querySelector("table[data-sortable]");
  if (!form && !table) return;

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const dimensions = form ? all("[data-dimension]", form).map((set) => set.dataset.dimension) : [];
  const boxes = (dimension) => all(`[data-dimension="${dimension}"] input`, form);
  const chosen = (dimension) => boxes(dimension).filter((box) => box.checked);
  const order = form?.querySelector("[data-order]"); // where the heads of columns, which sort, are not seen
  const filters = form ? all("[data-filters] input", form) : [];
  const opensEmpty = (dimension) => form.querySelector(`[data-dimension="${dimension}"]`).matches("[data-opens-empty]");
  const isShown = (element) => !element.closest("[hidden]");
  const clean = (text) => text.replace(/\s+/g, " ").trim();
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

  /* The address ---------------------------------------------------------------------------------------------------- */

  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text; // a sign % that somebody typed
    }
  };
  const query = () =>
    new Map(
      location.search
        .slice(1)
        .split("&")
        .filter(Boolean)
        .map((part) => {
          const [key, value = ""] = part.split("=");
          return [decoded(key), decoded(value)];
        }),
    );
  const own = () => new Map([...query()].filter(([key]) => key === "sort" || key === "only" || dimensions.includes(key) || key === "questions"));
  const written = (values) => {
    const parts = [...values].map(([key, value]) => `${key}=${value.split(",").map(encodeURIComponent).join(",")}`);
    return parts.length ? `?${parts.join("&")}` : "";
  };

  const read = () => {
    const values = query();
    for (const dimension of dimensions) {
      const wanted = (values.get(dimension) ?? "").split(",").filter(Boolean);
      const known = boxes(dimension).some((box) => wanted.includes(box.value));
      for (const box of boxes(dimension)) box.checked = known ? wanted.includes(box.value) : !opensEmpty(dimension);
    }
    const only = (values.get("only") ?? "").split(",");
    for (const box of filters) box.checked = only.includes(box.value);
    const target = location.hash && document.getElementById(decoded(location.hash.slice(1)));
    if (target && target.closest("tr[data-marks]")) for (const box of filters) box.checked = false;
    for (let element = target; element; element = element.parentElement) {
      for (const dimension of dimensions) {
        const values = (element.dataset[dimension] ?? "").split(" ");
        for (const box of boxes(dimension)) if (values.includes(box.value)) box.checked = true;
      }
    }
    if (table) sort(values.get("sort") ?? "");
  };

  const write = (sorted) => {
    const values = own();
    for (const dimension of dimensions) {
      const on = chosen(dimension);
      if (on.length === 0 || (on.length === boxes(dimension).length && !opensEmpty(dimension))) values.delete(dimension);
      else values.set(dimension, on.map((box) => box.value).join(","));
    }
    const only = filters.filter((box) => box.checked).map((box) => box.value);
    if (only.length) values.set("only", only.join(","));
    else values.delete("only");
    if (sorted === "") values.delete("sort");
    else if (sorted) values.set("sort", sorted);
    history.replaceState(null, "", `${location.pathname}${written(values)}${location.hash}`);
  };

  /* What is shown -------------------------------------------------------------------------------------------------- */

  const show = () => {
    for (const dimension of dimensions) {
      // with nothing chosen everything stays: an empty page would help nobody
      const on = new Set((chosen(dimension).length ? chosen(dimension) : boxes(dimension)).map((box) => box.value));
      for (const element of all(`[data-${dimension}]`)) {
        if (form.contains(element)) continue;
        const hit = element.dataset[dimension].split(" ").some((value) => on.has(value));
        element.toggleAttribute(`data-off-${dimension}`, !hit);
      }
    }
    const off = dimensions.map((dimension) => `[data-off-${dimension}]`).join(",");
    for (const element of all(dimensions.map((dimension) => `[data-${dimension}]`).join(","))) {
      if (!form.contains(element)) element.hidden = element.matches(off);
    }
    const only = filters.filter((box) => box.checked).map((box) => box.value);
    const rows = all("tr[data-marks]");
    for (const row of rows) if (only.some((mark) => !row.dataset.marks.split(" ").includes(mark))) row.hidden = true;
    const counted = document.querySelector("[data-counted]");
    if (counted) {
      const number = rows.filter((row) => !row.hidden).length;
      counted.textContent = fill(counted.dataset.counted, { number, total: rows.length });
      document.querySelector("[data-no-row]").hidden = number > 0; // what to do when nothing fits
    }
    const isEmpty = dimensions.some((dimension) => opensEmpty(dimension) && chosen(dimension).length === 0);
    for (const part of all("[data-content]")) part.hidden = isEmpty;
    for (const part of all(".ef-opens-empty")) part.classList.toggle("ef-chosen", !isEmpty);
    for (const group of all("[data-group]")) {
      const items = all("[data-item]", group).filter((item) => !item.hidden);
      group.hidden = !items.length;
      for (const number of all("[data-number]", group)) number.textContent = items.length;
    }
    const notes = all(".ef-notes li[id]");
    const at = (id) => notes.findIndex((note) => note.id === id);
    const cited = new Set();
    for (const mark of all("a.ef-mark").filter(isShown)) {
      const first = at(mark.hash.slice(1));
      for (const note of notes.slice(first, 1 + (mark.dataset.last ? at(mark.dataset.last) : first))) cited.add(note.id);
    }
    // a note that only names its source leads to the one that gives it in full
    for (const link of all(".ef-notes a[data-note]")) if (cited.has(link.closest("li").id)) cited.add(link.hash.slice(1));
    for (const note of notes) note.hidden = cited.size > 0 && !cited.has(note.id);
    keep();
    say();
  };

  /* Links to other comparisons keep the choice; the next question is the next one that was chosen. */
  const keep = () => {
    const search = written(own());
    for (const link of all("a[data-keep]")) {
      const [path, hash] = link.getAttribute("href").split("#");
      link.setAttribute("href", `${path.split("?")[0]}${search}${hash ? `#${hash}` : ""}`);
    }
    const steps = document.querySelector("[data-steps]");
    if (!steps) return;
    const wanted = (query().get("questions") ?? "").split(",");
    const order = all("[data-step]", steps);
    const mine = order.filter((link) => wanted.includes(link.dataset.step));
    const among = mine.length > 1 ? mine : order;
    for (const link of order) link.parentElement.hidden = !among.includes(link);
    const at = among.findIndex((link) => link.matches("[aria-current]"));
    if (at < 0) return;
    for (const [way, other] of [["before", among[at - 1]], ["after", among[at + 1]]]) {
      for (const link of all(`a[data-way=${way}]`)) {
        link.parentElement.hidden = !other;
        if (!other) continue;
        link.textContent = other.textContent;
        link.setAttribute("href", other.getAttribute("href"));
      }
    }
  };

  /* What the page says about the choice ----------------------------------------------------------------------------- */

  const say = () => {
    const words = form.querySelector("[data-said]");
    if (!words) return;
    const count = (dimension) => chosen(dimension).length;
    const isSome =
      filters.some((box) => box.checked) ||
      dimensions.some((dimension) => count(dimension) > 0 && count(dimension) < boxes(dimension).length);
    const isNone = dimensions.some((dimension) => count(dimension) === 0);
    words.textContent = isNone ? words.dataset.none : isSome ? words.dataset.some : words.dataset.all;
    const button = form.querySelector("[data-copy=address]");
    if (button) button.dataset.address = `${location.origin}${location.pathname}${written(own())}${location.hash}`;
    note();
  };

  /* The footnote: the page, and unless that would be too long, the answers that are shown with their sources. */
  const LONGEST = 24;
  const text = document.querySelector("[data-head]");
  const whole = text?.textContent;
  let said = null;
  const footnotes = async () => {
    const here = document.getElementById("footnotes")?.textContent;
    said ??= here ? JSON.parse(here) : await (await fetch(text.dataset.file)).json();
    return said;
  };
  const note = async () => {
    if (!text) return;
    const search = written(own());
    const head = fill(text.dataset.head, { address: `${text.dataset.address}${search}` });
    const found = () => all("[id][data-countries]").filter(isShown).map((place) => place.id);
    if (!search) {
      text.textContent = whole;
      return;
    }
    text.textContent = head;
    if (!text.dataset.file && !document.getElementById("footnotes")) return;
    if (found().length > LONGEST) return;
    const { answers, sources } = await footnotes().catch(() => ({ answers: {}, sources: [] }));
    if (written(own()) !== search) return; // another choice was made meanwhile
    const shown = found().filter((id) => id in answers).map((id) => answers[id]);
    const order = [...new Set(shown.flatMap(([, numbers]) => numbers))];
    const lines = shown.map(([line, numbers]) => `${line} ${numbers.map((n) => `[${order.indexOf(n) + 1}]`).join("")}`.trim());
    const listed = order.map((number, place) => `[${place + 1}] ${sources[number]}`);
    text.textContent = [head, ...lines, ...(order.length ? [text.dataset.sources] : []), ...listed].join("\n");
  };

  /* Sorting -------------------------------------------------------------------------------------------------------- */

  function sort(by) {
    const heads = all("thead th[data-sort]", table);
    const head = heads.find((item) => item.dataset.sort === by.replace(/^-/, ""));
    const down = by.startsWith("-");
    for (const item of heads) item.removeAttribute("aria-sort");
    if (order) order.value = head ? by : "";
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const original = (row) => Number(row.dataset.order);
    rows.sort((one, other) => original(one) - original(other));
    if (head) {
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const column = [...head.parentElement.children].indexOf(head);
      const value = (row) => row.cells[column].dataset.value ?? "";
      rows.sort((one, other) => {
        const [a, b] = [value(one), value(other)];
        if (!a || !b) return Number(!a) - Number(!b); // what is not known comes last, either way
        const found = head.dataset.numeric === undefined ? a.localeCompare(b, document.documentElement.lang) : Number(a) - Number(b);
        return down ? -found : found;
      });
    }
    body.append(...rows);
  }

  // a table that fits needs no box that scrolls
  const box = table?.closest(".ef-matrix-records");
  const fit = () => box.classList.toggle("ef-fits", table.offsetWidth <= box.clientWidth);
  if (box) {
    fit(); // at once: the page has its height before the browser looks for the place to which its address leads
    new ResizeObserver(fit).observe(box);
  }

  if (table) {
    [...table.tBodies[0].rows].forEach((row, index) => (row.dataset.order = index));
    for (const head of all("thead th[data-sort]", table)) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "ef-sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        const by = now === "ascending" ? `-${head.dataset.sort}` : now === "descending" ? "" : head.dataset.sort;
        sort(by);
        write(by);
        if (form) show();
      });
    }
  }

  if (form) {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", (event) => {
      if (event.target === order) sort(order.value);
      write(event.target === order ? order.value : undefined);
      show();
    });
    form.addEventListener("click", (event) => {
      const { check, uncheck } = event.target.dataset;
      if (!check && !uncheck) return;
      for (const box of boxes(check ?? uncheck)) box.checked = Boolean(check);
      write();
      show();
    });
  }
  addEventListener("hashchange", () => {
    if (!form) return;
    read();
    show();
  });
  addEventListener("popstate", () => {
    read();
    if (form) show();
  });
  read();
  if (form) show();
})();
