import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import {
  type CreateTheme, type OwnTheme, type TaggedPosts, type TagPosts, type Theme, type UpdateTheme, createTheme, ownTheme, taggedPosts, tagPosts, theme, updateTheme, uuid,
} from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { ThemesService } from './themes.service.js';

const id = { schema: uuid };

/** Tags that a team gives to its posts, by hand or by words. */
@Controller('organisations/:slug/themes')
export class ThemesController {
  constructor(private readonly themes: ThemesService) {}

  @Get()
  @Answers(theme.array())
  list(@CurrentOrganisation() organisation: OrganisationContext): Promise<Theme[]> {
    return this.themes.list(organisation.id);
  }

  @Post()
  @Needs('tagPosts')
  @Answers(ownTheme, { status: 201 })
  create(@CurrentOrganisation() organisation: OrganisationContext, @Body({ schema: createTheme }) body: CreateTheme): Promise<OwnTheme> {
    return this.themes.create(organisation.id, body);
  }

  @Patch(':themeId')
  @Needs('manageThemes')
  @Answers(ownTheme)
  update(@CurrentOrganisation() organisation: OrganisationContext, @Param('themeId', id) themeId: string, @Body({ schema: updateTheme }) body: UpdateTheme): Promise<OwnTheme> {
    return this.themes.update(organisation.id, themeId, body);
  }

  @Delete(':themeId')
  @Needs('manageThemes')
  @AnswersNothing()
  remove(@CurrentOrganisation() organisation: OrganisationContext, @Param('themeId', id) themeId: string): Promise<void> {
    return this.themes.remove(organisation.id, themeId);
  }

  /** Gives the theme to posts, or takes it from them; the answer names those that changed. */
  @Post(':themeId/posts')
  @Needs('tagPosts')
  @Answers(taggedPosts)
  tag(@CurrentOrganisation() organisation: OrganisationContext, @Param('themeId', id) themeId: string, @Body({ schema: tagPosts }) body: TagPosts): Promise<TaggedPosts> {
    return this.themes.tag(organisation.id, themeId, body);
  }
}
