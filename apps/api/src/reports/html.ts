/** A piece of a page. Only `html` and `trusted` make one. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | null | Html | readonly Part[];

/** A piece of a page from its template: every text in it is data, whatever signs it holds; null is nothing. */
export function html(pieces: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(pieces.map((piece, place) => piece + written(parts[place] ?? null)).join(''));
}

/** A drawing of ours as it is. Never a text that somebody typed. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** Zero-width spaces let words break on paper; a browser breaks them itself, and people copy what they read. */
function written(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return part.replaceAll('\u200B', '').replace(/[&<>"'`]/gu, (sign) => `&#${String(sign.charCodeAt(0))};`);
  return typeof part === 'number' ? String(part) : part.map(written).join('');
}
