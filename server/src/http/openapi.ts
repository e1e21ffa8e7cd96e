import swagger from '@fastify/swagger';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';

import type { App } from './app-type.ts';

/** One schema per body, query and answer: it checks what comes in and goes out, and describes it at `/api/openapi.json`. */
export async function describeRoutes(app: App): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Sổ tay', version: '1', description: 'Sổ tay công tác dân số: giao diện lập trình. Errors are application/problem+json (RFC 9457).' },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'sotay' } } },
    },
    transform: (document) => {
      const policy = document.route.config?.policy;
      const described = jsonSchemaTransform(document);
      const sentence = policy === undefined ? {} : { description: `For: ${policy.sentence}.`, security: policy.isOpen ? [] : [{ session: [] }] };
      return { ...described, schema: { ...described.schema, ...sentence } };
    },
  });
}
