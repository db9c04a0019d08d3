import type { Measure, MeasureDefinition } from '../contract/network.contract.js';
import type { Seam } from '../contract/reach.contract.js';
import { addDays } from '../time/period.js';

interface Days {
  readonly from: string;
  readonly to: string;
}

/**
 * Definition of a measure of posts in force on a local day, out of one network's definitions; null when there was none.
 * Of posts alone: a figure of a channel is not told by the day it is about (the README of this folder, Seams).
 */
export function definitionAt(definitions: readonly MeasureDefinition[], measure: Measure, day: string): MeasureDefinition | null {
  return definitions.find((one) => one.measure === measure && one.level === 'post' && isInForce(one, day)) ?? null;
}

/**
 * Days on which one network's definition of these measures of posts changed, after the first day and up to the last, oldest
 * first. A day is a seam when a figure was given until then: what begins is cut from nothing.
 * `before` and `after` are ids of definitions.
 */
export function seamsBetween(definitions: readonly MeasureDefinition[], measures: readonly Measure[], { from, to }: Days): Seam[] {
  const days = [...new Set(definitions.flatMap(({ validFrom }) => validFrom ?? []))].filter((day) => day > from && day <= to);
  return days.toSorted().flatMap((day) => measures.flatMap((measure) => seamOn(definitions, measure, day) ?? []));
}

/** Last day on or before the given one that cuts the history in two; null when nothing does. */
export function lastCut(seams: readonly Seam[], day: string): string | null {
  return cutDays(seams).filter((cut) => cut <= day).at(-1) ?? null;
}

function cutDays(seams: readonly Seam[]): string[] {
  return [...new Set(seams.filter((seam) => !seam.comparable).map((seam) => seam.day))].toSorted();
}

function seamOn(definitions: readonly MeasureDefinition[], measure: Measure, day: string): Seam | null {
  const before = definitionAt(definitions, measure, addDays(day, -1));
  const after = definitionAt(definitions, measure, day);
  if (before === null || after === null || before.id === after.id || !before.given) return null;
  return { day, measure, before: before.id, after: after.id, comparable: after.comparableWithPrevious };
}

function isInForce({ validFrom, validUntil }: MeasureDefinition, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validUntil === null || day < validUntil);
}
