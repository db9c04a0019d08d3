import type { Measure, MeasureDefinition } from '@portee/shared';

/** What stays the same of a measure over all its definitions. */
export interface MeasureSubject {
  network: string;
  level: MeasureDefinition['level'];
  measure: Measure;
  /** Public address of the facts. */
  source: string;
}

/** One definition and the day it began; it ends where the next one begins. */
export interface MeasurePeriod {
  /** First day in force; left out: always had. */
  from?: string;
  names: MeasureDefinition['networkNames'];
  basis: MeasureDefinition['basis'];
  /** False: figures of this definition may not stand beside those of the one before. */
  comparable?: boolean;
  fading?: boolean;
  standIn?: boolean;
}

/** The successive definitions of one measure, oldest first, without hole or overlap. */
export function defineMeasure(subject: MeasureSubject, periods: readonly (MeasurePeriod | WithdrawnPeriod)[]): MeasureDefinition[] {
  return periods.map((period, position) => ({
    id: definitionId(subject, period.from),
    network: subject.network,
    measure: subject.measure,
    level: subject.level,
    networkNames: period.names,
    basis: period.basis,
    validFrom: period.from ?? null,
    validUntil: periods[position + 1]?.from ?? null,
    comparableWithPrevious: period.comparable ?? true,
    fading: period.fading ?? false,
    standIn: period.standIn ?? false,
    given: !('withdrawn' in period),
    source: subject.source,
  }));
}

/** From some day on, or since always, the network does not give the measure. */
export interface WithdrawnPeriod extends MeasurePeriod {
  withdrawn: true;
}

/** The network does not give the measure, from this day on or (without a day) at all. */
export function notGiven(from?: string): WithdrawnPeriod {
  return { ...(from === undefined ? {} : { from }), names: {}, basis: 'none', comparable: false, withdrawn: true };
}

/** Channel figures carry their level in the id: the same measure of posts has its own definitions. */
function definitionId(subject: MeasureSubject, from: string | undefined): string {
  const measure = subject.level === 'channel' ? `channel.${subject.measure}` : subject.measure;
  return `${subject.network}.${measure}.${from ?? 'origin'}`;
}
