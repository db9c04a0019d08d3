import type { report as french } from '../fr/report.js';

export const report: Record<keyof typeof french, string> = {};
