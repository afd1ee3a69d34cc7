/* Enhancements only: everything here is readable and linked without this script. */
(() => {
  "use strict";

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const root = document.documentElement;

  /* A browser may refuse storage (file://, private windows): then nothing is remembered. */
  const remember = (store, key, value) => { try { store().setItem(key, value); } catch { /* not remembered */ } };
  const recall = (store, key) => { try { return store().getItem(key); } catch { return null; } };
  const forGood = () => localStorage;
  const forNow = () => sessionStorage;

  /* Arriving at a paragraph from a fact marks the exact words: they ride along in session storage. */
  const KEY = "backgrounder-words";
  const isOurs = (node) => node.parentElement.closest(".bg-pin, .bg-speaker");

  function exact() {
    const kept = JSON.parse(recall(forNow, KEY) || "null");
    if (!kept || kept.hash !== location.hash) return;
    remember(forNow, KEY, "null");
    const paragraph = document.getElementById(location.hash.slice(1));
    const [start, end] = kept.words.split("-").map(Number);
    if (paragraph && end > start) markWords(paragraph, start, end);
  }

  function markWords(paragraph, start, end) {
    all("mark.bg-exact").forEach((mark) => mark.replaceWith(...mark.childNodes));
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const found = [];
    let at = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (isOurs(node)) continue;
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, node.data.length);
      if (from < to) found.push([node, from, to]);
      at += node.data.length;
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

  /* Hover cards: the cards at the foot of the article page, shown at the place of the phrase.
     Pointing or focusing shows one; a click or tap pins it (a second one follows the link); Escape closes it. */
  let shown = null;
  let source = null;

  function hide() {
    if (shown) shown.remove();
    if (source) source.removeAttribute("aria-describedby");
    shown = source = null;
  }

  const pinned = () => shown && shown.classList.contains("bg-pinned");

  function show(phrase) {
    if (pinned() || phrase === source) return;
    const card = document.getElementById(`card-${phrase.dataset.card}`);
    hide();
    if (!card) return;
    source = phrase;
    shown = card.cloneNode(true);
    shown.id = "bg-hover";
    const told = card.closest(".bg-told-by").querySelector(".bg-origin");
    if (told) shown.append(told.cloneNode(true));
    shown.classList.add("bg-hover", "md-typeset");
    shown.setAttribute("role", "tooltip");
    source.setAttribute("aria-describedby", "bg-hover");
    document.body.append(shown);
    const box = phrase.getClientRects()[0];
    const left = Math.max(8, Math.min(box.left, root.clientWidth - shown.offsetWidth - 8));
    const below = box.bottom + 6;
    const above = box.top - shown.offsetHeight - 6;
    shown.style.left = `${left + scrollX}px`;
    shown.style.top = `${(below + shown.offsetHeight > innerHeight && above > 0 ? above : below) + scrollY}px`;
  }

  function pin() {
    shown.classList.add("bg-pinned");
    shown.setAttribute("role", "group");
    source.after(shown);
    shown.style.position = "fixed";
    shown.style.left = `${parseFloat(shown.style.left) - scrollX}px`;
    shown.style.top = `${parseFloat(shown.style.top) - scrollY}px`;
  }

  const phraseAt = (event) => {
    const at = event.target.closest ? event.target : null;
    return at && !at.closest(".bg-hover") ? at.closest(".bg-article .bg-p [data-card]") : null;
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const phrase = phraseAt(event);
    if (phrase) show(phrase);
    else if (shown && !pinned() && !event.target.closest(".bg-hover")) hide();
  });
  document.addEventListener("focusin", (event) => {
    const phrase = phraseAt(event);
    if (phrase) show(phrase);
    else if (shown && !pinned() && !shown.contains(event.target)) hide();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a.bg-pin[data-words]");
    if (link) remember(forNow, KEY, JSON.stringify({ hash: link.hash, words: link.dataset.words }));
    const phrase = phraseAt(event);
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0 && event.detail > 0;
    if (phrase && plain && !(pinned() && source === phrase)) {
      hide();
      show(phrase);
      if (shown) {
        pin();
        event.preventDefault();
      }
    } else if (pinned() && !shown.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    const back = source;
    const inside = shown.contains(document.activeElement);
    hide();
    if (inside) back.focus();
  });

  /* Switches: whose words are shown, how much is explained, and whether later mentions are links too. */
  function mentions(on) {
    if (!on) {
      all("a.bg-later").forEach((link) => { link.replaceWith(...link.childNodes); });
      return;
    }
    for (const span of all(".bg-article span[data-card]:not(:has(a))")) {
      const target = document.querySelector(`#card-${span.dataset.card} a`);
      if (!target) continue;
      const link = document.createElement("a");
      link.className = "bg-name bg-later";
      link.href = target.getAttribute("href");
      link.dataset.card = span.dataset.card;
      link.append(...span.childNodes);
      span.append(link);
    }
  }

  const apply = {
    voices: (on) => { root.dataset.bgVoices = on ? "article" : "all"; },
    mentions,
  };

  function switches() {
    for (const box of all("[data-switch]")) {
      const name = box.dataset.switch;
      box.checked = recall(forGood, `backgrounder-${name}`) === "on";
      apply[name](box.checked);
      box.addEventListener("change", () => {
        remember(forGood, `backgrounder-${name}`, box.checked ? "on" : "off");
        apply[name](box.checked);
      });
    }
    const level = recall(forGood, "backgrounder-level") || "new";
    root.dataset.bgLevel = level;
    for (const choice of all("input[name='bg-level']")) {
      choice.checked = choice.value === level;
      choice.addEventListener("change", () => {
        root.dataset.bgLevel = choice.value;
        remember(forGood, "backgrounder-level", choice.value);
      });
    }
    all(".bg-tools, .bg-filter").forEach((tools) => { tools.hidden = false; });
  }

  /* The index of actors: by kind, and by weight in the story. */
  function filters() {
    const boxes = all("[data-filter]");
    const update = () => {
      const main = boxes.some((box) => box.dataset.filter === "main" && box.checked);
      for (const box of boxes.filter((each) => each.dataset.filter !== "main")) {
        const part = document.querySelector(`.bg-part-${box.dataset.filter}`);
        part.hidden = !box.checked;
        all("[data-weight]", part).forEach((card) => { card.hidden = main && card.dataset.weight < 2; });
      }
    };
    boxes.forEach((box) => box.addEventListener("change", update));
  }

  function start() {
    switches();
    filters();
    exact();
  }

  addEventListener("hashchange", exact);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
