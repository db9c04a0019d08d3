import { Controller, Delete, Inject, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type DemonstrationPlace, demonstrationPlace, may } from '@portee/shared';
import { AccountError } from '../accounts/account-error.js';
import type { Person } from '../accounts/auth-port.js';
import { CurrentPerson } from '../accounts/caller.js';
import { MemberGuard } from '../accounts/member.guard.js';
import { Memberships } from '../accounts/memberships.js';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { DEMONSTRATION_SLUG } from './centre.js';
import { DemonstrationService } from './demonstration.service.js';

/** A fictitious centre to look around in. */
@ApiTags('demonstration')
@Controller('demonstration')
@UseGuards(MemberGuard)
export class DemonstrationController {
  constructor(
    private readonly demonstration: DemonstrationService,
    private readonly memberships: Memberships,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Load the demonstration, unless it stands already, and let the person in. */
  @Post()
  @Answers(demonstrationPlace, { status: 201 })
  async load(@CurrentPerson() person: Person): Promise<DemonstrationPlace> {
    const { slug } = await this.demonstration.load(this.clock(), { personId: person.id });
    return { slug };
  }

  /** Remove the demonstration without trace. */
  @Delete()
  @AnswersNothing()
  async remove(@CurrentPerson() person: Person): Promise<void> {
    const { role } = await this.memberships.enter(DEMONSTRATION_SLUG, { kind: 'person', person });
    if (!may(role, 'managePeople')) throw new AccountError('role-too-low');
    await this.demonstration.remove();
  }
}
