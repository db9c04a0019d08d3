import type { EntityManager } from 'typeorm';
import { ChannelError } from '../channels/channel-error.js';
import { ThemeError } from '../posts/theme-error.js';

/**
 * Makes sure of the channel and the theme that a thing names, and keeps both from being deleted until it is written.
 * @throws ChannelError channel-not-found, ThemeError theme-not-found
 */
export async function holdReferences(manager: EntityManager, organisationId: string, { channelId, themeId }: { channelId: string; themeId: string | null }): Promise<void> {
  const channels = await manager.query<unknown[]>('SELECT 1 FROM channel WHERE organisation_id = $1 AND id = $2 FOR KEY SHARE', [organisationId, channelId]);
  if (channels.length === 0) throw new ChannelError('channel-not-found');
  if (themeId === null) return;
  const themes = await manager.query<unknown[]>('SELECT 1 FROM theme WHERE organisation_id = $1 AND id = $2 FOR KEY SHARE', [organisationId, themeId]);
  if (themes.length === 0) throw new ThemeError('theme-not-found');
}
