/** Mistypings that cost nothing. */
const FREE = 5;
/** So many failures of one account from elsewhere within an hour are an attack, and nobody mistypes his way through it. */
const ATTACK = 50;
const FREE_UNDER_ATTACK = 2;
const LONGEST_SECONDS = 15 * 60;

/**
 * How long to wait since the last failure. After the free ones two seconds, then twice as long each time, a quarter of an hour at most. While an
 * account is attacked from elsewhere, each further network has two tries, which is what its person needs, and then the longest wait.
 */
export function waitSeconds({ failures, elsewhere }: { failures: number; elsewhere: number }): number {
  if (elsewhere >= ATTACK) return failures < FREE_UNDER_ATTACK ? 0 : LONGEST_SECONDS;
  return failures < FREE ? 0 : Math.min(LONGEST_SECONDS, 2 ** (failures - FREE + 1));
}
