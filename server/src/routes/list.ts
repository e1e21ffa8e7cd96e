import type { Routes } from '../http/app-type.ts';
import { openapiRoutes } from './openapi.ts';
import { sessionRoutes } from './session.ts';
import { syncRoutes } from './sync.ts';

/** Every file of routes, by its first path segment after `/api`. Listed by hand. */
export const routes: readonly Routes[] = [openapiRoutes, sessionRoutes, syncRoutes];
