import { UnitId } from '@sotay/domain/kernel/ids';
import { DeviceSeen, EndResponsibility, NewArea, NewResponsibility, NewUnit, NewUser, OneTimeLink, ResponsibilityId, UnitSeen, UserSeen } from '@sotay/domain/wire/people';
import { AreaSeen } from '@sotay/domain/wire/session';
import { UnitHistory, UnitsAsked, UnitsFound } from '@sotay/domain/wire/units';
import { PlainDate, civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import * as z from 'zod/mini';

import { Refused } from '../access/refused.ts';
import { administrator, officerOfUnit, officerOfUnitOrAdministrator, officerOrAdministrator } from '../access/policies.ts';
import type { App, Deps } from '../http/app-type.ts';
import { ownUrl } from '../http/own-url.ts';
import { getSession } from '../http/session-cookie.ts';
import { createArea, listAreas } from '../people/areas.ts';
import { listDevicesOfUnit } from '../people/device.ts';
import { endResponsibility, giveResponsibility } from '../people/responsibilities.ts';
import { createUnit, listUnits, takeIntoUse } from '../people/units.ts';
import { createUser, listUsers } from '../people/users.ts';
import { findUnitsByCode, findUnitsByName } from '../units/find-units.ts';
import { readUnitHistory } from '../units/unit-history.ts';

const OfUnit = z.strictObject({ unit: UnitId });

/** `/api/units`: units, and of a commune its areas, users, devices and who is responsible. */
export function unitsRoutes(app: App, deps: Deps): void {
  const { db, now } = deps;
  const today = (): PlainDate => civilDayInVietnam(now());
  const ofCommune = { policy: officerOfUnitOrAdministrator };

  app.get('/api/units', { config: { policy: officerOrAdministrator }, schema: { summary: 'Communes in use, and provinces', response: { 200: z.array(UnitSeen) } } }, () => listUnits(db, today()));

  app.get(
    '/api/units/search',
    { config: { policy: officerOrAdministrator, rate: 'costly' }, schema: { summary: 'Units of the country by name, or by code with a day', querystring: UnitsAsked, response: { 200: UnitsFound } } },
    ({ query: { name, code, on, kind } }) => {
      if ((name === undefined) === (code === undefined) || (code !== undefined && kind !== undefined)) throw new Refused('invalid-request');
      if (code === undefined) return findUnitsByName(db, name ?? '', on, today(), kind);
      if (on === undefined) throw new Refused('code-without-date');
      return findUnitsByCode(db, code, on);
    },
  );

  app.get(
    '/api/units/:unit/history',
    {
      config: { policy: officerOrAdministrator, rate: 'costly' },
      schema: { summary: 'What a unit was on a day, what it is today, what went where', params: OfUnit, querystring: z.strictObject({ on: z.optional(PlainDate) }), response: { 200: UnitHistory } },
    },
    async ({ params: { unit }, query: { on } }) => {
      const history = await readUnitHistory(db, unit, on ?? today(), today());
      if (history === undefined) throw new Refused('not-found');
      return history;
    },
  );

  app.put('/api/units/:unit/in-use', { config: { policy: administrator }, schema: { summary: 'Take a commune of the list into use', params: OfUnit, response: { 200: UnitSeen } } }, (request) =>
    takeIntoUse(db, request.params.unit, getSession(request).user, now(), today()),
  );

  app.post('/api/units', { config: { policy: administrator }, schema: { summary: 'Add a province or a commune', body: NewUnit, response: { 201: UnitSeen } } }, async (request, reply) =>
    reply.code(201).send(await createUnit(db, request.body, getSession(request).user, now())),
  );

  app.get('/api/units/:unit/areas', { config: ofCommune, schema: { summary: 'Areas of a commune', params: OfUnit, response: { 200: z.array(AreaSeen) } } }, (request) => listAreas(db, request.params.unit, today()));

  app.post('/api/units/:unit/areas', { config: { policy: administrator }, schema: { summary: 'Add an area', params: OfUnit, body: NewArea, response: { 201: AreaSeen } } }, async (request, reply) =>
    reply.code(201).send(await createArea(db, request.params.unit, request.body, getSession(request).user, now())),
  );

  app.get('/api/units/:unit/users', { config: ofCommune, schema: { summary: 'Users of a commune', params: OfUnit, response: { 200: z.array(UserSeen) } } }, (request) => listUsers(db, request.params.unit));

  app.post('/api/units/:unit/users', { config: ofCommune, schema: { summary: 'Add an officer or a collaborator', params: OfUnit, body: NewUser, response: { 201: OneTimeLink } } }, async (request, reply) => {
    const making = { unit: request.params.unit, by: getSession(request), publicUrl: ownUrl(request, deps.publicUrl) };
    return reply.code(201).send(await createUser(db, request.body, making, now()));
  });

  app.get('/api/units/:unit/devices', { config: { policy: officerOfUnit }, schema: { summary: 'Devices of a commune', params: OfUnit, response: { 200: z.array(DeviceSeen) } } }, (request) =>
    listDevicesOfUnit(db, request.params.unit),
  );

  app.post(
    '/api/units/:unit/responsibilities',
    { config: ofCommune, schema: { summary: 'Give an area to a collaborator', params: OfUnit, body: NewResponsibility, response: { 201: z.strictObject({ id: ResponsibilityId }) } } },
    async (request, reply) => reply.code(201).send({ id: await giveResponsibility(db, request.params.unit, request.body, getSession(request).user, now()) }),
  );

  app.patch(
    '/api/units/:unit/responsibilities/:responsibility',
    { config: ofCommune, schema: { summary: 'Set the last day of a responsibility', params: z.strictObject({ unit: UnitId, responsibility: ResponsibilityId }), body: EndResponsibility, response: { 204: z.null() } } },
    async (request, reply) => {
      await endResponsibility(db, request.params.unit, request.params.responsibility, request.body.to, getSession(request).user, now());
      return reply.code(204).send(null);
    },
  );
}
