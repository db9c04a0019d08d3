import type { Measure, MeasureDefinition } from '../contract/network.contract.js';
import type { Seam } from '../contract/reach.contract.js';
import { addDays } from '../time/period.js';

/** A measure of a post, by its name, or of a post or a channel. */
export type MeasureKey = Measure | { readonly measure: Measure; readonly level: MeasureDefinition['level'] };

interface Days {
  readonly from: string;
  readonly to: string;
}

/** Definition of a measure in force on a local day, out of one network's definitions; null when there was none. */
export function definitionAt(definitions: readonly MeasureDefinition[], key: MeasureKey, day: string): MeasureDefinition | null {
  const { measure, level } = typeof key === 'string' ? { measure: key, level: 'post' } : key;
  return definitions.find((one) => one.measure === measure && one.level === level && isInForce(one, day)) ?? null;
}

/**
 * Days on which one network's definition of the measures changed, after the first day and up to the last, oldest
 * first. A day is a seam when a figure was given until then: what begins is cut from nothing.
 * `before` and `after` are ids of definitions.
 */
export function seamsBetween(definitions: readonly MeasureDefinition[], keys: readonly MeasureKey[], { from, to }: Days): Seam[] {
  const days = [...new Set(definitions.flatMap(({ validFrom }) => validFrom ?? []))].filter((day) => day > from && day <= to);
  return days.toSorted().flatMap((day) => keys.flatMap((key) => seamOn(definitions, key, day) ?? []));
}

/** Last day on or before the given one that cuts the history in two; null when nothing does. */
export function lastCut(seams: readonly Seam[], day: string): string | null {
  return cutDays(seams).filter((cut) => cut <= day).at(-1) ?? null;
}

function cutDays(seams: readonly Seam[]): string[] {
  return [...new Set(seams.filter((seam) => !seam.comparable).map((seam) => seam.day))].toSorted();
}

function seamOn(definitions: readonly MeasureDefinition[], key: MeasureKey, day: string): Seam | null {
  const before = definitionAt(definitions, key, addDays(day, -1));
  const after = definitionAt(definitions, key, day);
  if (before === null || after === null || before.id === after.id || !before.given) return null;
  return { day, measure: after.measure, before: before.id, after: after.id, comparable: after.comparableWithPrevious };
}

function isInForce({ validFrom, validUntil }: MeasureDefinition, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validUntil === null || day < validUntil);
}
