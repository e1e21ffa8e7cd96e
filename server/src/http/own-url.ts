import type { FastifyRequest } from 'fastify';

/** Where people reach the server: PUBLIC_URL, else as this request did, which without PUBLIC_URL is this machine or its network. */
export function ownUrl(request: Pick<FastifyRequest, 'protocol' | 'host'>, publicUrl: string | undefined): string {
  return publicUrl ?? `${request.protocol}://${request.host}`;
}
