import { houseRules, type WritePlanDocument, type WrittenPlan } from '@portee/shared';

/** Two texts that belong together: whom and where, role and what it does, day and body of the adoption. */
export interface TextPair { first: string; second: string }

/** What is written of the plan, as fields hold it: nothing is an empty text. */
export interface PlanText {
  aims: string; tone: string; answers: string; images: string; never: string; rhythm: string; revisionDay: string;
  publics: TextPair[]; duties: TextPair[];
  adoption: TextPair;
}

export const planFields = ['aims', 'publics', 'duties', ...houseRules, 'rhythm', 'revisionDay', 'adoption'] as const;
export type PlanField = (typeof planFields)[number];

/** The text while it is changed, and what stood there when that was begun. */
export interface PlanDraft { text: PlanText; from: WrittenPlan }

export function textOf({ aims, publics, duties, rules, rhythm, revisionDay, adoption }: WrittenPlan): PlanText {
  const rule = (text: string | null): string => text ?? '';
  return {
    aims: rule(aims), tone: rule(rules.tone), answers: rule(rules.answers), images: rule(rules.images), never: rule(rules.never), rhythm: rule(rhythm), revisionDay: rule(revisionDay),
    publics: publics.map(({ who, where }) => ({ first: who, second: rule(where) })), duties: duties.map(({ role, does }) => ({ first: role, second: rule(does) })),
    adoption: { first: rule(adoption?.day ?? null), second: rule(adoption?.by ?? null) },
  };
}

/** The same as the door takes it; lines in which nothing stands are none. */
export function writtenOf({ publics, duties, adoption, ...text }: PlanText): Omit<WritePlanDocument, 'version'> {
  const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
  return {
    aims: orNull(text.aims), rules: { tone: orNull(text.tone), answers: orNull(text.answers), images: orNull(text.images), never: orNull(text.never) }, rhythm: orNull(text.rhythm), revisionDay: orNull(text.revisionDay),
    publics: publics.filter(isFilled).map(({ first, second }) => ({ who: first.trim(), where: orNull(second) })), duties: duties.filter(isFilled).map(({ first, second }) => ({ role: first.trim(), does: orNull(second) })),
    adoption: isFilled(adoption) ? { day: adoption.first, by: adoption.second.trim() } : null,
  };
}

export function isFilled({ first, second }: TextPair): boolean {
  return first.trim() !== '' || second.trim() !== '';
}

/** Nothing is written, or no longer. */
export function isBlank(text: PlanText): boolean {
  return planFields.every((field) => ['', '[]'].includes(asText(text[field])));
}

interface Others { base: PlanText; theirs: PlanText }

/** One's own text with what somebody else wrote meanwhile, wherever one had not touched it. */
export function mergeTexts(mine: PlanText, { base, theirs }: Others): PlanText {
  const merged = { ...mine };
  for (const field of planFields) if (isSame(field, mine, base)) copyField(field, theirs, merged);
  return merged;
}

/** Where both wrote, and not the same. */
export function conflictsOf(mine: PlanText, { base, theirs }: Others): PlanField[] {
  return planFields.filter((field) => !isSame(field, mine, base) && !isSame(field, theirs, base) && !isSame(field, mine, theirs));
}

/** One's text with theirs in one field. */
export function withTheirs(field: PlanField, mine: PlanText, theirs: PlanText): PlanText {
  const taken = { ...mine };
  copyField(field, theirs, taken);
  return taken;
}

function copyField<Field extends PlanField>(field: Field, from: PlanText, to: PlanText): void {
  to[field] = from[field];
}

function isSame(field: PlanField, one: PlanText, other: PlanText): boolean {
  return asText(one[field]) === asText(other[field]);
}

function asText(value: PlanText[PlanField]): string {
  if (typeof value === 'string') return value.trim();
  const pairs = (Array.isArray(value) ? value : [value]).filter(isFilled);
  return JSON.stringify(pairs.map(({ first, second }) => [first.trim(), second.trim()]));
}

/** What will not do, where the person is taken: the field, and the line of a list. */
export interface TextRefusal { field: PlanField; place: number; why: 'who' | 'role' | 'adoption.day' | 'adoption.by' | 'adoption.toCome' }

/** @param today  where the organisation is */
export function refusalsOf({ publics, duties, adoption }: PlanText, today: string): TextRefusal[] {
  const nameless = (pairs: readonly TextPair[]): number[] => pairs.flatMap(({ first, second }, place) => (first.trim() === '' && second.trim() !== '' ? [place] : []));
  const about = (why: TextRefusal['why']): TextRefusal[] => [{ field: 'adoption', place: 0, why }];
  return [
    ...nameless(publics).map((place) => ({ field: 'publics' as const, place, why: 'who' as const })), ...nameless(duties).map((place) => ({ field: 'duties' as const, place, why: 'role' as const })),
    ...(isFilled(adoption) && adoption.first === '' ? about('adoption.day') : []), ...(isFilled(adoption) && adoption.second.trim() === '' ? about('adoption.by') : []), ...(adoption.first > today ? about('adoption.toCome') : []),
  ];
}
