/* What the theme asks for before a page is drawn: its functions for what the browser keeps, and the colours that the reader
   chose, or else those of the system. The theme has both as scripts within each page, which our policy does not allow. */

var __md_scope = new URL("../..", document.currentScript.src); // this file is in assets/site/
var __md_hash = (text) => [...text].reduce((hash, char) => (hash << 5) - hash + char.charCodeAt(0), 0);
var __md_get = (key, storage = localStorage, scope = __md_scope) => JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // a browser that keeps nothing shows the page all the same
  }
};

(() => {
  "use strict";

  document.documentElement.classList.replace("no-js", "js");

  const chosen = () => {
    try {
      return __md_get("__palette")?.color?.scheme;
    } catch {
      return null;
    }
  };
  const scheme = chosen() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default");
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    document.body.setAttribute("data-md-color-scheme", scheme);
    observer.disconnect();
  }).observe(document.documentElement, { childList: true });
})();
