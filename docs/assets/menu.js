/* The menu of narrow windows: a button opens and closes it, for the keyboard too, and Escape closes it. Without this script
   a label opens it. */
(() => {
  "use strict";

  const toggle = document.getElementById("__drawer"); // the theme's styles show the menu while it is checked
  const button = document.querySelector("[data-menu]");
  if (!toggle || !button) return;

  button.addEventListener("click", () => toggle.click());
  toggle.addEventListener("change", () => button.setAttribute("aria-expanded", toggle.checked));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    toggle.click();
    button.focus();
  });
})();
