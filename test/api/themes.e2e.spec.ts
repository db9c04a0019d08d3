import { hasThemeWord, type OwnTheme, type Post, type PostPage, type TaggedPosts, type Theme } from '@portee/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiTokens } from '../../apps/api/src/accounts/api-tokens.js';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { giveThemesByWords } from '../../apps/api/src/posts/theme-words.query.js';
import { importFile } from '../support/imports.js';
import { addChannel, reading, write } from '../support/ledger.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const HEADER = 'channel,network,post_id,published_at,paid,followers,reach,text,observed_at,themes';
/** A post of a file: its text, and the themes it tells. */
type Line = readonly [id: string, text: string, themes?: string];

let portee: TestPortee;
let visitor: Member;

const door = (path: string) => `/api/v1/organisations/${visitor.slug}/${path}`;
const act = <T>(method: string, path: string, body?: unknown) => visitor.json<T>(method, door(path), body);
const themes = () => act<Theme[]>('GET', 'themes');
const create = (name: string, words: readonly string[] = []) => act<OwnTheme>('POST', 'themes', { name, words });
const tag = (theme: OwnTheme, action: 'add' | 'remove', ...posts: Post[]) => act<TaggedPosts>('POST', `themes/${theme.id}/posts`, { action, postIds: posts.map(({ id }) => id) });
const send = (lines: readonly Line[], day = '01') => importFile(visitor, { name: 'fichier.csv', bytes: [HEADER, ...lines.map(([id, text, told = '']) => `La page,facebook,${id},2025-03-04T18:00:00Z,0,900,50,"${text}",2025-04-${day}T00:00:00Z,${told}`)].join('\n') });

/** Names of the themes of each post, by the post's own identifier. */
async function held(query = ''): Promise<Record<string, string[]>> {
  const { items } = await act<PostPage>('GET', `posts?limit=200${query}`);
  return Object.fromEntries(items.map((post) => [post.externalId, post.themes.map(({ name }) => name)]));
}

async function post(externalId: string): Promise<Post> {
  const found = (await act<PostPage>('GET', 'posts?limit=200')).items.find((one) => one.externalId === externalId);
  if (!found) throw new Error(`no post ${externalId}`);
  return found;
}

beforeAll(async () => {
  portee = await startTestPortee();
  visitor = await firstMember(portee.url);
});
afterAll(() => portee?.stop());
beforeEach(async () => {
  for (const { id } of await act<{ id: string }[]>('GET', 'channels')) await visitor.send('DELETE', door(`channels/${id}`));
  for (const { id } of await themes()) await visitor.send('DELETE', door(`themes/${id}`));
});

describe('a theme with words', () => {
  it('is had by every post whose text holds one, whichever comes first', async () => {
    await send([['a', 'Un atelier samedi'], ['b', 'Nos #ateliers'], ['c', 'Vernissage vendredi']]);
    expect(await create('Ateliers', ['atelier', '#ateliers'])).toMatchObject({ posts: 2, givenByHand: 0, toldByFiles: 0 });
    await send([['d', 'L’ATELIER reprend'], ['e', 'Rien']]);
    expect(await held()).toEqual({ a: ['Ateliers'], b: ['Ateliers'], c: [], d: ['Ateliers'], e: [] });
  });

  it('follows a text that changes, and goes back with it when the import is undone', async () => {
    await create('Ateliers', ['atelier']);
    await create('Expositions', ['vernissage']);
    await send([['a', 'Un atelier samedi'], ['b', 'Un atelier dimanche']]);
    const later = await send([['a', 'Un vernissage samedi']], '02');
    expect(await held()).toEqual({ a: ['Expositions'], b: ['Ateliers'] });
    await act('DELETE', `imports/${later.id}`);
    expect(await held()).toEqual({ a: ['Ateliers'], b: ['Ateliers'] });
  });

  it('follows its words, but not against what a person decided', async () => {
    await send([['a', 'Un atelier'], ['b', 'Un atelier encore'], ['c', 'Un vernissage']]);
    const theme = await create('Ateliers', ['atelier']);
    await tag(theme, 'remove', await post('b'));
    await tag(theme, 'add', await post('c'));
    expect(await act<Theme>('PATCH', `themes/${theme.id}`, { words: ['encore'] })).toMatchObject({ posts: 1, givenByHand: 1 });
    expect(await held()).toEqual({ a: [], b: [], c: ['Ateliers'] });
    await act('PATCH', `themes/${theme.id}`, { words: [] });
    await act('PATCH', `themes/${theme.id}`, { words: ['atelier', 'ATELIER', '# atelier'] });
    expect(await held()).toEqual({ a: ['Ateliers'], b: [], c: ['Ateliers'] });
    expect((await themes())[0]?.words).toEqual(['atelier']);
    await act('PATCH', `themes/${theme.id}`, { words: [] });
    await tag(theme, 'add', await post('b'));
    expect(await themes()).toMatchObject([{ posts: 2, givenByHand: 2 }]); // no word gives it any more: the hand alone does
  });
});

