import type { INestApplication } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { readPerson } from '../accounts/caller.js';

/** Operations that ask for the person behind a request: a program, which has no name, is refused there whatever its key may. */
export function personOnly(app: INestApplication): ReadonlySet<string> {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]).flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype] : []));
  return new Set(controllers.flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype)
      .filter((method) => asksForPerson(Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method)))
      .map((method) => operationIdOf(controller.name, method))));
}

/** Name of an operation in the document. */
export function operationIdOf(controller: string, method: string): string {
  return `${controller.replace(/Controller$/, '')}.${method}`;
}

function asksForPerson(parameters: object | undefined): boolean {
  return Object.values(parameters ?? {}).some((one: { factory?: unknown }) => one.factory === readPerson);
}
