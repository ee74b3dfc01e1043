/* Shows the source of a note where its mark is: on hover, and on a click or Enter. Without this script, and with a
   modifier key, a mark is a link to the note at the end of the page. */
(() => {
  "use strict";

  const marks = document.querySelectorAll("a.ef-mark");
  if (!marks.length || !("popover" in HTMLElement.prototype)) return;
  const card = document.createElement("div");
  card.className = "ef-note-card";
  card.popover = "auto";
  card.setAttribute("role", "note");
  document.body.append(card);
  const all = document.createElement("a");
  all.className = "ef-note-all";
  let shown = null;
  let waiting = 0;

  /* A mark such as 6–8 means several notes. */
  const notesOf = (mark) => {
    const found = [];
    const last = document.getElementById(mark.dataset.last ?? mark.hash.slice(1));
    for (let note = document.getElementById(mark.hash.slice(1)); note; note = note.nextElementSibling) {
      found.push(note);
      if (note === last) break;
    }
    return found;
  };
  const show = (mark) => {
    const notes = notesOf(mark);
    if (!notes.length) return false;
    const texts = notes.map((note) => {
      const text = document.createElement("p");
      text.append(...[...note.childNodes].map((part) => part.cloneNode(true)));
      return text;
    });
    all.href = mark.hash;
    all.textContent = [document.querySelector("#notes h2")?.textContent, mark.getAttribute("aria-label")].filter(Boolean).join(": ");
    card.replaceChildren(...texts, all);
    card.showPopover();
    const [at, box] = [mark.getBoundingClientRect(), card.getBoundingClientRect()];
    const left = Math.max(8, Math.min(at.left, innerWidth - box.width - 8));
    const below = at.bottom + 6 + box.height < innerHeight || at.top < box.height + 6;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? at.bottom + 6 : at.top - box.height - 6) + scrollY}px`;
    shown = mark;
    return true;
  };
  const later = (act, after) => {
    clearTimeout(waiting);
    waiting = setTimeout(act, after);
  };
  const hide = () => card.matches(":popover-open") && card.hidePopover();

  card.addEventListener("click", (event) => event.target.closest("a[href^='#note-']") && hide());
  card.addEventListener("keydown", (event) => event.key === "Escape" && shown?.focus());
  card.addEventListener("pointerenter", () => clearTimeout(waiting));
  card.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(hide, 300));
  for (const mark of marks) {
    mark.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !show(mark)) return;
      event.preventDefault();
      if (event.detail === 0) card.querySelector("a")?.focus(); // by keyboard
    });
    mark.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && later(() => show(mark), 250));
    mark.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(hide, 300));
  }
})();
