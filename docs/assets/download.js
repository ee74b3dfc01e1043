/* Lets a reader download what is in view: of the file that a link with `data-seen` leads to, the rows that were chosen, in
   the order in which they are shown. Without this script, and while everything is shown, the link leads to the whole file. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-choice]");
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const COLUMNS = { countries: ["country", "place"], questions: ["question"], kinds: ["kind"] };
  const END = "\r\n";

  /* The lines of a file with their cells, the head first. A quotation mark within a cell is doubled. */
  const parsed = (text) =>
    (text.match(/(?:"[^"]*"|[^"\r\n])+/g) ?? []).map((line) => ({
      line,
      cells: [...`,${line}`.matchAll(/,((?:"[^"]*")+|[^,]*)/g)].map(([, cell]) => cell.replace(/^"|"$/g, "").replaceAll('""', '"')),
    }));

  /* The values that were chosen of each dimension of which not all are shown. */
  const chosen = () => {
    const found = new Map();
    for (const set of form ? all("[data-dimension]", form) : []) {
      const boxes = all("input", set);
      const on = boxes.filter((box) => box.checked).map((box) => box.value);
      if (on.length && on.length < boxes.length) found.set(set.dataset.dimension, new Set(on));
    }
    return found;
  };

  /* The places of the records that a table shows, by their ids; null where it has no rows of its own to filter or sort. */
  const inView = () => {
    const rows = all("tr[data-marks]");
    if (!rows.length) return null;
    return new Map(rows.filter((row) => !row.hidden).map((row, place) => [row.dataset.id, place]));
  };

  const seen = (text) => {
    const [head, ...rows] = parsed(text);
    const at = (names) => head.cells.findIndex((name) => names.includes(name));
    let kept = rows;
    for (const [dimension, values] of chosen()) {
      const column = at(COLUMNS[dimension]);
      if (column >= 0) kept = kept.filter((row) => values.has(row.cells[column]));
    }
    const places = inView();
    if (places) {
      const column = at(["id"]);
      const place = (row) => places.get(row.cells[column]);
      kept = kept.filter((row) => place(row) !== undefined).sort((one, other) => place(one) - place(other));
    }
    return ["\ufeff", ...[head, ...kept].map((row) => row.line + END)].join(""); // `text()` has taken the mark away
  };

  const save = (text, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  for (const link of all("a[data-seen]")) {
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      const file = await fetch(link.href).catch(() => null);
      if (file?.ok) save(seen(await file.text()), link.download || link.pathname.split("/").pop());
      else location.assign(link.href);
    });
  }
})();
