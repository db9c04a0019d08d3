/**
 * Fetches a part of the program: the script of a page, its sentences. Without a network it waits for one, rather than break a page
 * that nothing is wrong with; before trying, because browsers may remember that a script was not to be had.
 */
export async function fetchPart<Part>(fetch: () => Promise<Part>): Promise<Part> {
  if (isCut()) await new Promise((resolve) => { addEventListener('online', resolve, { once: true }); });
  try {
    return await fetch();
  } catch (cause) {
    if (!isCut()) throw cause;
    return fetchPart(fetch);
  }
}

/** Browsers know; whatever else runs this says nothing of it, and is taken to have one. */
function isCut(): boolean {
  return 'onLine' in navigator && !navigator.onLine;
}
