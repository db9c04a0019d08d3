import type { AuditPage, CentreGroup, ComparisonSetting, MonthlyReport, NewHostedOrganisation } from '@portee/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CompareCentresSweep } from '../../apps/api/src/comparison/compare-centres.sweep.js';
import { askDatabase, withClient } from '../support/database-client.js';
import { importFile } from '../support/imports.js';
import { startTestPortee, type TestPortee } from '../support/portee.js';
import { firstMember, type Member, Visitor } from '../support/visitor.js';

const PASSWORD = 'une phrase assez longue';
let now = new Date('2026-11-08T12:00:00Z');
let portee: TestPortee;
const centres: Member[] = [];

const at = (centre: Member, path = '') => `/api/v1/organisations/${centre.slug}/comparison${path}`;
const agree = (centre: Member, agreed: boolean) => centre.json<ComparisonSetting>('PUT', at(centre), { agreed });
const groups = (centre: Member, month = '2026-10') => centre.json<CentreGroup[]>('GET', at(centre, `/${month}`));
const sweep = () => portee.running.app.get(CompareCentresSweep, { strict: false }).sweep();
const ours = (number: number): Member => centres[number] ?? expect.fail();

/** Five posts of a month that each reach so many of a thousand followers. */
function posts(month: string, reach: number, count = 5): string {
  return ['channel,network,post_id,published_at,followers,reach,paid', ...Array.from({ length: count }, (_, day) => `La page,facebook,${month}-${String(day)},${month}-0${String(day + 1)}T10:00:00Z,1000,${String(reach)},false`), ''].join('\n');
}

async function centre(number: number): Promise<Member> {
  const made = await ours(0).json<NewHostedOrganisation>('POST', '/api/v1/hosting/organisations', { name: `Centre ${String(number)}` });
  const owner = new Visitor(portee.url, { origin: portee.url });
  await owner.json('POST', '/api/v1/invitations/accept', { token: new URL(made.link).hash.slice(1), person: { name: 'Responsable', email: `c${String(number)}@exemple.be`, password: PASSWORD } });
  return Object.assign(owner, { slug: made.organisation.slug });
}

beforeAll(async () => {
  portee = await startTestPortee({ publicUrl: null }, { now: () => now });
  centres.push(await firstMember(portee.url, 'Centre 0'));
  for (let number = 1; number <= 6; number += 1) centres.push(await centre(number));
  // 40, 50, 60, 70, 80, 90 people of a thousand, and 500 in a centre that does not agree.
  for (const [number, one] of centres.entries()) {
    await importFile(one, { name: 'a.csv', bytes: posts('2026-10', number === 6 ? 500 : 40 + 10 * number) });
    await importFile(one, { name: 'b.csv', bytes: posts('2026-09', 100, number === 5 ? 4 : 5) });
  }
  for (const one of centres.slice(0, 5)) await agree(one, true);
}, 60_000);
afterAll(() => portee?.stop());

describe('the comparison between centres', () => {
  it('is off until an owner agrees, which the journal tells', async () => {
    expect(await ours(6).json<ComparisonSetting>('GET', at(ours(6)))).toEqual({ agreed: false });
    expect(await ours(0).json<ComparisonSetting>('GET', at(ours(0)))).toEqual({ agreed: true });
    const { items } = await ours(0).json<AuditPage>('GET', `/api/v1/organisations/${ours(0).slug}/audit`);
    expect(items.map(({ act }) => act)).toContain('comparison-joined');
  });

  it('shows nothing with four others', async () => {
    now = new Date('2026-11-20T12:00:00Z');
    await sweep();
    expect(await groups(ours(0))).toEqual([]);
  });

  it('waits until the posts of the month have settled, then shows quartiles and number with five others, rounded', async () => {
    await agree(ours(5), true);
    now = new Date('2026-11-08T12:00:00Z');
    await sweep();
    expect(await groups(ours(0))).toEqual([]);
    now = new Date('2026-11-20T12:00:00Z');
    await sweep();
    // Of 4, 5, 6, 7, 8, 9 people for 100: a quarter of the way is 5.25, half is 6.5, three quarters 7.75.
    expect(await groups(ours(0))).toEqual([{ network: 'facebook', networkLabel: 'Facebook', centres: 6, low: 5.3, middle: 6.5, high: 7.8, own: 4 }]);
    expect(await groups(ours(5))).toMatchObject([{ centres: 6, middle: 6.5, own: 9 }]);
  });

  it('counts no centre with four posts: of six that agreed, five had enough in September', async () => {
    expect(await groups(ours(0), '2026-09')).toEqual([]);
  });

  it('is shown to nobody who gave nothing, and comes into no report', async () => {
    expect(await groups(ours(6))).toEqual([]);
    const report = await ours(0).json<MonthlyReport>('GET', `/api/v1/organisations/${ours(0).slug}/reports/2026-10`);
    expect(JSON.stringify(report)).not.toContain('"middle"');
  });

  it('stays what it was for a month, whoever comes or leaves; who leaves gives nothing more', async () => {
    const before = await groups(ours(0));
    await agree(ours(6), true);
    await agree(ours(1), false);
    await sweep();
    expect(await groups(ours(0))).toEqual(before);
    expect(await groups(ours(6))).toEqual([]);
    // November: six agree, the one who left has posts too.
    for (const [number, one] of centres.entries()) await importFile(one, { name: 'c.csv', bytes: posts('2026-11', 100 + 10 * number) });
    now = new Date('2026-12-20T12:00:00Z');
    await sweep();
    expect(await groups(ours(1), '2026-11')).toEqual([]);
    expect(await groups(ours(0), '2026-11')).toMatchObject([{ centres: 6, low: 12.3, middle: 13.5, high: 14.8 }]);
  });

  it('takes back what was given and not used', async () => {
    await agree(ours(2), false);
    const own = `SELECT m.month FROM centre_median m JOIN organisation o ON o.id = m.organisation_id WHERE o.slug = $1 ORDER BY 1`;
    expect((await askDatabase<{ month: string }>(portee.database.ownerUrl, own, [ours(2).slug])).map(({ month }) => month)).toEqual(['2026-10', '2026-11']);
  });

  it('tells no SQL of the program what another centre gave, and lets it write no group', async () => {
    const [me] = await askDatabase<{ id: string }>(portee.database.ownerUrl, 'SELECT id FROM organisation WHERE slug = $1', [ours(0).slug]);
    await withClient(portee.database.applicationUrl, async (client) => {
      await client.query(`SELECT set_config('app.organisation_id', $1, false)`, [me?.id]);
      expect((await client.query('SELECT DISTINCT organisation_id AS id FROM centre_median')).rows).toEqual([{ id: me?.id }]);
      for (const write of ['UPDATE centre_group SET middle = 1', 'DELETE FROM centre_group', `INSERT INTO centre_group VALUES ('x', '2026-10', 6, 1, 1, 1, now())`]) await expect(client.query(write)).rejects.toThrow('permission denied');
      expect((await client.query(`SELECT keep_centre_group('facebook', '2026-10', now()) AS kept`)).rows).toEqual([{ kept: false }]);
    });
  });
});
