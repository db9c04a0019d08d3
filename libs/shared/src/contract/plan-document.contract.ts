import { z } from 'zod';
import { houseRules, MAX_DUTIES, MAX_PUBLICS, objectiveMeasures, planLineKinds, planTextLengths } from './choices.js';
import { clockTime, planRole, singleLine } from './plan-calendar.contract.js';
import { quarter } from './plan-objective.contract.js';
import { postFormat } from './post.contract.js';
import { askedDay, day, uuid } from './primitives.contract.js';
import { adviceDimensions } from './recommendation.contract.js';

export type HouseRule = (typeof houseRules)[number];

/** Half characters, which no paper can carry, are replaced; line ends are those of one kind. */
const tidy = (text: string): string => text.toWellFormed().replaceAll(/\r\n?/g, '\n');
const paragraphs = (longest: number) => z.string().overwrite(tidy).trim().min(1).max(longest).nullable();
const line = (longest: number) => singleLine(longest).overwrite(tidy);

/** What a team writes of its plan. Null, or nothing in a list: not written yet. */
const written = {
  /** What the organisation communicates for. */
  aims: paragraphs(planTextLengths.aims),
  /** Whom it speaks to, and where they are reached. */
  publics: z.array(z.object({ who: line(planTextLengths.who), where: line(planTextLengths.where).nullable() })).max(MAX_PUBLICS),
  /** Who does what: names of roles, never of persons. */
  duties: z.array(z.object({ role: planRole.overwrite(tidy), does: line(planTextLengths.does).nullable() })).max(MAX_DUTIES),
  rules: z.object({ tone: paragraphs(planTextLengths.rule), answers: paragraphs(planTextLengths.rule), images: paragraphs(planTextLengths.rule), never: paragraphs(planTextLengths.rule) }),
  /** When the figures are looked at together. */
  rhythm: line(planTextLengths.rhythm).nullable(),
  revisionDay: askedDay.nullable(),
  /** When it was adopted, and by which body. */
  adoption: z.object({ day: askedDay, by: line(planTextLengths.adoptedBy) }).nullable(),
};
/** Counts its changes; 0: nothing is written yet. An update names the one it was made from. */
const version = z.number().int().min(0).max(2_000_000_000);

/** The whole of what is written: what is left out is refused, not emptied. */
export const writePlanDocument = z.object({ ...written, version }).meta({ id: 'WritePlanDocument' });
export type WritePlanDocument = z.infer<typeof writePlanDocument>;

export const writtenPlan = z.object({
  ...written, revisionDay: day.nullable(), adoption: z.object({ day, by: z.string() }).nullable(), version,
  /** Day on which its text, adoption apart, was changed last; null: nothing is written. */
  textDay: day.nullable(),
}).meta({ id: 'WrittenPlan' });
export type WrittenPlan = z.infer<typeof writtenPlan>;

/** What Portée knows of the plan from today on, so that nobody writes it twice. */
export const knownPlan = z.object({
  channels: z.array(z.object({ id: uuid, name: z.string(), networkLabel: z.string() })),
  /** Of the present quarter and later ones. */
  objectives: z.array(z.object({ channelId: uuid, quarter, measure: z.enum(objectiveMeasures), target: z.number() })),
  appointments: z.array(z.object({
    id: uuid, channelId: uuid, title: z.string(), weekday: z.number().int().min(1).max(7), time: clockTime, everyWeeks: z.number().int(),
    fromDay: day, toDay: day.nullable(), skipsHolidays: z.boolean(), format: postFormat.nullable(), role: z.string().nullable(),
  })),
  /** Lines that have not ended. */
  lines: z.array(z.object({ id: uuid, channelId: uuid.nullable(), kind: z.enum(planLineKinds), title: z.string(), role: z.string().nullable(), fromDay: day, toDay: day.nullable() })),
  experiments: z.array(z.object({ id: uuid, channelId: uuid, dimension: z.enum(adviceDimensions), level: z.string(), against: z.string(), lastDay: day, eachArm: z.number().int() })),
  /** School holidays of the twelve months to come. */
  holidays: z.array(z.object({ name: z.string(), from: day, to: day })),
}).meta({ id: 'KnownPlan' });
export type KnownPlan = z.infer<typeof knownPlan>;

/** The written communication plan, one an organisation: what its team wrote, and what Portée knows beside it. */
export const planDocument = z.object({
  organisation: z.object({ name: z.string(), isDemonstration: z.boolean() }),
  /** Where the organisation is. */
  today: day,
  written: writtenPlan, known: knownPlan,
}).meta({ id: 'PlanDocument' });
export type PlanDocument = z.infer<typeof planDocument>;
