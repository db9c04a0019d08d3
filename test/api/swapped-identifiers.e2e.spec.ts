import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiTokens } from '../../apps/api/src/accounts/api-tokens.js';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { People } from '../../apps/api/src/accounts/people.js';
import { TenantTransaction } from '../../apps/api/src/database/tenant-transaction.js';
import { fillEveryTable, type Filled, sumsOfRows } from '../support/every-table.js';
import { reading, write } from '../support/ledger.js';
import { type Door, doors } from '../support/openapi.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { idPlaces, type IdPlace, sampleBody } from '../support/sample-request.js';
import { type Answer, firstMember, type Member, Visitor } from '../support/visitor.js';

interface Side extends Filled {
  personId: string;
  /** A planned post that no experiment has drawn. */
  plannedPostId: string;
}

/** What a body needs beyond its schema to be looked at as far as its identifiers; one that is swapped comes after. */
const alongside = (): Record<string, object> => ({
  'POST /api/v1/organisations/{slug}/channels': { network: 'facebook' },
  'POST /api/v1/organisations/{slug}/connections': { network: 'mastodon', way: 'find', settings: { handle: '@nous@social.exemple.be' } },
  'POST /api/v1/organisations/{slug}/plan/posts': { appointmentDay: '2025-03-06', appointmentId: ours.id },
  'PUT /api/v1/organisations/{slug}/plan/posts/{plannedPostId}': { appointmentDay: '2025-03-06', appointmentId: ours.id },
  'POST /api/v1/organisations/{slug}/plan/experiments': { lastDay: '2025-06-06' },
  'POST /api/v1/organisations/{slug}/imports/{importId}/mapping': { columns: { published_at: 'Date', reach: 'Vus' }, timeZone: 'Europe/Brussels', dateOrder: 'day-first', channelId: ours.channelId },
});
/** Reasons by which a thing is told to be nowhere, or no longer what was seen; an experiment of one slot has none free before the theme is looked at, which the table's key holds. */
const NOWHERE = /-not-found$|-unknown$|^changed-meanwhile$|^experiment-full$/;

let portee: TestPortee;
let us: Member;
let them: Member;
let ours: Side;
let theirs: Side;

const service = <T>(type: abstract new (...parameters: never[]) => T): T => portee.running.app.get<T>(type, { strict: false });

beforeAll(async () => {
  // No worker: what changes was changed by a request.
  portee = await startTestPortee({ role: 'api' }, { now: () => new Date('2025-03-05T09:00:00Z') });
  us = await firstMember(portee.url, 'Chez nous');
  await service(OrganisationsService).create({ name: 'Chez eux', timeZone: 'Europe/Brussels' });
  [ours, theirs] = [await fill('chez-nous'), await fill('chez-eux')];
  const { token } = await service(ApiTokens).create(theirs.id, { name: 'tout', role: 'owner' });
  them = Object.assign(new Visitor(portee.url, { authorization: `Bearer ${token}` }), { slug: 'chez-eux' });
  const posts = [reading('2', '2025-03-02T10:00:00Z')];
  await service(TenantTransaction).run(theirs.id, (manager) => write(manager, theirs.id, { channel: { id: theirs.channelId, network: 'facebook', timeZone: 'Europe/Brussels' }, observedAt: '2025-04-01T10:00:00Z', posts }));
});
afterAll(() => portee?.stop());

async function fill(slug: string): Promise<Side> {
  const organisation = await service(OrganisationsService).bySlug(slug);
  const filled = await service(TenantTransaction).run(organisation.id, (manager) => fillEveryTable(manager, organisation, slug));
  const person = await service(People).create({ name: slug, email: `${slug}@exemple.be`, password: 'un mot de passe assez long', language: 'fr' }, { organisationId: organisation.id, role: 'reader' });
  const plannedPostId = newId();
  await service(TenantTransaction).run(organisation.id, async (manager) => {
    await manager.query(`INSERT INTO planned_post (organisation_id, id, channel_id, title, day, time) VALUES ($1, $2, $3, 'x', '2025-03-06', '18:30')`, [organisation.id, plannedPostId, filled.channelId]);
    await manager.query(`INSERT INTO audit_entry (organisation_id, id, act, actor_kind, subject) SELECT $1::uuid, gen_random_uuid(), 'signed-in', 'portee', $1::uuid::text FROM generate_series(1, 60)`, [organisation.id]);
    await manager.query(`UPDATE import SET state = 'needs-mapping'`);
  });
  return { ...filled, personId: person.id, plannedPostId };
}

const inside = doors().filter(({ right }) => right !== null);
const swaps = inside.flatMap((door) => idPlaces(door).map((place) => ({ door, place })));
const paged = inside.filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor'));

