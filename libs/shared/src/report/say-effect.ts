import type { AdviceWords } from './advice-words.js';

/** Under one per cent of difference there is nothing to count. */
const TINY = 0.01;

/** Over +100 % people are counted in times: +130 % reads « ×2,3 ». */
export function isInTimes(effect: number): boolean {
  return Math.round(effect * 100) > 100;
}

/** « 2,3 »: how many times as many; +1.3 is 2.3 times. */
export function sayTimes(effect: number, { write }: AdviceWords): string {
  return write.number(1 + effect);
}

/** Without its sign: « 38 % », « moins de 1 % »; « ×2,3 » over 100 %. */
export function saySize(effect: number, words: AdviceWords): string {
  if (Math.abs(effect) < TINY) return words.say('advice.size.tiny');
  if (isInTimes(effect)) return words.say('advice.size.times', { times: sayTimes(effect, words) });
  return words.write.percent(effect < 0 ? Math.min(0.99, -effect) : effect);
}

/** With its sign: « +12 % », « −40 % »; « ×2,3 » needs none, and « 0 % » has none: « moins de 1 % » at the end of a range would not say on which side. */
export function sayEffect(effect: number, words: AdviceWords): string {
  if (isInTimes(effect)) return saySize(effect, words);
  if (Math.round(effect * 100) === 0) return words.write.percent(0);
  return words.say(effect > 0 ? 'advice.size.more' : 'advice.size.fewer', { percent: words.write.percent(Math.min(Math.abs(effect), effect < 0 ? 0.99 : 1)) });
}

/** In times whatever the size: « ×1,9 ». */
export function sayInTimes(effect: number, words: AdviceWords): string {
  return words.say('advice.size.times', { times: sayTimes(effect, words) });
}
