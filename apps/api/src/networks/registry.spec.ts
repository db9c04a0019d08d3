import { locales, networkDescriptor } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { accountAt, applicationNetwork } from './core/application-network.js';
import { networkSentence } from './core/network-messages.js';
import { findNetwork, listNetworks, networkOf, registry } from './registry.js';

const definitions = listNetworks().flatMap((network) => network.definitions);
const series = Map.groupBy(definitions, ({ network, level, measure }) => `${network} ${level} ${measure}`);

describe('registry', () => {
  it('holds every network once, each valid', () => {
    const names = registry.map(({ descriptor }) => descriptor.network);
    expect(new Set(names).size).toBe(names.length);
    for (const { descriptor } of registry) expect(networkDescriptor.safeParse(descriptor).error).toBeUndefined();
    expect(findNetwork('skype')).toBeNull();
    expect(() => networkOf('skype')).toThrow('skype');
  });

  it('gives every definition an id of its own, made of network, measure and first day', () => {
    const ids = definitions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('facebook.reach.2026-06-15');
    expect(ids).toContain('facebook.channel.followers.origin');
  });

  it.each([...series])('%s: its definitions follow each other without hole or overlap', (_name, periods) => {
    expect(periods[0]?.validFrom).toBeNull();
    expect(periods.at(-1)?.validUntil).toBeNull();
    for (const [position, period] of periods.slice(1).entries()) expect(period.validFrom).toBe(periods[position]?.validUntil);
  });

  it('names every measure that a network gives, and no measure that it does not', () => {
    for (const definition of definitions) {
      const names = Object.values(definition.networkNames);
      expect(names.every((name) => name !== undefined && name !== '' && name.trim() === name)).toBe(true);
      expect(names.length > 0, definition.id).toBe(definition.given);
      expect(definition.basis === 'none', definition.id).toBe(!definition.given);
      expect(definition.source).toMatch(/^https:\/\//);
    }
  });

  it.each([
    { id: 'facebook.views.2025-11-15', comparable: false, before: 'facebook.views.origin' },
    { id: 'facebook.channel.followers.2025-11-15', comparable: false, before: 'facebook.channel.followers.origin' },
    { id: 'facebook.reach.2026-06-15', comparable: false, before: 'facebook.reach.origin' },
    { id: 'facebook.reachOrganic.2026-06-15', comparable: true, before: 'facebook.reachOrganic.origin' },
    { id: 'instagram.reach.2024-09-01', comparable: false, before: 'instagram.reach.origin' },
    { id: 'instagram.views.2025-04-21', comparable: false, before: 'instagram.views.origin' },
    { id: 'youtube.views.2026-08-27', comparable: false, before: 'youtube.views.origin' },
  ])('draws the seam $id', ({ id, comparable, before }) => {
    const definition = definitions.find((candidate) => candidate.id === id);
    expect(definition).toMatchObject({ comparableWithPrevious: comparable, given: true });
    expect(definitions.find((candidate) => candidate.id === before)?.validUntil).toBe(definition?.validFrom);
  });

  it('withdraws organic and paid reach from the API in June 2026, and keeps them in the file', () => {
    const after = (measure: string) => definitions.find(({ id }) => id === `facebook.${measure}.2026-06-15`);
    expect(after('reachOrganic')?.networkNames).toEqual({ file: 'Reach from Organic posts' });
    expect(after('reachFollowers')?.given).toBe(false);
  });

  it('never gives Mastodon a reach: what people did stands in for it', () => {
    const mastodon = networkOf('mastodon');
    expect(mastodon.givesReach).toBe(false);
    expect(mastodon.definitions.filter(({ measure, given }) => measure.startsWith('reach') && given)).toEqual([]);
    expect(mastodon.definitions.filter(({ standIn }) => standIn).map(({ measure }) => measure)).toEqual(['likes', 'comments', 'shares']);
  });

  it.each([
    { network: 'youtube', settings: {}, asks: 'Google' },
    { network: 'instagram', settings: {}, asks: 'facebook' },
    { network: 'instagram', settings: { door: 'instagram' }, asks: 'instagram' },
    { network: 'facebook', settings: {}, asks: 'facebook' },
    { network: 'newsletter', settings: {}, asks: 'newsletter' },
  ])('knows that $asks asks for an account of $network, by the door $settings', ({ network, settings, asks }) => {
    const descriptor = networkOf(network);
    expect(accountAt(descriptor, settings) ?? applicationNetwork(descriptor, settings)).toBe(asks);
  });

  it('says every sentence of a network in every language', () => {
    for (const { messages } of registry) for (const locale of locales) for (const key of ['whereFollowers', 'howToExport', 'limits'] as const) expect(networkSentence(messages, key, locale)).not.toBe('');
  });
});
