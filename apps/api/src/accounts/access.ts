import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { Role } from '@portee/shared';

export const LEAST_ROLE = 'portee:least-role';
export const PUBLIC = 'portee:public';

/** Least role in the organisation of the address; without it a route that reads asks for a reader, any other for a coordinator. */
export const NeedsRole = (role: Role) => SetMetadata(LEAST_ROLE, role);

/** Open to everybody, and said so in the OpenAPI document. Every such route is listed in test/api/refusals.e2e.spec.ts. */
export const Public = () => applyDecorators(SetMetadata(PUBLIC, true), ApiSecurity({}));
