import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { type HandLink, handLink, type KeptAppointment, keptAppointment, type LinkPost, linkPost, type PlanFate, planFate, type PlanQuery, planQuery, type PostLink, postLink, type TakenBack, takenBack, uuid } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { PostLinksService } from './post-links.service.js';

const id = { schema: uuid };

/** Which published post fills which plan. */
@Controller('organisations/:slug/plan')
@Needs('planPosts')
export class PostLinksController {
  constructor(private readonly links: PostLinksService) {}

  /** « 9 jeudis sur 10 » : how far each appointment was kept. Local days, both included, 400 at most. */
  @Get('kept')
  @Needs('readFigures')
  @Answers(keptAppointment.array())
  kept(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: planQuery }) query: PlanQuery): Promise<KeptAppointment[]> {
    return this.links.kept(organisation.id, query);
  }

  /** What became of every entry of the calendar, in its order. */
  @Get('fates')
  @Needs('readFigures')
  @Answers(planFate.array())
  fates(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: planQuery }) query: PlanQuery): Promise<PlanFate[]> {
    return this.links.fates(organisation.id, query);
  }

  /** Every post published, with the entry of the calendar that it fills. */
  @Get('links')
  @Needs('readFigures')
  @Answers(postLink.array())
  list(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: planQuery }) query: PlanQuery): Promise<PostLink[]> {
    return this.links.links(organisation.id, query);
  }

  /** What somebody says stays, whatever it looks like. */
  @Put('links/:postId')
  @Answers(handLink)
  say(@CurrentOrganisation() { id: organisationId, role }: OrganisationContext, @Param('postId', id) postId: string, @Body({ schema: linkPost }) body: LinkPost): Promise<HandLink> {
    return this.links.say({ organisationId, role }, postId, body);
  }

  /** It is as found again. */
  @Delete('links/:postId')
  @AnswersNothing()
  takeBack(@CurrentOrganisation() { id: organisationId, role }: OrganisationContext, @Param('postId', id) postId: string, @Query({ schema: takenBack }) { version }: TakenBack): Promise<void> {
    return this.links.takeBack({ organisationId, role }, postId, version);
  }
}