describe('an identifier of another organisation, in one’s own address', () => {
  it('is answered, at every place of a request that takes one, as one that is nowhere; it shows nothing and changes nothing', async () => {
    const before = await rowsOf(theirs);
    const nowhere = { id: newId(), channelId: newId(), postId: newId(), personId: newId(), plannedPostId: newId() };
    const surprises: object[] = [];
    for (const { door, place } of swaps) {
      const answer = await ask(door, place, theirs);
      const toNowhere = await ask(door, place, nowhere);
      if (!isRefused(answer) && !isEmpty(door, answer)) surprises.push({ ...named(door, place), status: answer.status, body: answer.body });
      if (holds(answer.body, place)) surprises.push({ ...named(door, place), tells: answer.body });
      if (wordsOf(answer, theirs) !== wordsOf(toNowhere, nowhere)) surprises.push({ ...named(door, place), theirs: answer.body, nowhere: toNowhere.body });
    }
    expect(surprises).toEqual([]);
    expect(await rowsOf(theirs)).toEqual(before);
  });
});

describe('a cursor of another organisation', () => {
  it.each(paged)('shows nothing of theirs: $name', async ({ path, parameters }) => {
    const address = (slug: string, rest: string) => `${path.replace('{slug}', slug)}?${parameters.some(({ name }) => name === 'limit') ? 'limit=1&' : ''}${rest}`;
    const { nextCursor } = await them.json<{ nextCursor: string | null }>('GET', address(them.slug, ''));
    expect(nextCursor, 'rows enough for a second page').not.toBeNull();
    const { status, body } = await us.get(address(us.slug, `cursor=${nextCursor}`));
    expect([200, 422]).toContain(status);
    const told = JSON.stringify(body);
    for (const secret of [theirs.id, theirs.channelId, theirs.postId, theirs.personId, 'chez-eux']) expect(told).not.toContain(secret);
  });
});

/** An answer without the identifiers that were sent. */
function wordsOf({ body }: Answer, side: Side): string {
  return Object.values(side).reduce((text, id) => text.replaceAll(id, '…'), JSON.stringify(body));
}

function named({ name }: Door, place: IdPlace): object {
  return { door: name, place: `${place.in} ${place.name}` };
}

function isRefused({ status, body }: Answer): boolean {
  return [403, 404, 409, 422].includes(status) && body !== null && typeof body === 'object' && 'reason' in body && NOWHERE.test(String(body.reason));
}

/** A choice among what is listed, of which there is nothing. */
function isEmpty({ method }: Door, { status, body }: Answer): boolean {
  return method === 'GET' && status === 200 && (JSON.stringify(body) === '[]' || JSON.stringify(body).startsWith('{"items":[],'));
}

/** Asks with everything our own but what stands at this place. */
function ask({ name: door, method, path, body, parameters }: Door, swapped: IdPlace, side: Side): Promise<Answer> {
  const at = (where: IdPlace['in'], name: string) => idFor(name, where === swapped.in && name === swapped.name ? side : ours);
  const address = path.replace('{slug}', us.slug).replace('{month}', '2025-03').replace('{day}', '2025-03-06').replaceAll(/\{(\w+)\}/g, (_, name: string) => at('path', name));
  const asked = parameters.filter((one) => one.in === 'query' && (one.required || one.name === swapped.name && swapped.in === 'query'));
  const query = asked.map(({ name }) => `${name}=${/^(from|to)$/.test(name) ? '2025-03-06' : name === 'version' ? '1' : at('query', name)}`).join('&');
  const sent = body === null ? {} : { body: bodyOf(door, sampleBody(body, swapped.in === 'body' ? swapped.name : '', (name) => at('body', name)), swapped) };
  return us.ask(method, query === '' ? address : `${address}?${query}`, sent);
}

function bodyOf(door: string, sampled: unknown, { name }: IdPlace): object {
  const swapped = sampled !== null && typeof sampled === 'object' && name in sampled ? { [name]: Reflect.get(sampled, name) } : {};
  return Object.assign({}, sampled, alongside()[door], swapped);
}

/** Of most kinds an organisation’s thing has the organisation’s own identifier (`fillEveryTable`). */
function idFor(name: string, { id, channelId, postId, personId, plannedPostId }: Side): string {
  const last = name.split('.').findLast((part) => part !== '[]') ?? '';
  if (/channel/i.test(last)) return channelId;
  if (/^posts?ids?$/i.test(last)) return postId;
  if (last === 'plannedPostId') return plannedPostId;
  return last === 'personId' ? personId : id;
}

/** Whether an answer tells something of theirs beyond what was sent. */
function holds(body: unknown, { name }: IdPlace): boolean {
  const text = JSON.stringify(body);
  return [theirs.id, theirs.channelId, theirs.postId, theirs.personId, 'Chez eux', 'chez-eux'].some((one) => one !== idFor(name, theirs) && text.includes(one));
}

/** Every row of an organisation, as a sum for each table. */
function rowsOf({ id }: Side): Promise<Record<string, string>> {
  return service(TenantTransaction).run(id, (manager) => sumsOfRows(manager, id));
}