describe('a theme given by hand', () => {
  it('is found by it, counted, and taken back by the posts that the answer names', async () => {
    await send([['a', 'Un atelier'], ['b', 'Un concert'], ['c', 'Un film']]);
    const theme = await create('Coup de cœur', ['atelier']);
    const [a, b] = [await post('a'), await post('b')];
    const given = await tag(theme, 'add', b, a, b);
    expect(given).toEqual({ postIds: [b.id] });
    expect(Object.keys(await held(`&theme=${theme.id}`)).toSorted()).toEqual(['a', 'b']);
    expect(await themes()).toMatchObject([{ name: 'Coup de cœur', posts: 2, givenByHand: 1 }]);
    await act('POST', `themes/${theme.id}/posts`, { action: 'remove', ...given });
    expect(await held()).toEqual({ a: ['Coup de cœur'], b: [], c: [] });
    const taken = await tag(theme, 'remove', a, b);
    expect(taken).toEqual({ postIds: [a.id] });
    await act('POST', `themes/${theme.id}/posts`, { action: 'add', ...taken });
    expect(await themes()).toMatchObject([{ posts: 1, givenByHand: 0 }]);
  });

  it('refuses posts that do not exist, names them, and changes none', async () => {
    await send([['a', 'Un atelier']]);
    const theme = await create('Ateliers');
    const stranger = '019aa000-0000-7000-8000-000000000000';
    const answer = await visitor.post(door(`themes/${theme.id}/posts`), { action: 'add', postIds: [(await post('a')).id, stranger] });
    expect(answer).toMatchObject({ status: 422, body: { reason: 'theme-posts-unknown' } });
    expect(JSON.stringify(answer.body)).toContain(stranger);
    expect(await held()).toEqual({ a: [] });
  });
});

