import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { AccountError } from './account-error.js';
import { requestOf } from './caller.js';
import { Hosts } from './hosts.js';

/** Lets in whoever runs the installation, and nobody else. Stands behind MemberGuard: `@UseGuards(HostGuard)`. */
@Injectable()
export class HostGuard implements CanActivate {
  constructor(private readonly hosts: Hosts) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { caller } = requestOf(context);
    if (!caller) throw new AccountError('not-signed-in');
    if (caller.kind === 'token') throw new AccountError('person-required');
    if (!(await this.hosts.isHost(caller.person.id))) throw new AccountError('host-required');
    return true;
  }
}
