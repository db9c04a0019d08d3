import { Injectable } from '@nestjs/common';
import { type CreateTheme, type OwnTheme, type TaggedPosts, type TagPosts, type Theme as ThemeView, type UpdateTheme, wordsIn } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { holdLedger } from './hold-ledger.js';
import { tagPosts, unknownPosts } from './tag-posts.query.js';
import { ThemeError } from './theme-error.js';
import { readForeignThemes, readThemes } from './theme-list.query.js';
import { byThemeName, tidyThemeName } from './theme-names.js';
import { claimThemeName, renameTheme } from './theme-names.query.js';
import { Theme } from './theme.entity.js';
import { giveThemesByWords } from './theme-words.query.js';

/** More would tell nothing apart, and each one's words are looked for in every text that comes in. */
const MAX_THEMES = 50;
/** A refusal names so many of the posts it is about. */
const NAMED_POSTS = 5;

/** Themes of an organisation, and which posts have them. Whoever changes them holds the ledger: a post that is being written gets the words that stand in the end. */
@Injectable()
export class ThemesService {
  constructor(private readonly transaction: TenantTransaction) {}

  /** In the order of the alphabet, with those that only files tell of. */
  list(organisationId: string): Promise<ThemeView[]> {
    return this.transaction.run(organisationId, async (manager) => {
      const themes = [...(await readThemes(manager, organisationId, null)), ...(await readForeignThemes(manager, organisationId))];
      return themes.toSorted(byThemeName);
    });
  }

  /** @throws ThemeError theme-name-taken, theme-limit */
  create(organisationId: string, { name: given, words }: CreateTheme): Promise<OwnTheme> {
    return this.change(organisationId, async (manager) => {
      const name = tidyThemeName(given);
      if ((await manager.countBy(Theme, { organisationId })) >= MAX_THEMES) throw new ThemeError('theme-limit', { limit: MAX_THEMES });
      const theme = { organisationId, id: newId(), name, words: distinct(words) };
      await claimThemeName(manager, theme);
      await manager.insert(Theme, theme);
      await giveThemesByWords(manager, organisationId, { themes: [theme], posts: 'all' });
      return viewOf(manager, theme);
    });
  }

  /** Renamed, a theme keeps the posts whose file tells of its earlier name. @throws ThemeError theme-not-found, theme-name-taken */
  update(organisationId: string, id: string, { name: given, words }: UpdateTheme): Promise<OwnTheme> {
    return this.change(organisationId, async (manager) => {
      const before = await findTheme(manager, organisationId, id);
      const name = given === undefined ? before.name : tidyThemeName(given);
      const theme = { organisationId, id, name, words: words === undefined ? before.words : distinct(words) };
      if (name !== before.name) await renameTheme(manager, theme);
      await manager.update(Theme, { organisationId, id }, { words: theme.words });
      if (words !== undefined) await giveThemesByWords(manager, organisationId, { themes: [theme], posts: 'all' });
      return viewOf(manager, theme);
    });
  }

  /** What files tell stays theirs. @throws ThemeError theme-not-found */
  remove(organisationId: string, id: string): Promise<void> {
    return this.change(organisationId, async (manager) => {
      await findTheme(manager, organisationId, id);
      await manager.delete(Theme, { organisationId, id });
    });
  }

  /** @throws ThemeError theme-not-found, theme-posts-unknown */
  tag(organisationId: string, id: string, wanted: TagPosts): Promise<TaggedPosts> {
    return this.change(organisationId, async (manager) => {
      await findTheme(manager, organisationId, id);
      const unknown = await unknownPosts(manager, organisationId, wanted.postIds);
      if (unknown.length > 0) throw new ThemeError('theme-posts-unknown', { count: unknown.length, ids: nameSome(unknown) });
      return { postIds: await tagPosts(manager, { organisationId, id }, wanted) };
    });
  }

  private change<T>(organisationId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.transaction.run(organisationId, async (manager) => {
      await holdLedger(manager, organisationId);
      return work(manager);
    });
  }
}

/** @throws ThemeError theme-not-found  where the organisation has no such theme */
export async function findTheme(manager: EntityManager, organisationId: string, id: string): Promise<Theme> {
  const theme = await manager.findOneBy(Theme, { organisationId, id });
  if (!theme) throw new ThemeError('theme-not-found');
  return theme;
}

async function viewOf(manager: EntityManager, { organisationId, id }: { organisationId: string; id: string }): Promise<OwnTheme> {
  const [view] = await readThemes(manager, organisationId, id);
  if (!view) throw new ThemeError('theme-not-found');
  return view;
}

/** Of words that are looked for alike, the first. */
function distinct(words: readonly string[]): string[] {
  return [...new Map(words.toReversed().map((word) => [wordsIn(word).join(' '), word])).values()].toReversed();
}

function nameSome(ids: readonly string[]): string {
  return [...ids.slice(0, NAMED_POSTS), ...(ids.length > NAMED_POSTS ? ['…'] : [])].join(', ');
}
