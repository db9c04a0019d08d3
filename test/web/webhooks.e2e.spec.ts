import { createServer, type Server } from 'node:http';
import type { WebhookView } from '@portee/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memberOfRole } from '../support/member-of-role.js';
import { asSignedIn, faultsOf, headingOf, looksInBothThemes, visit, waitForHeading } from '../support/signed-in.js';
import { openSite } from '../support/site.js';

let receiver: Server;
let answers: number;
let address: string;
const site = await openSite({ beside: { start: async () => ({ allowPrivateAddresses: true }), close: async () => undefined } });
const at = (path = '') => `/api/v1/organisations/${site.visitor.slug}/webhooks${path}`;
const PAGE = 'reglages/signaux';

beforeAll(async () => {
  receiver = createServer((_request, reply) => { reply.writeHead(answers).end(); });
  await new Promise<void>((listening) => { receiver.listen(0, '127.0.0.1', listening); });
  const bound = receiver.address();
  address = `http://127.0.0.1:${String(typeof bound === 'object' && bound !== null ? bound.port : 0)}/portee`;
});
afterAll(() => { receiver?.closeAllConnections(); receiver?.close(); });
beforeEach(async () => {
  answers = 204;
  if (site.hasNoBrowser) return;
  for (const { id } of await site.visitor.json<WebhookView[]>('GET', at())) await site.visitor.delete(at(`/${id}`));
});

describe.skipIf(site.hasNoBrowser)('signals to other programs', () => {
  it('are set up with a secret shown once, tried, seen to arrive, and ended', async () => {
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/reglages`);
      await page.getByRole('link', { name: 'Signaux' }).click();
      await waitForHeading(page, 'Aucun programme n’est prévenu');
      await page.getByLabel('Adresse').fill(address);
      await page.getByRole('button', { name: 'Prévenir ce programme' }).click();
      await waitForHeading(page, '1 programme est prévenu');
      expect(await page.getByRole('textbox', { name: /^Le secret pour/u }).inputValue()).toMatch(/^whsec_/);
      await page.getByRole('button', { name: /^Envoyer un essai/u }).click();
      await page.getByText(/arrivé/u).waitFor();
      await page.getByRole('button', { name: /^Ne plus prévenir/u }).click();
      await page.getByRole('button', { name: 'Retirer : rien ne sera plus envoyé' }).click();
      await waitForHeading(page, 'Aucun programme n’est prévenu');
    });
  });

  it('say why nothing arrives, and what is no address', async () => {
    answers = 500;
    await site.onPage({}, async (page, home) => {
      await visit(page, `${home}/${PAGE}`);
      await page.getByLabel('Adresse').fill('outil.exemple.be');
      await page.getByRole('button', { name: 'Prévenir ce programme' }).click();
      await page.getByText('Donnez une adresse entière').waitFor();
      await page.getByLabel('Adresse').fill(address);
      await page.getByRole('button', { name: 'Prévenir ce programme' }).click();
      await page.getByRole('button', { name: /^Envoyer un essai/u }).click();
      await page.getByText('L’adresse a répondu 500.').waitFor();
      await page.getByText(/Prochain essai/u).waitFor();
    });
  });

  it('are the matter of owners', async () => {
    const coordinator = await memberOfRole('coordinator', { portee: site.portee, slug: site.visitor.slug });
    await asSignedIn({ browser: site.browser, visitor: coordinator, look: {} }, async (page) => {
      await visit(page, `/o/${site.visitor.slug}/${PAGE}`);
      expect(await headingOf(page)).toBe('Signaux');
      await page.getByText('Les responsables du centre choisissent').waitFor();
    });
  });

  it.each(looksInBothThemes)('have no fault, one just made and tried: $width $theme', async (look) => {
    await site.onPage(look, async (page, home) => {
      await visit(page, `${home}/${PAGE}`);
      await page.getByLabel('Adresse').fill(address);
      await page.getByRole('button', { name: 'Prévenir ce programme' }).click();
      await page.getByRole('button', { name: /^Envoyer un essai/u }).click();
      await page.getByText(/arrivé/u).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
  });
});
