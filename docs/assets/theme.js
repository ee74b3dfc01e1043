/* What the theme asks for before a page is drawn: its functions for what the browser keeps, and the colours that the reader
   chose, or else those of the system. The theme has both as scripts within each page, which our policy does not allow. */

var __md_scope = new URL("../..", document.currentScript.src); // this file is in assets/site/
var __md_hash = (text) => [...text].reduce((hash, char) => (hash << 5) - hash + char.charCodeAt(0), 0);
/* A browser that keeps nothing shows the page all the same: it may refuse even to name its storage. */
var __md_kept = (act) => {
  try {
    return act();
  } catch {
    return null;
  }
};
var __md_get = (key, storage, scope = __md_scope) =>
  __md_kept(() => JSON.parse((storage ?? localStorage).getItem(`${scope.pathname}.${key}`)));
var __md_set = (key, value, storage, scope = __md_scope) =>
  __md_kept(() => (storage ?? localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value)));

(() => {
  "use strict";

  document.documentElement.classList.replace("no-js", "js");

  const chosen = __md_get("__palette")?.color?.scheme;
  const scheme = chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default");
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    document.body.setAttribute("data-md-color-scheme", scheme);
    observer.disconnect();
  }).observe(document.documentElement, { childList: true });
})();
