import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Environment } from './env.js';

/** Injection token of the settings: `@Inject(ENVIRONMENT) environment: Environment`. */
export const ENVIRONMENT = Symbol('environment');

/** Hands the settings, parsed once at start, to whoever needs them. */
@Global()
@Module({})
export class ConfigModule {
  static forRoot(environment: Environment): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: ENVIRONMENT, useValue: environment }], exports: [ENVIRONMENT] };
  }
}
