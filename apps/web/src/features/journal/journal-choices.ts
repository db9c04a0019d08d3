import { type AuditAct, auditActs } from '@portee/shared';

/** What is looked for: all of it stands in the address. Empty: no choice made. */
export interface JournalChoices { act: AuditAct | ''; personId: string; from: string; to: string; q: string }

const names = { act: 'acte', personId: 'personne', from: 'du', to: 'au', q: 'q' } as const;
const DAY = /^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u;

/** Reads the address; what makes no sense there is no choice. */
export function readChoices(address: URLSearchParams): JournalChoices {
  const text = (name: keyof typeof names): string => address.get(names[name]) ?? '';
  const day = (name: 'from' | 'to'): string => (isDay(text(name)) ? text(name) : '');
  return { act: auditActs.find((known) => known === text('act')) ?? '', personId: text('personId').slice(0, 100), from: day('from'), to: day('to'), q: text('q').slice(0, 200) };
}

/** The address of these choices. */
export function writeChoices(choices: JournalChoices, address: URLSearchParams): URLSearchParams {
  for (const name of ['act', 'personId', 'from', 'to', 'q'] as const) {
    if (choices[name] === '') address.delete(names[name]);
    else address.set(names[name], choices[name]);
  }
  return address;
}

/** The same for the server. */
export function toQuery(choices: JournalChoices): URLSearchParams {
  return new URLSearchParams(Object.entries(choices).filter(([, value]) => value.trim() !== ''));
}

export function isNarrowed(choices: JournalChoices): boolean {
  return Object.values(choices).some((value) => value !== '');
}

function isDay(text: string): boolean {
  return DAY.test(text) && new Date(`${text}T00:00Z`).toISOString().startsWith(text);
}
