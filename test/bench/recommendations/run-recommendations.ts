// npm run bench:recommendations -- [channels a world] [beginning of a world's name]: advice held against worlds whose truth is known.
import { inventChannel } from './invent-channel.js';
import { Random } from './random.js';
import { type Scored, scoreChannel } from './score-channel.js';
import { type World, worlds } from './worlds.js';

const SEED = 1_000_003;
const [channels, beginning] = [Number(process.argv[2] ?? 200), process.argv[3] ?? ''];

function play(world: World, number: number): string {
  const played = Array.from({ length: channels }, (_, index) => scoreChannel(inventChannel(world, new Random(SEED * (number + 1) + index))));
  const levels = played.flatMap((channel) => channel.levels);
  const advice = levels.filter(({ isRight, isFalse }) => isRight || isFalse);
  const ratios = levels.filter(({ isRight }) => isRight).map(({ shown, truth }) => shown / truth).toSorted((a, b) => a - b);
  return [
    world.name.padEnd(24),
    `FR ${percent(played.filter((channel) => channel.levels.some(({ isFalse }) => isFalse)).length, channels)}`,
    `FDR ${share(advice, ({ isFalse }) => isFalse)}`,
    `power ${share(levels.filter(({ isGreat }) => isGreat), ({ isRight }) => isRight)}`,
    `covers ${share(levels, ({ isCovered }) => isCovered)}`,
    `of differences ${share(levels.filter(({ isDifferent }) => isDifferent), ({ isCovered }) => isCovered)}`,
    `of advice ${share(advice, ({ isCovered }) => isCovered)}`,
    `type M ${ratios[ratios.length >> 1]?.toFixed(2) ?? '-'}`,
    `wrong sign ${share(advice, ({ isWrongSign }) => isWrongSign)}`,
    `${(played.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / channels).toFixed(1)} ms a channel`,
  ].join('  ');
}

function share(levels: readonly Scored[], is: (level: Scored) => boolean): string {
  return percent(levels.filter(is).length, levels.length);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

for (const [number, world] of worlds.entries()) {
  if (world.name.startsWith(beginning)) process.stdout.write(`${play(world, number)}\n`);
}
