import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Right } from '@portee/shared';

export const NEEDED_RIGHT = 'portee:right';
export const PUBLIC = 'portee:public';

/** What one must be allowed to do in the organisation of the address; unsaid, a route that reads asks for `readFigures`, any other for `manageOrganisation`. */
export const Needs = (right: Right) => applyDecorators(SetMetadata(NEEDED_RIGHT, right), ApiExtension('x-right', right));

/** What a route asks for that says nothing. */
export function usualRight(method: string): Right {
  return method === 'GET' || method === 'HEAD' ? 'readFigures' : 'manageOrganisation';
}

/** Open to everybody, and said so in the OpenAPI document. Every such route is listed in test/api/refusals.e2e.spec.ts. */
export const Public = () => applyDecorators(SetMetadata(PUBLIC, true), ApiSecurity({}));
