/**
 * Where each table lives on a database of several machines (Citus):
 *
 * - `distributed` by its first key column `registry_id`: everything of the register;
 * - `reference`, a whole copy on every machine: small tables that joins need everywhere;
 * - `local`, on the coordinator only: what belongs to one server.
 *
 * A distributed table may reference distributed and reference tables; no other table may reference a distributed one.
 * A spec holds the migrations against this list.
 */
export type Placement = 'distributed' | 'reference' | 'local';

export const distribution: Readonly<Record<string, Placement>> = {
  registry: 'reference',
  unit: 'reference',
  unit_name: 'reference',
  unit_code: 'reference',
  unit_succession: 'reference',
  unit_list: 'reference',
  area: 'reference',
  app_user: 'local',
  responsibility: 'local',
  device: 'local',
  session: 'local',
  attempt: 'local',
  invitation: 'local',
  device_key: 'local',
  audit: 'local',
  service: 'local',
  unplaced: 'local',
  registry_head: 'distributed',
  log: 'distributed',
  about: 'distributed',
  link: 'distributed',
  visible: 'distributed',
  contribution: 'distributed',
  cells: 'distributed',
  person_row: 'distributed',
  household_row: 'distributed',
  import_batch: 'distributed',
};
