/* Enhancements only: everything here is readable and linked without this script. */
(() => {
  "use strict";

  /* Arriving at a paragraph from a fact marks the exact words: the link's data-words rides along in session storage. */
  const KEY = "backgrounder-words";

  document.addEventListener("click", (event) => {
    const pin = event.target.closest && event.target.closest("a.bg-pin[data-words]");
    if (!pin) return;
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ hash: pin.hash, words: pin.dataset.words }));
    } catch { /* no storage: the whole paragraph is marked by :target */ }
  });

  const isOurs = (node) => node.parentElement.closest(".bg-pin, .bg-speaker");

  function exact() {
    let kept;
    try {
      kept = JSON.parse(sessionStorage.getItem(KEY));
      sessionStorage.removeItem(KEY);
    } catch { return; }
    if (!kept || kept.hash !== location.hash) return;
    const paragraph = document.getElementById(location.hash.slice(1));
    const [start, end] = kept.words.split("-").map(Number);
    if (paragraph && end > start) markWords(paragraph, start, end);
  }

  function markWords(paragraph, start, end) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const found = [];
    let at = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (isOurs(node)) continue;
      const length = node.data.length;
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, length);
      if (from < to) found.push([node, from, to]);
      at += length;
    }
    for (const [node, from, to] of found) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const mark = document.createElement("mark");
      mark.className = "bg-exact";
      range.surroundContents(mark);
    }
  }

  /* Hover cards: the cards at the foot of the article page, shown at the place of the phrase. */
  let shown = null;
  let pinned = false;

  function hide() {
    if (shown) shown.remove();
    shown = null;
    pinned = false;
  }

  function show(link) {
    const card = document.getElementById(`card-${link.dataset.card}`);
    if (!card || pinned) return;
    hide();
    shown = card.cloneNode(true);
    shown.removeAttribute("id");
    shown.classList.add("bg-hover");
    shown.setAttribute("role", "tooltip");
    document.body.append(shown);
    const box = link.getBoundingClientRect();
    const width = shown.offsetWidth;
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
    shown.style.left = `${left + scrollX}px`;
    shown.style.top = `${box.bottom + scrollY + 6}px`;
  }

  const phrase = (event) => event.target.closest && event.target.closest(".bg-article [data-card]");

  document.addEventListener("pointerover", (event) => {
    const link = phrase(event);
    if (link) show(link);
    else if (shown && !pinned && !event.target.closest(".bg-hover")) hide();
  });
  document.addEventListener("focusin", (event) => {
    const link = phrase(event);
    if (link) show(link);
  });
  document.addEventListener("click", (event) => {
    if (shown && event.target.closest(".bg-hover")) pinned = true;
    else if (pinned) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  addEventListener("hashchange", exact);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", exact);
  else exact();
})();
