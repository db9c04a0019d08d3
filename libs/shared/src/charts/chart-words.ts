/** Everything a staff chart says, in one language. `staffWords(locale)` of the messages makes it. */
export interface StaffWords {
  /** BCP 47, for Chart.js itself. */
  intlLocale: string;
  /** On a line of the staff: « 6 », « 1,5 » people for 100 followers. */
  line(rate: number): string;
  /** At the line's end: « 6 pour 100 », « moins de 1 pour 100 ». */
  value(rate: number): string;
  /** The same where there is only room for the figure: « 6 », « < 1 ». */
  shortValue(rate: number): string;
  /** In tables: « 5,6 ». */
  exact(rate: number): string;
  inMonth(month: string): string;
  /** « octobre 2026 » */
  monthAndYear(month: string): string;
  /** Under the staff: « oct. », and « o » on a phone. */
  shortMonth(month: string): string;
  monthLetter(month: string): string;
  shortDay(day: string): string;
  longDay(day: string): string;
  notMeasured: string;
  growing: string;
  countedBefore: string;
  countedSince(day: string): string;
  /** For a pointer over a post or over a month's head. */
  postTip(post: { day: string; rate: number; paid: boolean | null }): string[];
  monthTip(part: { month: string; median: number; low: number | null; high: number | null; posts: number }): string[];
}
