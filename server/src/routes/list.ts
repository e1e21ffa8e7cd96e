import type { Routes } from '../http/app-type.ts';
import { devicesRoutes } from './devices.ts';
import { openapiRoutes } from './openapi.ts';
import { sessionRoutes } from './session.ts';
import { syncRoutes } from './sync.ts';
import { unitsRoutes } from './units.ts';
import { usersRoutes } from './users.ts';

/** Every file of routes, by its first path segment after `/api`. Listed by hand. */
export const routes: readonly Routes[] = [devicesRoutes, openapiRoutes, sessionRoutes, syncRoutes, unitsRoutes, usersRoutes];
