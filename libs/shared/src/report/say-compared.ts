import type { ComparedChannel } from '../contract/insight.contract.js';
import type { Recommendation, Verdict } from '../contract/recommendation.contract.js';
import { capitalised } from '../messages/first-letter.js';
import { perLanguage } from '../messages/per-language.js';
import { comparedSentences } from '../messages/sentences/compared.js';
import { speaker, type Speak } from '../messages/speak.js';
import { writing, type Writing } from '../messages/writing.js';
import { usualPeople } from '../metrics/usual-people.js';

export interface ComparedWords { say: Speak<keyof typeof comparedSentences.fr>; write: Writing }

/** The words of a language. */
export const comparedWords = perLanguage((locale): ComparedWords => ({ say: speaker(comparedSentences, locale), write: writing(locale) }));

type NamedChannel = Pick<ComparedChannel, 'channelId' | 'name' | 'network' | 'networkLabel'>;

/** The network's name where it tells the channel from the others, the channel's own name elsewhere. */
export function comparedName(channel: NamedChannel, channels: readonly NamedChannel[]): string {
  return channels.filter(({ network }) => network === channel.network).length === 1 ? channel.networkLabel : channel.name;
}

interface Compared { channels: readonly ComparedChannel[]; records: readonly Recommendation[] | null }

/** What the paired comparison says, in one sentence; null records: they could not be read, and nothing is claimed. */
export function comparedTitle({ channels, records }: Compared, words: ComparedWords): string {
  const { say, write } = words;
  if (channels.length === 0) return say('compared.title.none');
  if (channels.length === 1) return say('compared.title.alone');
  if (records === null) return say('compared.title.plain', { count: channels.length });
  const [more, less] = [namesWith('do_more', { channels, records }, words), namesWith('do_less', { channels, records }, words)];
  if (more.length > 1) return say('compared.title.several', { channels: write.list(more) });
  if (more[0] !== undefined) return say('compared.title.more', { channel: more[0] });
  if (less[0] !== undefined) return say('compared.title.less', { channel: less[0] });
  if (records.some(({ kind, verdict }) => kind === 'comparison' && verdict === 'no_clear_difference')) return say('compared.title.same');
  return say(channels.filter(({ givesReach }) => givesReach).length > 1 ? 'compared.title.tooFew' : 'compared.title.unmeasured');
}

/** Channels with this verdict, the largest difference first, as a sentence begins with them. */
function namesWith(verdict: Verdict, { channels, records }: { channels: Compared['channels']; records: readonly Recommendation[] }, { say }: ComparedWords): string[] {
  return records
    .filter((record) => record.kind === 'comparison' && record.verdict === verdict)
    .toSorted((a, b) => Math.abs(Math.log1p(b.effect ?? 0)) - Math.abs(Math.log1p(a.effect ?? 0)))
    .flatMap(({ channelId }) => channels.filter((channel) => channel.channelId === channelId))
    .map((channel, place) => {
      const name = comparedName(channel, channels);
      if (channel.network !== 'newsletter' || name !== channel.networkLabel) return name;
      // A newsletter is no proper name; names of channels are written as their owners write them, even where a sentence begins.
      return place === 0 ? capitalised(say('compared.newsletter')) : say('compared.newsletter');
    });
}

/** A larger share of fewer followers may be fewer people: said with each channel's own, where two are known. */
export function sharesAreNotPeople(channels: readonly ComparedChannel[], { say, write }: ComparedWords): string {
  const each = channels.flatMap((channel) => {
    const people = usualPeople(channel.usual.median, channel.followers?.count ?? null);
    if (people === null) return [];
    return [{ people, text: say('compared.people.each', { channel: comparedName(channel, channels), people: say('compared.people.count', { count: people, people: write.number(people, 0) }) }) }];
  });
  if (each.length < 2) return say('compared.people');
  const sorted = each.toSorted((a, b) => b.people - a.people).map(({ text }) => text);
  return say('compared.people.counted', { people: write.list(sorted) });
}
