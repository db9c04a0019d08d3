import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { hostPerson, type HostPerson, type NameHost, nameHost } from '@portee/shared';
import type { Person } from '../accounts/auth-port.js';
import { CurrentPerson } from '../accounts/caller.js';
import { HostGuard } from '../accounts/host.guard.js';
import { Hosts } from '../accounts/hosts.js';
import { Answers, AnswersNothing } from '../operations/answers.js';

/** Who runs the installation. */
@Controller('hosting/hosts')
@UseGuards(HostGuard)
export class HostsController {
  constructor(private readonly hosts: Hosts) {}

  @Get()
  @Answers(hostPerson.array())
  async list(@CurrentPerson() { id }: Person): Promise<HostPerson[]> {
    return (await this.hosts.list()).map(({ person, namedAt }) => ({ id: person.id, name: person.name, email: person.email, namedAt: namedAt.toISOString(), isYou: person.id === id }));
  }

  @Post()
  @HttpCode(200)
  @Answers(hostPerson.array())
  async name(@CurrentPerson() person: Person, @Body({ schema: nameHost }) { email }: NameHost): Promise<HostPerson[]> {
    await this.hosts.name(email, person.id);
    return this.list(person);
  }

  @Delete(':personId')
  @AnswersNothing()
  remove(@CurrentPerson() _: Person, @Param('personId') personId: string): Promise<void> {
    return this.hosts.remove(personId);
  }
}
