/** A million: more is a slip. */
const MOST = 1_000_000;

/** Euros as people write them, to the cent: « 1 250,50 », « 25 € ». Null for anything else, and for more than a million. */
export function readEuros(text: string): number | null {
  const plain = text.replace(/[\s\u00A0\u202F€]|eur(os?)?/giu, '').replace(',', '.');
  if (!/^\d{1,9}(\.\d{1,2})?$/u.test(plain)) return null;
  const euros = Number(plain);
  return euros <= MOST ? euros : null;
}
