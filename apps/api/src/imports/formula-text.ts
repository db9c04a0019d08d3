/** Signs with which a spreadsheet begins to calculate, wide ones of Asian keyboards included. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const NEUTRALISED = /^'+[=+\-@\t\r\n＝＋－＠]/u;

/** A text that no spreadsheet takes for a formula: a leading apostrophe is added where it could be one. */
export function neutraliseFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text as it was before `neutraliseFormula`. */
export function readNeutralised(text: string): string {
  return NEUTRALISED.test(text) ? text.slice(1) : text;
}
