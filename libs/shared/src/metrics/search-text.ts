/** A letter with so many marks on it is no writing; putting them in order takes the square of their number. */
const MARKS_UPON_MARKS = /\p{M}{32}/u;

/** A text as it is looked for: lower case, without accents, so that « été » is found by "ete". Null stays null. */
export function searchText(text: string): string;
export function searchText(text: string | null): string | null;
export function searchText(text: string | null): string | null {
  if (text === null) return null;
  const sane = MARKS_UPON_MARKS.test(text) ? withoutMarks(text) : text;
  return withoutMarks(sane.normalize('NFD')).toLowerCase();
}

function withoutMarks(text: string): string {
  return text.replace(/\p{M}+/gu, '');
}
