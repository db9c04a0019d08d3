const LONG_NUMBER = /\d{16}/;

/**
 * Parses JSON without losing an identifier: a whole number that a number of this language cannot hold stays the text it was.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  return JSON.parse(text, keepLongNumbers);
}

function keepLongNumbers(_key: string, value: unknown, context?: { source?: string }): unknown {
  const isTooLong = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return isTooLong && context?.source !== undefined && /^-?\d+$/.test(context.source) ? context.source : value;
}
