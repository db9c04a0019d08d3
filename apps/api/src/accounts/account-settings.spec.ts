import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../config/env.js';
import { accountSettings, isLoopback } from './account-settings.js';

const settings = (host: string, key: string) => accountSettings({ ...readEnvironment({}), host }, 'postgres://x', key);

describe('account settings', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.4', false],
    ['127.0.0.1.exemple.be', false],
  ])('%s is reached by this machine alone: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
    expect(settings(host, 'a key').setupCode === null).toBe(expected);
  });

  it('every process of an installation agrees on the code and on the sessions’ secret, no other one does', () => {
    const [one, same, other] = [settings('0.0.0.0', 'a key'), settings('0.0.0.0', 'a key'), settings('0.0.0.0', 'another')];
    expect(same).toEqual(one);
    expect(other.setupCode).not.toBe(one.setupCode);
    expect(other.sessionSecret).not.toBe(one.sessionSecret);
    expect(one.sessionSecret).not.toContain('a key');
  });
});
