/** What the team has really done, as it stands. */
export interface Done { hasReadings: boolean; isMonthMeasured: boolean; decisions: number; appointments: number; comment: string | null }
export const firstWeekSteps = ['import', 'look', 'decide', 'plan', 'comment'] as const;
export type FirstWeekStep = (typeof firstWeekSteps)[number];

/** Which steps are done: read from what stands, whoever did it; a step can come undone. */
export function stepsDone({ hasReadings, isMonthMeasured, decisions, appointments, comment }: Done): Record<FirstWeekStep, boolean> {
  return { import: hasReadings, look: isMonthMeasured, decide: decisions > 0, plan: appointments > 0, comment: comment !== null && comment !== '' };
}
