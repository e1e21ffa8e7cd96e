import * as z from 'zod/mini';

import { anyone } from '../access/policies.ts';
import type { App } from '../http/app-type.ts';

/** `/api/openapi.json`: every route with its schemas, as OpenAPI 3.1. */
export function openapiRoutes(app: App): void {
  app.get('/api/openapi.json', { config: { policy: anyone }, schema: { summary: 'This description', response: { 200: z.record(z.string(), z.unknown()) } } }, async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=300');
    return { ...app.swagger() };
  });
}
