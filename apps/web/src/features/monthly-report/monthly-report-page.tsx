import type { ReactNode } from 'react';
export function MonthlyReportPage(): ReactNode { return null; }
