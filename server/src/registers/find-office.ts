import type { Kysely } from 'kysely';
import type { Actor } from '@sotay/domain/kernel/actor';
import type { AreaId, RegistryId, UnitId } from '@sotay/domain/kernel/ids';

import type { Database } from '../db/schema.ts';
import { OperatorError } from '../operator-error.ts';
import { actorOf } from '../people/actor.ts';
import { foldSignInName } from '../people/sign-in-name.ts';

export type OfficeArea = { readonly id: AreaId; readonly registry: RegistryId; readonly unit: UnitId; readonly number: string; readonly name: string };

/**
 * The area of a number, of the commune of a code where one is given.
 * @throws OperatorError where there is none, or where several communes have one
 */
export async function getArea(db: Kysely<Database>, number: string, code?: string): Promise<OfficeArea> {
  const rows = await db
    .selectFrom('area')
    .select(['id', 'registry_id as registry', 'unit_id as unit', 'number', 'name'])
    .where('number', '=', number)
    .where('valid_to', 'is', null)
    .$if(code !== undefined, (query) =>
      query.where('unit_id', 'in', (inner) => inner.selectFrom('unit_code').select('unit_id').where('code', '=', code ?? '').where('valid_to', 'is', null)),
    )
    .execute();
  const [area] = rows;
  if (area === undefined) throw new OperatorError(`Không có địa bàn số ${number}.`, `No area has the number ${number}.`);
  if (rows.length > 1) throw new OperatorError(`Có ${rows.length} địa bàn số ${number}. Thêm --unit MÃ-XÃ.`, `${rows.length} areas have the number ${number}. Add --unit CODE.`);
  return area;
}

/**
 * The officer of a commune in whose name a register is taken in: the one of a sign-in name, or the only one there is.
 * @throws OperatorError where there is none, or where one must be named
 */
export async function getOfficer(db: Kysely<Database>, unit: UnitId, name?: string): Promise<Actor> {
  const rows = await db
    .selectFrom('app_user')
    .select(['id', 'name'])
    .where('unit_id', '=', unit)
    .where('role', '=', 'officer')
    .where('disabled_at', 'is', null)
    .$if(name !== undefined, (query) => query.where('name', '=', foldSignInName(name ?? '')))
    .execute();
  const [officer] = rows;
  if (officer === undefined) {
    throw name === undefined
      ? new OperatorError('Xã này chưa có viên chức dân số: người nhập sổ phải là viên chức.', 'This commune has no officer: a register is taken in by one.')
      : new OperatorError(`Không có viên chức "${name}" ở xã này.`, `This commune has no officer "${name}".`);
  }
  if (rows.length > 1) throw new OperatorError('Xã có nhiều viên chức. Thêm --officer TÊN-ĐĂNG-NHẬP.', 'The commune has several officers. Add --officer NAME.', 2);
  return actorOf(db, { user: officer.id, role: 'officer', unit });
}
