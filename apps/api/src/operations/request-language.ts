import { type Locale, locale } from '@portee/shared';
import type { FastifyRequest } from 'fastify';

/** Language in which to answer: the person's own once known, be they let in or not, else what the browser prefers, else French. */
export function requestLanguage({ headers, speaks }: Pick<FastifyRequest, 'headers' | 'speaks'>): Locale {
  return speaks ?? preferredLanguage(headers['accept-language'] ?? '');
}

/** The first of our languages in an Accept-Language header, by its weights; French where there is none. */
export function preferredLanguage(header: string): Locale {
  const wishes = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined);
    return { tag: locale.safeParse(tag.split('-')[0]).data, weight: weight === undefined ? 1 : Number(weight) };
  });
  const known = wishes.filter(({ tag, weight }) => tag !== undefined && weight > 0);
  return known.toSorted((a, b) => b.weight - a.weight)[0]?.tag ?? 'fr';
}
