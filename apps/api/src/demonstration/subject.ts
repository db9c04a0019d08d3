/** Something a cultural centre writes about. Sentences may hold {title}, {day} (« samedi 28 novembre ») and {hour}. */
export interface Subject {
  theme: string;
  /** Role of who writes, never a person. */
  authorRole: string;
  weight: number;
  /** Months of the year (1 to 12) in which it comes up; absent: all. */
  months?: readonly number[];
  titles: readonly string[];
  texts: readonly string[];
  hashtags: readonly string[];
}
