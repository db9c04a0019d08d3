/** In the plan's address: the recommendation of which an experiment is being prepared. */
export const TEST_PARAMETER = 'essai';

/** Where one prepares an experiment on a recommendation. */
export function testPath(slug: string, recommendationId: string): string {
  return `/o/${slug}/plan?${TEST_PARAMETER}=${encodeURIComponent(recommendationId)}`;
}
