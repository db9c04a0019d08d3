import type { ChannelReport, Note } from '@portee/shared';
import { lazy, Suspense, type ReactNode } from 'react';
import { LoadingState } from '../states.js';

/** The chart library comes in a file of its own, after the sentence of the month stands. */
const YearStaff = lazy(async () => ({ default: (await import('./year-staff.js')).YearStaff }));

interface YearProps { main: ChannelReport; notes: readonly Note[]; month: string }

export function YearSection(props: YearProps): ReactNode {
  return <Suspense fallback={<LoadingState />}><YearStaff {...props} /></Suspense>;
}