describe('a theme told by a file', () => {
  it('and one of the same name are one, accents kept; another is shown without id until it is created', async () => {
    await send([['a', 'x', 'Théâtre;jazz'], ['b', 'x', 'theatre'], ['c', 'x', 'THÉÂTRE'], ['d', 'Une pièce']]);
    expect((await themes()).map(({ id, name, posts }) => [id, name, posts])).toEqual([[null, 'jazz', 1], [null, 'theatre', 1], [null, 'THÉÂTRE', 2]]);
    const theme = await create('théâtre', ['pièce']);
    expect(theme).toMatchObject({ posts: 3, toldByFiles: 2 });
    expect(await held()).toEqual({ a: ['jazz', 'théâtre'], b: ['theatre'], c: ['théâtre'], d: ['théâtre'] });
    expect(Object.keys(await held(`&theme=${theme.id}`)).toSorted()).toEqual(['a', 'c', 'd']);
    expect(await themes()).toMatchObject([{ id: null, name: 'jazz' }, { id: null, name: 'theatre' }, { id: theme.id, posts: 3 }]);
  });

  it('is taken away by hand, and given back', async () => {
    await send([['a', 'x', 'jazz']]);
    const theme = await create('Jazz');
    const a = await post('a');
    expect(await tag(theme, 'remove', a)).toEqual({ postIds: [a.id] });
    expect(await held()).toEqual({ a: [] });
    expect(await themes()).toMatchObject([{ posts: 0, toldByFiles: 0 }]);
    await tag(theme, 'add', a);
    expect(await themes()).toMatchObject([{ posts: 1, toldByFiles: 1, givenByHand: 0 }]);
  });

  it('keeps its posts when it is renamed, those of the next file too, until another theme takes the old name', async () => {
    await send([['a', 'x', 'jazz']]);
    const theme = await create('Jazz');
    await act('PATCH', `themes/${theme.id}`, { name: 'Musique' });
    await send([['b', 'x', 'JAZZ'], ['c', 'x', 'musique']]);
    expect(await held()).toEqual({ a: ['Musique'], b: ['Musique'], c: ['Musique'] });
    await create('jazz');
    expect(await held()).toEqual({ a: ['jazz'], b: ['jazz'], c: ['Musique'] });
  });

  it('stays with the posts when the theme is deleted; all else is lost', async () => {
    await send([['a', 'x', 'jazz'], ['b', 'Un concert'], ['c', 'x']]);
    const theme = await create('Jazz', ['concert']);
    await tag(theme, 'add', await post('c'));
    await visitor.delete(door(`themes/${theme.id}`));
    expect(await held()).toEqual({ a: ['jazz'], b: [], c: [] });
  });

  it('leaves with the others in the CSV, and comes back by it', async () => {
    await send([['a', 'Un atelier', 'jazz'], ['b', 'x']]);
    const theme = await create('Ateliers', ['atelier']);
    const csv = await (await visitor.send('GET', door(`posts.csv?theme=${theme.id}`))).text();
    expect(csv.trim().split('\n')).toHaveLength(2);
    await visitor.send('DELETE', door(`themes/${theme.id}`));
    await visitor.send('DELETE', door(`channels/${(await post('a')).channelId}`));
    await importFile(visitor, { name: 'retour.csv', bytes: csv });
    expect(await held()).toEqual({ a: ['Ateliers', 'jazz'] });
  });
});

