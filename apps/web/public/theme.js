// Sets light or dark before anything is drawn; a file of its own, because the page's policy allows no inline script.
(() => {
  let kept = null;
  try {
    kept = localStorage.getItem('portee.theme');
  } catch {
    // Storage may be shut: the system's choice holds.
  }
  const isDark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
})();
