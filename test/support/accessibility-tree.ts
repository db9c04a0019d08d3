import type { Page } from 'playwright-core';
import { z } from 'zod';
import { plain } from './signed-in.js';

/** A thing as the browser hands it to a screen reader. */
export interface Heard { role: string; name: string }

const value = z.object({ value: z.unknown() }).optional();
const tree = z.object({ nodes: z.array(z.object({ ignored: z.boolean(), role: value, name: value })) });

/** The browser's own accessibility tree of a page, in its order: what is really read out, whatever the elements say. */
export async function accessibilityTree(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = tree.parse(await session.send('Accessibility.getFullAXTree'));
    return nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => ({ role: textOf(role), name: textOf(name) }));
  } finally {
    await session.detach();
  }
}

function textOf(said: { value: unknown } | undefined): string {
  return typeof said?.value === 'string' ? plain(said.value) : '';
}
