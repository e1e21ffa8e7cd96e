import { DeviceId } from '@sotay/domain/kernel/ids';
import { DeviceSeen, NewDevice, Recover, Recovered, RecoveryCode, RecoveryPublicKey, WrappedKey } from '@sotay/domain/wire/people';
import * as z from 'zod/mini';

import { notes, officerOfDevice, ownDevice, signedIn } from '../access/policies.ts';
import type { App, Deps } from '../http/app-type.ts';
import { getSession, setSessionCookie } from '../http/session-cookie.ts';
import { enrolDevice, listDevicesOfUser, revokeDevice } from '../people/device.ts';
import { keepWrappedKey, makeRecoveryCode, recover } from '../people/recovery.ts';
import { endSession, openSession } from '../people/session.ts';

const OfDevice = z.strictObject({ device: DeviceId });

/** `/api/devices`: the phones that keep notes, and the way back into one whose PIN is forgotten (sync.md "On the phone"). */
export function devicesRoutes(app: App, deps: Deps): void {
  const { db, now, recoveryKey } = deps;

  app.get('/api/devices', { config: { policy: signedIn }, schema: { summary: 'One\'s own devices', response: { 200: z.array(DeviceSeen) } } }, (request) => listDevicesOfUser(db, getSession(request).user));

  app.post('/api/devices', { config: { policy: notes }, schema: { summary: 'Register this device, or name it anew', body: NewDevice, response: { 204: z.null() } } }, async (request, reply) => {
    const session = getSession(request);
    const { device, name } = request.body;
    await enrolDevice(db, device, session.user, name, now());
    if (session.device === null) {
      // A session that now lasts for weeks gets a token of its own.
      const token = await openSession(db, session.user, device, now());
      await endSession(db, session.id, now());
      setSessionCookie(reply, deps, token, device);
    }
    return reply.code(204).send(null);
  });

  app.get('/api/devices/recovery-key', { config: { policy: signedIn }, schema: { summary: 'The public key to wrap a store\'s key to', response: { 200: RecoveryPublicKey } } }, () => recoveryKey.publicKey);

  app.post('/api/devices/:device/revoke', { config: { policy: officerOfDevice }, schema: { summary: 'Give a device nothing more; it may still deliver', params: OfDevice, response: { 204: z.null() } } }, async (request, reply) => {
    await revokeDevice(db, request.params.device, getSession(request).user, now());
    return reply.code(204).send(null);
  });

  app.put('/api/devices/:device/wrapped-key', { config: { policy: ownDevice }, schema: { summary: 'Leave the wrapped key of the store', params: OfDevice, body: WrappedKey, response: { 204: z.null() } } }, async (request, reply) => {
    await keepWrappedKey(db, request.params.device, request.body, recoveryKey, now());
    return reply.code(204).send(null);
  });

  app.post(
    '/api/devices/:device/recovery-code',
    { config: { policy: officerOfDevice, rate: 'recovery' }, schema: { summary: 'A one-time code for a forgotten PIN', params: OfDevice, response: { 201: RecoveryCode } } },
    async (request, reply) => reply.code(201).send(await makeRecoveryCode(db, request.params.device, getSession(request).user, now())),
  );

  app.post(
    '/api/devices/:device/recover',
    { config: { policy: ownDevice, rate: 'recovery' }, schema: { summary: 'Get the key of the store back against the code', params: OfDevice, body: Recover, response: { 200: Recovered } } },
    async (request) => ({ wrapped: await recover(db, request.params.device, request.body, recoveryKey, getSession(request).user, now()) }),
  );
}
