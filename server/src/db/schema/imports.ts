import type { AreaId, DeviceId, RegistryId, UserId } from '@sotay/domain/kernel/ids';

import type { Instant } from './column.ts';

/** Registers taken in from files: migration 0005. */
export interface ImportTables {
  readonly import_batch: ImportBatchTable;
}

type ImportBatchTable = {
  registry_id: RegistryId;
  /** Its facts name it as the device on which they were noted. */
  batch_id: DeviceId;
  area_id: AreaId;
  by_user: UserId;
  committed_at: Instant;
  first_seq: number;
  last_seq: number;
  file_hash: Buffer;
  undone_at: Instant | null;
};
