import type { Channel } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { channelToShow } from './use-channel.js';

const channel = (id: string, isMain = false): Channel => ({
  id, network: 'facebook', name: id, kind: 'page', externalId: null, audience: null, parentChannelId: null, timeZone: 'Europe/Brussels',
  state: 'file', door: null, isMain, followers: null, posts: 0, observedAt: null,
});

describe('the channel of a page', () => {
  it.each([
    { rule: 'the one that the address names', asked: 'b', expected: 'b' },
    { rule: 'the main one where the address names none', asked: null, expected: 'c' },
    { rule: 'the main one where the address names a channel of nobody', asked: 'removed', expected: 'c' },
  ])('is $rule', ({ asked, expected }) => {
    expect(channelToShow(asked, [channel('a'), channel('b'), channel('c', true)])?.id).toBe(expected);
  });

  it('is the first one where none is main, and nothing without any', () => {
    expect(channelToShow(null, [channel('a'), channel('b')])?.id).toBe('a');
    expect(channelToShow('a', [])).toBeNull();
  });
});