describe('names and rights', () => {
  it('one name is one theme’s, in any case, and only the theme itself may write it otherwise', async () => {
    const theme = await create('  Été   2026 ');
    expect(theme.name).toBe('Été 2026');
    expect(await visitor.post(door('themes'), { name: 'ÉTÉ 2026' })).toMatchObject({ status: 409, body: { reason: 'theme-name-taken' } });
    const other = await create('Ete 2026');
    expect(await visitor.patch(door(`themes/${other.id}`), { name: 'été 2026' })).toMatchObject({ status: 409, body: { reason: 'theme-name-taken' } });
    expect(await act<Theme>('PATCH', `themes/${theme.id}`, { name: 'été 2026' })).toMatchObject({ name: 'été 2026' });
  });

  it.each([
    [{ name: 'a;b' }, 'name'], [{ name: ' ' }, 'name'], [{ name: 'x', words: ['🎭🎭'] }, 'words.0'], [{ name: 'x', words: ['à'] }, 'words.0'],
    [{ name: 'x', words: Array.from({ length: 31 }, (_, number) => `mot${String(number)}`) }, 'words'],
  ])('%j is refused at %s', async (body, path) => {
    expect(await visitor.post(door('themes'), body)).toMatchObject({ status: 422, body: { reason: 'invalid-input', fields: [{ path }] } });
  });

  it('a theme that does not exist is not found, at any of its doors', async () => {
    const id = '019aa000-0000-7000-8000-000000000000';
    const answers = [
      await visitor.patch(door(`themes/${id}`), { name: 'x' }), await visitor.delete(door(`themes/${id}`)), await visitor.get(door(`posts?theme=${id}`)), await visitor.get(door(`posts.csv?theme=${id}`)),
      await visitor.post(door(`themes/${id}/posts`), { action: 'add', postIds: [id] }),
    ];
    expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(answers.map(() => ({ status: 404, body: expect.objectContaining({ reason: 'theme-not-found' }) })));
  });

  it('fifty are enough', async () => {
    const { id } = await portee.running.app.get(OrganisationsService, { strict: false }).bySlug(visitor.slug);
    await portee.running.app.get(TenantTransaction, { strict: false }).run(id, (manager) => manager.query(`INSERT INTO theme (organisation_id, id, name) SELECT $1, gen_random_uuid(), 'Thème ' || n FROM generate_series(1, 49) n`, [id]));
    await create('Le cinquantième');
    expect(await visitor.post(door('themes'), { name: 'Un de trop' })).toMatchObject({ status: 409, body: { reason: 'theme-limit' } });
  });

  it('a contributor makes and gives themes, and leaves theirs to the others', async () => {
    await send([['a', 'x']]);
    const { id } = await portee.running.app.get(OrganisationsService, { strict: false }).bySlug(visitor.slug);
    const { token } = await portee.running.app.get(ApiTokens, { strict: false }).create(id, { name: 'stage', role: 'contributor' });
    const contributor = new Visitor(portee.url, { authorization: `Bearer ${token}` });
    const theme = await contributor.json<OwnTheme>('POST', door('themes'), { name: 'Stages' });
    expect(await contributor.json('POST', door(`themes/${theme.id}/posts`), { action: 'add', postIds: [(await post('a')).id] })).toMatchObject({ postIds: [expect.any(String)] });
    expect((await contributor.patch(door(`themes/${theme.id}`), { name: 'x' })).status).toBe(403);
    expect((await contributor.delete(door(`themes/${theme.id}`))).status).toBe(403);
  });
});

describe('what the database finds', () => {
  const piece = fc.oneof(
    fc.constantFrom('atelier', 'Ateliers', 'été', 'jeune', 'public', '#', '##', ' ', '\n', '\u202F', '’', '_', '.*', '\\', '(', '[^a]', '|', '***:', '(?i)', '$', '🎭', 'œuvre', 'ß', 'İ', 'ΑΣ', 'm²', '٣', '、', '\u200B', 'e\u0301'),
    fc.integer({ min: 1, max: 0x10_ff_ff }).map((code) => String.fromCodePoint(code)),
  );
  const anyText = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('').toWellFormed());
  const anyWord = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('').toWellFormed());

  it('is what hasThemeWord finds, whatever people write', async () => {
    const transaction = portee.running.app.get(TenantTransaction, { strict: false });
    const organisation = await portee.running.app.get(OrganisationsService, { strict: false }).bySlug(visitor.slug);
    const channel = await transaction.run(organisation.id, (manager) => addChannel(manager, organisation, 'facebook'));
    const { id } = await create('Tout');
    await fc.assert(fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 40 }), fc.array(anyWord, { minLength: 1, maxLength: 5 }), async (texts, words) => {
      const asked = await transaction.run(organisation.id, async (manager) => {
        await manager.query('DELETE FROM post WHERE organisation_id = $1', [organisation.id]);
        await write(manager, organisation.id, { channel, observedAt: '2025-04-01T00:00:00Z', posts: texts.map((text, place) => reading(String(place), '2025-03-01T00:00:00Z', { text })) });
        await giveThemesByWords(manager, organisation.id, { themes: [{ id, words }], posts: 'all' });
        const rows: { place: number }[] = await manager.query('SELECT p.external_id::int AS place FROM post_theme g JOIN post p ON p.organisation_id = $1 AND p.id = g.post_id WHERE g.organisation_id = $1 AND g.by_words', [organisation.id]);
        return rows.map(({ place }) => place).toSorted((a, b) => a - b);
      });
      expect(asked).toEqual(texts.flatMap((text, place) => (hasThemeWord(text, words) ? [place] : [])));
    }), { numRuns: 40 });
  });
});
