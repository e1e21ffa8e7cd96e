import type { Routes } from '../http/app-type.ts';
import { areaRoutes } from './areas.ts';
import { devicesRoutes } from './devices.ts';
import { noteRoutes } from './notes.ts';
import { openapiRoutes } from './openapi.ts';
import { registerRoutes } from './register.ts';
import { reportRoutes } from './reports.ts';
import { sessionRoutes } from './session.ts';
import { syncRoutes } from './sync.ts';
import { taskRoutes } from './tasks.ts';
import { unitsRoutes } from './units.ts';
import { usersRoutes } from './users.ts';

/** Every file of routes, by its first path segment after `/api`. Listed by hand. */
export const routes: readonly Routes[] = [areaRoutes, devicesRoutes, noteRoutes, openapiRoutes, registerRoutes, reportRoutes, sessionRoutes, syncRoutes, taskRoutes, unitsRoutes, usersRoutes];
