import type { Locale } from '../contract/primitives.contract.js';

/** Makes what a language needs at its first use, and keeps it: compiling messages and Intl formatters takes a while. */
export function perLanguage<Made>(make: (locale: Locale) => Made): (locale: Locale) => Made {
  const made = new Map<Locale, Made>();
  return (locale) => {
    const known = made.get(locale);
    if (known !== undefined) return known;
    const fresh = make(locale);
    made.set(locale, fresh);
    return fresh;
  };
}
