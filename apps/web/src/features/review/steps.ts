/** What a team does in an hour, in order, with the minutes suggested for it. `address` is how the address names it. */
export const steps = [
  { name: 'happened', address: 'passe', minutes: 10 },
  { name: 'tried', address: 'essais', minutes: 10 },
  { name: 'decide', address: 'decisions', minutes: 20 },
  { name: 'comment', address: 'mot', minutes: 15 },
  { name: 'close', address: 'cloture', minutes: 5 },
] as const;

export type StepName = (typeof steps)[number]['name'];
/** Whether each step is done. */
export type Done = Record<StepName, boolean>;

/** The step of the address, else the first that is not done, else the last. */
export function stepToShow(asked: string | null, done: Done): StepName {
  const named = steps.find(({ address }) => address === asked) ?? steps.find(({ name }) => !done[name]) ?? steps[steps.length - 1];
  return named?.name ?? 'happened';
}

/** The steps on either side; null at the ends. */
export function stepsAround(step: StepName): { before: StepName | null; after: StepName | null } {
  const place = steps.findIndex(({ name }) => name === step);
  return { before: steps[place - 1]?.name ?? null, after: steps[place + 1]?.name ?? null };
}
