import { day, instant, month, timeZone, toInstant, uuid } from '@portee/shared';
import { Option } from 'commander';
import { z } from 'zod';
import { type ExpectedValue, WrongValue } from './command-error.js';

const texts = {
  'time-zone': timeZone,
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(80),
  month,
  email: z.email().max(254),
  identifier: uuid,
  name: z.string().trim().min(1).max(120),
} as const satisfies Partial<Record<ExpectedValue, z.ZodType<string>>>;
const days = z.coerce.number().int().min(1).max(3650);

/** A reader of texts for commander, checked by the contract's own schema. @throws WrongValue */
export function taking(kind: keyof typeof texts, name: string): (value: string) => string {
  const schema: z.ZodType<string> = texts[kind];
  return (value) => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw new WrongValue({ name, value }, kind);
    return parsed.data;
  };
}

/** A reader of a number of days. @throws WrongValue */
export function takingDays(name: string): (value: string) => number {
  return (value) => {
    const parsed = days.safeParse(value);
    if (!parsed.success) throw new WrongValue({ name, value }, 'days');
    return parsed.data;
  };
}

/** A reader of some of a few words, with commas between them. @throws WrongValue for any other, and for none */
export function takingSome<Word extends string>(name: string, choices: readonly Word[]): (value: string) => Word[] {
  return (value) => {
    const words = new Set(value.split(',').map((word) => word.trim()));
    const known = choices.filter((word) => words.has(word));
    if (known.length < words.size) throw new WrongValue({ name, value }, 'one-of', choices);
    return known;
  };
}

/** An option that takes one of a few words. @throws WrongValue for any other */
export function choice(flags: string, description: string, choices: readonly string[]): Option {
  const name = flags.split(' ')[0] ?? flags;
  return new Option(flags, description).argParser((value: string) => {
    if (!choices.includes(value)) throw new WrongValue({ name, value }, 'one-of', choices);
    return value;
  });
}

/** An instant, or a local day, which stands for its last minute. @throws WrongValue */
export function readInstant(name: string, value: string, zone: string): Date {
  if (instant.safeParse(value).success) return new Date(value);
  if (!day.safeParse(value).success) throw new WrongValue({ name, value }, 'instant');
  return toInstant(`${value}T23:59`, zone).instant;
}
