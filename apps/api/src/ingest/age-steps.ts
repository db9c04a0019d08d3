const HOUR_MS = 3_600_000;

/** A post and the last instant at which it was read; null: it is not known. */
export interface ReadPost {
  publishedAt: Date;
  readAt: Date | null;
}

/** Whether a post is to be read at an instant: it never was, or it has reached an age step since. */
export function isDue({ publishedAt, readAt }: ReadPost, ageStepsHours: readonly number[], at: Date): boolean {
  if (readAt === null) return true;
  return ageStepsHours.some((hours) => {
    const step = publishedAt.getTime() + hours * HOUR_MS;
    return step <= at.getTime() && step > readAt.getTime();
  });
}

/** The first instant after `at` at which one of the posts reaches an age step; null: none will. */
export function nextStepAt(posts: readonly { publishedAt: Date }[], ageStepsHours: readonly number[], at: Date): Date | null {
  const steps = posts.flatMap(({ publishedAt }) => ageStepsHours.map((hours) => publishedAt.getTime() + hours * HOUR_MS));
  const ahead = steps.filter((step) => step > at.getTime());
  return ahead.length === 0 ? null : new Date(ahead.reduce((first, step) => Math.min(first, step)));
}

/** Age in milliseconds after which a post is not read any more. */
export function lastStepMs(ageStepsHours: readonly number[]): number {
  return Math.max(...ageStepsHours) * HOUR_MS;
}
