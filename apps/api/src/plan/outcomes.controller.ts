import { Controller, Get } from '@nestjs/common';
import { type PlanOutcome, planOutcome } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { OutcomesService } from './outcomes.service.js';

/** What became of lines of the plan. */
@Controller('organisations/:slug/plan/outcomes')
@Needs('readFigures')
export class OutcomesController {
  constructor(private readonly outcomes: OutcomesService) {}

  /** What following each line changed, ended ones too: against posts that no line changed, or before and after, which proves nothing. */
  @Get()
  @Answers(planOutcome.array())
  list(@CurrentOrganisation() organisation: OrganisationContext): Promise<PlanOutcome[]> {
    return this.outcomes.list(organisation.id);
  }
}
