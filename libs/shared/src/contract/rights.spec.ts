import { describe, expect, it } from 'vitest';
import { tokenScopes } from './choices.js';
import { includes, leastRole, may } from './rights.js';
import { roles } from './roles.js';
import { leastRoleOf, rightsOfScope } from './token-scopes.js';

describe('roles', () => {
  it.each([
    ['owner', true, true, true],
    ['coordinator', true, true, false],
    ['contributor', true, false, false],
    ['reader', false, false, false],
  ] as const)('%s: imports files %s, manages channels %s, manages tokens %s', (role, imports, channels, tokens) => {
    expect(may(role, 'importFiles')).toBe(imports);
    expect(may(role, 'manageChannels')).toBe(channels);
    expect(may(role, 'manageTokens')).toBe(tokens);
    expect(may(role, 'readFigures')).toBe(true);
  });

  it('each includes itself and those after it, none before it', () => {
    roles.forEach((role, place) => { roles.forEach((other, otherPlace) => { expect(includes(role, other)).toBe(place <= otherPlace); }); });
  });

  it('each right is somebody’s, and the owner’s', () => {
    for (const least of Object.values(leastRole)) expect(includes('owner', least)).toBe(true);
  });
});

describe('the table of scopes', () => {
  it('gives a key the least role that may all it is for', () => {
    for (const scope of tokenScopes) for (const right of rightsOfScope(scope)) expect(may(leastRoleOf([scope]), right)).toBe(true);
    expect(leastRoleOf(['read', 'enter'])).toBe('contributor');
    expect(leastRoleOf(['plan', 'read'])).toBe('coordinator');
    expect(leastRoleOf(['read'])).toBe('reader');
  });

  it('knows no scope under which a program may manage people or make keys', () => {
    expect(tokenScopes.flatMap(rightsOfScope)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^manage(People|Tokens)$/)]));
  });
});
