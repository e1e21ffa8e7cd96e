import type { ColumnType } from 'kysely';
import type { AreaId, DeviceId, RegistryId, UnitId, UserId } from '@sotay/domain/kernel/ids';
import type { Role } from '@sotay/domain/kernel/actor';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { Share, UnitKind } from '@sotay/domain/wire/units';

import type { Instant } from './column.ts';

/** Units, areas, users and what they sign in with: migrations 0001 and 0003. */
export interface PeopleTables {
  readonly registry: RegistryTable;
  readonly unit: UnitTable;
  readonly unit_name: UnitNameTable;
  readonly unit_code: UnitCodeTable;
  readonly unit_succession: UnitSuccessionTable;
  readonly unit_list: UnitListTable;
  readonly area: AreaTable;
  readonly app_user: UserTable;
  readonly responsibility: ResponsibilityTable;
  readonly device: DeviceTable;
  readonly session: SessionTable;
  readonly attempt: AttemptTable;
  readonly invitation: InvitationTable;
  readonly device_key: DeviceKeyTable;
  readonly audit: AuditTable;
}


type RegistryTable = { id: RegistryId; created_at: Instant };

/** What the database fills in where it is not said. */
type Defaulted<Value> = ColumnType<Value, Value | undefined, Value>;

type UnitTable = {
  id: UnitId;
  parent_id: UnitId | null;
  kind: UnitKind;
  path: string;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  in_use: Defaulted<boolean>;
  basis: string | null;
};

type UnitNameTable = { unit_id: UnitId; valid_from: PlainDate; name: string; valid_to: PlainDate | null; folded: Defaulted<string>; basis: string | null };

type UnitCodeTable = { unit_id: UnitId; system: string; valid_from: PlainDate; code: string; valid_to: PlainDate | null };

type UnitSuccessionTable = { from_unit: UnitId; to_unit: UnitId; took_effect_on: PlainDate; share: Share; basis: string | null };

type UnitListTable = { name: string; version: string; loaded_at: Instant };

type AreaTable = {
  id: AreaId;
  registry_id: RegistryId;
  unit_id: UnitId;
  number: string;
  name: string;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
};

type UserTable = {
  id: UserId;
  /** Folded: what one signs in with. */
  name: string;
  full_name: string;
  role: Role;
  unit_id: UnitId | null;
  password_hash: string | null;
  must_change_password: boolean;
  disabled_at: Instant | null;
  created_at: Instant;
};

type ResponsibilityTable = { id: string; area_id: AreaId; user_id: UserId; from_on: PlainDate; to_on: PlainDate | null };

type DeviceTable = {
  id: DeviceId;
  user_id: UserId;
  name: string;
  first_seen: Instant;
  last_seen: Instant;
  last_sync: Instant | null;
  /** Facts that the device last said it had not sent, and the moment the oldest was noted. */
  unsent: number;
  unsent_since: Instant | null;
  revoked_at: Instant | null;
};

type SessionTable = {
  id: string;
  token_hash: Buffer;
  next_hash: Buffer | null;
  previous_hash: Buffer | null;
  previous_until: Instant | null;
  user_id: UserId;
  device_id: DeviceId | null;
  created_at: Instant;
  rotated_at: Instant;
  last_seen_at: Instant;
  expires_at: Instant;
  ended_at: Instant | null;
};

type AttemptTable = { key: Buffer; failures: number; last_at: Instant; blocked_until: Instant };

type InvitationTable = {
  token_hash: Buffer;
  user_id: UserId | null;
  purpose: 'first-administrator' | 'password';
  created_at: Instant;
  expires_at: Instant;
  used_at: Instant | null;
};

type DeviceKeyTable = {
  device_id: DeviceId;
  recovery_key_id: string;
  wrapped: Buffer;
  stored_at: Instant;
  code_hash: string | null;
  code_by: UserId | null;
  code_expires_at: Instant | null;
  code_tries: number;
};

type AuditTable = { id: string; at: Instant; by_user: UserId | null; action: string; subject_kind: string; subject_id: string };
