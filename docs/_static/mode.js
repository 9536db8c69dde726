// Before the first paint: light or dark, as the reader chose before (the theme has this in the page).
{
  const root = document.documentElement;
  const fallback = root.dataset.theme || "auto";
  let kept = {};
  try {
    kept = { mode: localStorage.getItem("mode"), theme: localStorage.getItem("theme") };
  } catch {
    // A browser that keeps nothing follows the system.
  }
  root.dataset.mode = kept.mode || fallback;
  root.dataset.theme = kept.theme || fallback;
}
