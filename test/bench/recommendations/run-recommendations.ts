// npm run bench:recommendations [channels a world] [beginning of a world's name]: the advice held against worlds whose truth is known.
import { adviseChannel, type Advice } from '../../../apps/api/src/recommendations/advise.js';
import { type Choice, choicesOf } from '../../../apps/api/src/recommendations/choices.js';
import { buildDesign } from '../../../apps/api/src/recommendations/design-matrix.js';
import { inventChannel } from './invent-channel.js';
import { Random } from './random.js';
import { worlds } from './worlds.js';

const [channels = 200, only = ''] = [Number(process.argv[2] ?? 200), process.argv[3] ?? ''];
for (const [number, world] of worlds.entries()) {
  if (!world.name.startsWith(only)) continue;
  let [fr, rec, wrong, power, strong, covered, intervals, trueCovered, trues, shownCovered, ms, sign] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const typeM: number[] = [];
  for (let index = 0; index < channels; index += 1) {
    const channel = inventChannel(world, new Random(1_000_003 * (number + 1) + index));
    const start = performance.now();
    const { advice } = adviseChannel(channel.posts);
    ms += performance.now() - start;
    const choices = new Map(choicesOf(buildDesign(channel.posts)).map((choice) => [`${choice.dimension} ${choice.level}`, choice]));
    const design = buildDesign(channel.posts);
    let isFalse = false;
    for (const one of advice) {
      const choice = choices.get(`${one.dimension} ${one.level}`);
      if (!choice || one.effect === null || one.dimension === 'paid') continue;
      const truth = trueContrast(one, choice, { channel, design });
      const [low, high] = [Math.log1p(one.low ?? 0), Math.log1p(one.high ?? 0)];
      const isCovered = truth >= low && truth <= high;
      intervals += 1; covered += Number(isCovered);
      if (Math.abs(truth) >= 0.05) { trues += 1; trueCovered += Number(isCovered); }
      const isAdvice = one.verdict === 'do_more' || one.verdict === 'do_less';
      const side = one.verdict === 'do_more' ? 1 : -1;
      if (Math.abs(truth) >= 0.25 && one.posts >= 8) { strong += 1; power += Number(isAdvice && side * truth > 0); }
      if (!isAdvice) continue;
      rec += 1; shownCovered += Number(isCovered);
      if (side * truth <= Math.log(1.02)) { wrong += 1; isFalse = true; }
      else typeM.push(Math.log1p(one.effect) / truth);
      if (side * truth < 0) sign += 1;
    }
    fr += Number(isFalse);
  }
  const pc = (a: number, b: number) => (b === 0 ? '-' : ((100 * a) / b).toFixed(1));
  typeM.sort((a, b) => a - b);
  process.stdout.write(`${world.name.padEnd(24)} FR ${pc(fr, channels)} FDR ${pc(wrong, rec)} power ${pc(power, strong)} cover ${pc(covered, intervals)} true ${pc(trueCovered, trues)} shown ${pc(shownCovered, rec)} M ${typeM[typeM.length >> 1]?.toFixed(2) ?? '-'} sign ${pc(sign, rec)} ${(ms / channels).toFixed(1)} ms\n`);
}

function trueContrast(one: Advice, choice: Choice, { channel, design }: { channel: ReturnType<typeof inventChannel>; design: ReturnType<typeof buildDesign> }): number {
  if (choice.group === null) return channel.truth(one.dimension, one.level);
  const group = design.groups.find(({ name }) => name === choice.group);
  return (group?.levels ?? []).reduce((sum, level, index) => sum + (choice.weights[(group?.first ?? 0) + index] ?? 0) * channel.truth(one.dimension, level), 0);
}
