/** A plain number as people write it, with a comma or a point: « 5,6 ». Null for anything else, and under zero. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00A0\u202F]/gu, '').replace(',', '.');
  return /^\d{1,7}(\.\d{1,3})?$/u.test(plain) ? Number(plain) : null;
}
