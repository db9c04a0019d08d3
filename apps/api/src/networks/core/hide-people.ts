/** What a refusal says of our request stands under these names. */
const TOLD = ['error', 'errors', 'message', 'error_description', 'detail', 'title', 'code', 'type', 'status', 'reason'];
const IS_JSON = /^\s*(?:[[{"]|(?:-?\d{1,6}|true|false|null)\s*$)/;
/** A name or a value in quotation marks, the last of which may be cut; a number; anything else that is no sign of JSON. */
const PART = /"((?:[^"\\]|\\.)*)(?:"(\s*:)?|\\?$)|-?\d[\d.eE+-]*|[^\s"{}[\]:,\d-][^\s"{}[\]:,]*/gsu;
/** Longer numbers are identifiers. */
const LONGEST_NUMBER = 6;
const PLAIN_WORDS = ['true', 'false', 'null'];

/**
 * An answer that nobody understands, without what the public wrote or is called: of JSON its names and small numbers, of a page
 * its title, of other text nothing. A refusal speaks of our request: its own words stay.
 */
export function hidePeople(text: string, status: number): string {
  const isRefusal = status >= 400;
  if (IS_JSON.test(text)) return shapeOf(text, isRefusal);
  const [title] = /<title>[^<]*<\/title>/i.exec(text) ?? [];
  if (/^\s*</.test(text)) return title ?? '<…>';
  return isRefusal ? text : '…';
}

function shapeOf(text: string, isRefusal: boolean): string {
  let name = '';
  return text.replace(PART, (part: string, quoted: string | undefined, colon: string | undefined) => {
    if (colon !== undefined) name = quoted ?? '';
    if (colon !== undefined || PLAIN_WORDS.includes(part)) return part;
    if (quoted !== undefined) return isRefusal && TOLD.includes(name) ? part : '"…"';
    return /^-?\d/.test(part) && part.length <= LONGEST_NUMBER ? part : '…';
  });
}
