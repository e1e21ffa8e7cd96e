import type { AreaId, FactId, HouseholdId, PersonId, RegistryId, SubjectId, UserId } from '@sotay/domain/kernel/ids';
import type { Period } from '@sotay/domain/kernel/period';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { CellCode } from '@sotay/domain/packs/tt01-2022/cells';
import type { Contribution } from '@sotay/domain/reports/contributions';

import type { Instant } from './column.ts';

/** The registry log and what follows from it: migration 0002. */
export interface LogTables {
  readonly service: ServiceTable;
  readonly registry_head: RegistryHeadTable;
  readonly log: LogTable;
  readonly about: AboutTable;
  readonly link: LinkTable;
  readonly visible: VisibleTable;
  readonly contribution: ContributionTable;
  readonly cells: CellsTable;
  readonly person_row: PersonRowTable;
  readonly household_row: HouseholdRowTable;
  readonly unplaced: UnplacedTable;
}

type ServiceTable = { id: boolean; epoch: string; last_unplaced: number };

type RegistryHeadTable = { registry_id: RegistryId; seq: number; hash: Buffer; first_month: Period; opened_month: Period; rules_version: number };

type LogTable = {
  registry_id: RegistryId;
  seq: number;
  fact_id: FactId;
  area_id: AreaId;
  sent_by: UserId;
  received_at: Instant;
  status: 'accepted' | 'held';
  /** Canonical JSON. */
  problems: string;
  body: string;
  bytes: number;
  content_hash: Buffer;
  hash: Buffer;
  /** Null where the fact could not be read. */
  type: string | null;
  occurred_on: PlainDate | null;
  /** The fact that this one corrects, withdraws or settles, and when that happened. */
  target_id: FactId | null;
  target_on: PlainDate | null;
};

/** `subject_id`: a person or a household; the area of a fact about nobody. */
type AboutTable = { registry_id: RegistryId; subject_id: SubjectId | AreaId; seq: number };

type LinkTable = { registry_id: RegistryId; subject_id: PersonId; linked_id: PersonId };

type VisibleTable = {
  registry_id: RegistryId;
  subject_id: SubjectId;
  area_id: AreaId;
  via: 'home' | 'link';
  since_seq: number;
  left_on: PlainDate | null;
  left_seq: number | null;
};

type ContributionTable = {
  registry_id: RegistryId;
  subject_id: SubjectId;
  ordinal: number;
  area_id: AreaId;
  cell: CellCode;
  kind: Contribution['kind'];
  from_on: PlainDate;
  until_on: PlainDate | null;
};

type CellsTable = { registry_id: RegistryId; area_id: AreaId; period: Period; counts: number[] };

type PersonRowTable = {
  registry_id: RegistryId;
  person_id: PersonId;
  area_id: AreaId;
  household_id: HouseholdId;
  name: string | null;
  sex: 'male' | 'female';
  born: string;
  folded: string;
  is_here: boolean;
};

type HouseholdRowTable = {
  registry_id: RegistryId;
  household_id: HouseholdId;
  area_id: AreaId;
  number: string;
  kind: 'family' | 'collective';
  head_id: PersonId | null;
  representative: string | null;
  closed_on: PlainDate | null;
};

type UnplacedTable = {
  id: number;
  user_id: UserId;
  fact_id: FactId;
  content_hash: Buffer;
  area_id: AreaId | null;
  received_at: Instant;
  problems: string;
  raw: string;
  verdict: 'take' | 'refuse' | null;
  settled_by: UserId | null;
  settled_at: Instant | null;
  reason: string | null;
};
