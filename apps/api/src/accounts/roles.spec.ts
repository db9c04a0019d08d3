import { roles } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { leastRole, mayActAs } from './roles.js';

describe('roles', () => {
  it.each([
    ['owner', true, true, true],
    ['coordinator', true, true, false],
    ['contributor', true, false, false],
    ['reader', false, false, false],
  ] as const)('%s: imports files %s, manages channels %s, manages tokens %s', (role, imports, channels, tokens) => {
    expect(mayActAs(role, leastRole.importFiles)).toBe(imports);
    expect(mayActAs(role, leastRole.manageChannels)).toBe(channels);
    expect(mayActAs(role, leastRole.manageTokens)).toBe(tokens);
    expect(mayActAs(role, leastRole.readFigures)).toBe(true);
  });

  it('each includes itself', () => {
    for (const role of roles) expect(mayActAs(role, role)).toBe(true);
  });
});
