import { sql } from 'kysely';
import type { Kysely } from 'kysely';

import { scopeStatements } from '../../access/with-scope.ts';

/**
 * The registry log and what follows from it.
 *
 * `log` and `about` are what is known; every other table with a registry is a function of them, kept in the transaction that admits a fact and
 * compared anew by `sotay verify`. No foreign key binds them: one transaction writes them all, and a check a row would cost more than it finds.
 */
const STATEMENTS = [
  // One row: what the service names itself to devices (renewed by a restore), and the last number given in the tray of notes that fit no log.
  `CREATE TABLE service (
    id boolean NOT NULL,
    epoch uuid NOT NULL,
    last_unplaced bigint NOT NULL,
    CONSTRAINT service_pk PRIMARY KEY (id),
    CONSTRAINT service_one CHECK (id))`,
  `INSERT INTO service (id, epoch, last_unplaced) VALUES (true, gen_random_uuid(), 0)`,

  // The lock under which a registry's log is written. Periods from first_month to opened_month have their rows in cells.
  `CREATE TABLE registry_head (
    registry_id uuid NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    first_month text COLLATE "C" NOT NULL,
    opened_month text COLLATE "C" NOT NULL,
    CONSTRAINT registry_head_pk PRIMARY KEY (registry_id)) WITH (fillfactor = 50)`,

  // body: canonical JSON of the fact, or of what was sent where it could not be read. Text, for jsonb refuses \\u0000 and loses the order.
  `CREATE TABLE log (
    registry_id uuid NOT NULL,
    seq bigint NOT NULL,
    fact_id uuid NOT NULL,
    area_id uuid NOT NULL,
    sent_by uuid NOT NULL,
    received_at timestamptz NOT NULL,
    status text COLLATE "C" NOT NULL,
    problems text NOT NULL,
    body text NOT NULL,
    bytes integer NOT NULL,
    content_hash bytea NOT NULL,
    hash bytea NOT NULL,
    type text COLLATE "C",
    occurred_on date,
    target_id uuid,
    target_on date,
    CONSTRAINT log_pk PRIMARY KEY (registry_id, seq),
    CONSTRAINT log_fact_key UNIQUE (registry_id, fact_id),
    CONSTRAINT log_status_known CHECK (status IN ('accepted', 'held')))`,
  `CREATE INDEX log_area ON log (registry_id, area_id, seq)`,
  `CREATE INDEX log_target ON log (registry_id, target_id) WHERE target_id IS NOT NULL`,
  `CREATE INDEX log_held ON log (area_id, received_at) WHERE status = 'held'`,

  `CREATE TABLE about (
    registry_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT about_pk PRIMARY KEY (registry_id, subject_id, seq))`,
  `CREATE INDEX about_seq ON about (registry_id, seq)`,

  // Whose own state a subject's contributions depend on.
  `CREATE TABLE link (
    registry_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    linked_id uuid NOT NULL,
    CONSTRAINT link_pk PRIMARY KEY (registry_id, subject_id, linked_id))`,
  `CREATE INDEX link_back ON link (registry_id, linked_id)`,

  // since_seq: from where an area sees the subject; left_seq: where it ceased to; left_on: up to which day it may still read, none when absent.
  `CREATE TABLE visible (
    registry_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    area_id uuid NOT NULL,
    via text COLLATE "C" NOT NULL,
    since_seq bigint NOT NULL,
    left_on date,
    left_seq bigint,
    CONSTRAINT visible_pk PRIMARY KEY (registry_id, subject_id, area_id, via),
    CONSTRAINT visible_via_known CHECK (via IN ('home', 'link')))`,
  `CREATE INDEX visible_area ON visible (registry_id, area_id, since_seq)`,

  // The rows behind every number. from_on: the day of a flow, the first day of a stock; until_on: the first day on which a stock is no more.
  `CREATE TABLE contribution (
    registry_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    ordinal integer NOT NULL,
    area_id uuid NOT NULL,
    cell text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    from_on date NOT NULL,
    until_on date,
    CONSTRAINT contribution_pk PRIMARY KEY (registry_id, subject_id, ordinal),
    CONSTRAINT contribution_kind_known CHECK (kind IN ('flow', 'stock')))`,
  `CREATE INDEX contribution_area ON contribution (registry_id, area_id, cell, from_on)`,

  // counts: in the order of the pack's cells.
  `CREATE TABLE cells (
    registry_id uuid NOT NULL,
    area_id uuid NOT NULL,
    period text COLLATE "C" NOT NULL,
    counts integer[] NOT NULL,
    CONSTRAINT cells_pk PRIMARY KEY (registry_id, area_id, period)) WITH (fillfactor = 50)`,

  `CREATE TABLE person_row (
    registry_id uuid NOT NULL,
    person_id uuid NOT NULL,
    area_id uuid NOT NULL,
    household_id uuid NOT NULL,
    name text,
    sex text COLLATE "C" NOT NULL,
    born text COLLATE "C" NOT NULL,
    CONSTRAINT person_row_pk PRIMARY KEY (registry_id, person_id))`,

  `CREATE TABLE household_row (
    registry_id uuid NOT NULL,
    household_id uuid NOT NULL,
    area_id uuid NOT NULL,
    number text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    CONSTRAINT household_row_pk PRIMARY KEY (registry_id, household_id))`,
  `CREATE INDEX household_row_number ON household_row (registry_id, area_id, number)`,

  // What fits no log: kept as sent, for the sender's officer. verdict: what she said.
  `CREATE TABLE unplaced (
    id bigint NOT NULL,
    user_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    content_hash bytea NOT NULL,
    area_id uuid,
    received_at timestamptz NOT NULL,
    problems text NOT NULL,
    raw text NOT NULL,
    verdict text COLLATE "C",
    settled_by uuid,
    settled_at timestamptz,
    reason text,
    CONSTRAINT unplaced_pk PRIMARY KEY (id),
    CONSTRAINT unplaced_content_key UNIQUE (user_id, fact_id, content_hash),
    CONSTRAINT unplaced_verdict_known CHECK (verdict IN ('take', 'refuse')))`,
  `ALTER TABLE unplaced ADD CONSTRAINT unplaced_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id)`,

  ...['registry_head', 'log', 'about', 'link', 'visible', 'contribution', 'cells', 'person_row', 'household_row'].flatMap((table) => scopeStatements(table)),

  // Added to, never changed.
  `REVOKE UPDATE, DELETE, TRUNCATE ON log, about FROM CURRENT_USER`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
