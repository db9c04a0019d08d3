/**
 * Largest believable figure. The widest audiences a centre, a library or a municipality can meet stay thousands of times
 * below: a billion in a file is a telephone number, an identifier or a shifted column.
 */
const MAX_COUNT = 999_999_999;

/** A figure read from a cell: null is an empty cell, unknown. */
export type CountOutcome = { value: number | null } | { reason: CountProblem };
export type CountProblem = 'not-a-number' | 'negative' | 'not-whole' | 'implausible' | 'abbreviated-number' | 'scientific-notation';

const GROUP_MARKS = /[\s\u00A0\u202F\u2009'\u2019_]/gu;
const SIGNED = /^[-\u2212+]/u;

/** A figure as programs write it: plain digits. Empty is unknown. */
export function readCount(text: string): CountOutcome {
  if (text === '') return { value: null };
  if (/^\d{1,15}$/.test(text)) return within(Number(text));
  return readOddNumber(text, (digits) => digits);
}

/**
 * A figure as people and spreadsheets write it: 1 234, 1.234, 1,234, 1 234,0. Counts are whole, so a mark followed by
 * exactly three digits parts the thousands.
 */
export function readLocalCount(text: string): CountOutcome {
  if (text === '') return { value: null };
  const digits = text.replaceAll(GROUP_MARKS, '');
  if (/^\d{1,15}$/.test(digits)) return within(Number(digits));
  return readOddNumber(digits, (number) => plainDecimal(number));
}

function readOddNumber(text: string, toPlain: (text: string) => string): CountOutcome {
  if (/^[-\u2212]\s*[\d.,]+$/u.test(text)) return { reason: /[1-9]/.test(text) ? 'negative' : 'not-a-number' };
  if (/^[-+]?\d+([.,]\d+)?e[-+]?\d+$/i.test(text)) return { reason: 'scientific-notation' };
  if (/^\d+([.,]\d+)?\s*(k|m|mio|mln|md)$/i.test(text)) return { reason: 'abbreviated-number' };
  if (/^[-+\u2212]?\d+[.,]\d{1,2}$/u.test(text) && !/[.,]0+$/.test(text)) return { reason: 'not-whole' };
  const plain = toPlain(text.replace(SIGNED, ''));
  if (!/^\d+(\.\d+)?$/.test(plain)) return { reason: 'not-a-number' };
  const value = Number(plain);
  return Number.isInteger(value) ? within(value) : { reason: 'not-whole' };
}

function plainDecimal(text: string): string {
  const marks = text.replace(/\d/g, '');
  if (!/^[.,]*$/.test(marks)) return text;
  if (/^\d{1,3}([.,]\d{3})+$/.test(text) && new Set(marks).size === 1) return text.replace(/[.,]/g, '');
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last === -1) return text;
  const whole = text.slice(0, last);
  if (!/^\d{1,3}([.,]\d{3})*$/.test(whole) && !/^\d+$/.test(whole)) return text;
  return `${whole.replace(/[.,]/g, '')}.${text.slice(last + 1)}`;
}

function within(value: number): CountOutcome {
  return value > MAX_COUNT ? { reason: 'implausible' } : { value };
}
