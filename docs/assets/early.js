/* The switches as the reader left them, before the first paint if it comes in time, so that nothing vanishes under the eyes. */
try {
  const { dataset } = document.documentElement;
  dataset.bgLevel = localStorage.getItem("backgrounder-level") || "new";
  dataset.bgVoices = localStorage.getItem("backgrounder-voices") === "on" ? "article" : "all";
} catch { /* storage refused: nothing is remembered */ }
