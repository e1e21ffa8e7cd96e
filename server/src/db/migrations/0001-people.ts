import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/**
 * Units, areas, and the people who work with them.
 *
 * Registry, unit and area are small and joined by everything of the register: reference tables. Who may do what belongs to the one server that asks: local
 * tables. Nothing of a resident stands here.
 */
const STATEMENTS = [
  `CREATE TABLE registry (
    id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT registry_pk PRIMARY KEY (id))`,

  // A unit keeps its id whatever it is called or coded. path: the ids from the root, each followed by "/"; below a unit = a range of text.
  `CREATE TABLE unit (
    id uuid NOT NULL,
    parent_id uuid,
    kind text COLLATE "C" NOT NULL,
    path text COLLATE "C" NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT unit_pk PRIMARY KEY (id),
    CONSTRAINT unit_path_key UNIQUE (path),
    CONSTRAINT unit_kind_known CHECK (kind IN ('country', 'province', 'commune', 'hamlet')),
    CONSTRAINT unit_valid CHECK (valid_to IS NULL OR valid_to >= valid_from))`,
  `ALTER TABLE unit ADD CONSTRAINT unit_parent_fk FOREIGN KEY (parent_id) REFERENCES unit (id)`,

  `CREATE TABLE unit_name (
    unit_id uuid NOT NULL,
    valid_from date NOT NULL,
    name text COLLATE "C" NOT NULL,
    valid_to date,
    CONSTRAINT unit_name_pk PRIMARY KEY (unit_id, valid_from))`,
  `ALTER TABLE unit_name ADD CONSTRAINT unit_name_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)`,

  // The same code means another territory at another time, so a code alone finds nothing: not unique.
  `CREATE TABLE unit_code (
    unit_id uuid NOT NULL,
    system text COLLATE "C" NOT NULL,
    valid_from date NOT NULL,
    code text COLLATE "C" NOT NULL,
    valid_to date,
    CONSTRAINT unit_code_pk PRIMARY KEY (unit_id, system, valid_from))`,
  `CREATE INDEX unit_code_code ON unit_code (system, code)`,
  `ALTER TABLE unit_code ADD CONSTRAINT unit_code_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)`,

  `CREATE TABLE area (
    id uuid NOT NULL,
    registry_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    number text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT area_pk PRIMARY KEY (id),
    CONSTRAINT area_valid CHECK (valid_to IS NULL OR valid_to >= valid_from))`,
  `CREATE UNIQUE INDEX area_number_key ON area (unit_id, number) WHERE valid_to IS NULL`,
  `CREATE INDEX area_registry ON area (registry_id)`,
  `ALTER TABLE area ADD CONSTRAINT area_registry_fk FOREIGN KEY (registry_id) REFERENCES registry (id)`,
  `ALTER TABLE area ADD CONSTRAINT area_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)`,

  // name: what one signs in with, folded. A user without a password has not opened the first link yet.
  `CREATE TABLE app_user (
    id uuid NOT NULL,
    name text COLLATE "C" NOT NULL,
    full_name text NOT NULL,
    role text COLLATE "C" NOT NULL,
    unit_id uuid,
    password_hash text,
    must_change_password boolean NOT NULL,
    disabled_at timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT app_user_pk PRIMARY KEY (id),
    CONSTRAINT app_user_name_key UNIQUE (name),
    CONSTRAINT app_user_role_known CHECK (role IN ('collaborator', 'officer', 'administrator')),
    CONSTRAINT app_user_has_unit CHECK ((role = 'administrator') = (unit_id IS NULL)))`,
  `CREATE INDEX app_user_unit ON app_user (unit_id)`,
  `ALTER TABLE app_user ADD CONSTRAINT app_user_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)`,

  `CREATE TABLE responsibility (
    id uuid NOT NULL,
    area_id uuid NOT NULL,
    user_id uuid NOT NULL,
    from_on date NOT NULL,
    to_on date,
    CONSTRAINT responsibility_pk PRIMARY KEY (id),
    CONSTRAINT responsibility_dates CHECK (to_on IS NULL OR to_on >= from_on))`,
  `CREATE INDEX responsibility_user ON responsibility (user_id)`,
  `CREATE INDEX responsibility_area ON responsibility (area_id)`,
  `ALTER TABLE responsibility ADD CONSTRAINT responsibility_area_fk FOREIGN KEY (area_id) REFERENCES area (id)`,
  `ALTER TABLE responsibility ADD CONSTRAINT responsibility_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id)`,

  `CREATE TABLE device (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    name text NOT NULL,
    first_seen timestamptz NOT NULL,
    last_seen timestamptz NOT NULL,
    last_sync timestamptz,
    unsent integer NOT NULL,
    unsent_since timestamptz,
    revoked_at timestamptz,
    CONSTRAINT device_pk PRIMARY KEY (id))`,
  `CREATE INDEX device_user ON device (user_id)`,
  `ALTER TABLE device ADD CONSTRAINT device_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id)`,

  // Only hashes of tokens. next: handed out, not yet used; previous: good until previous_until, for requests in flight.
  `CREATE TABLE session (
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    next_hash bytea,
    previous_hash bytea,
    previous_until timestamptz,
    user_id uuid NOT NULL,
    device_id uuid,
    created_at timestamptz NOT NULL,
    rotated_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT session_pk PRIMARY KEY (id),
    CONSTRAINT session_token_key UNIQUE (token_hash),
    CONSTRAINT session_next_key UNIQUE (next_hash),
    CONSTRAINT session_previous_key UNIQUE (previous_hash))`,
  `CREATE INDEX session_of_user ON session (user_id)`,
  `ALTER TABLE session ADD CONSTRAINT session_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id)`,
  `ALTER TABLE session ADD CONSTRAINT session_device_fk FOREIGN KEY (device_id) REFERENCES device (id)`,

  // key: a hash of what is counted (a sign-in name, an address, a known device, a device's recovery), so that nobody is named here.
  `CREATE TABLE attempt (
    key bytea NOT NULL,
    failures integer NOT NULL,
    last_at timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL,
    CONSTRAINT attempt_pk PRIMARY KEY (key))`,

  `CREATE TABLE invitation (
    token_hash bytea NOT NULL,
    user_id uuid,
    purpose text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT invitation_pk PRIMARY KEY (token_hash),
    CONSTRAINT invitation_purpose_known CHECK (purpose IN ('first-administrator', 'password')),
    CONSTRAINT invitation_has_user CHECK ((purpose = 'first-administrator') = (user_id IS NULL)))`,
  `ALTER TABLE invitation ADD CONSTRAINT invitation_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id)`,

  // The key of a phone's store, wrapped to the service's recovery key, and the one-time code that gives it back.
  `CREATE TABLE device_key (
    device_id uuid NOT NULL,
    recovery_key_id text COLLATE "C" NOT NULL,
    wrapped bytea NOT NULL,
    stored_at timestamptz NOT NULL,
    code_hash text,
    code_by uuid,
    code_expires_at timestamptz,
    code_tries integer NOT NULL,
    CONSTRAINT device_key_pk PRIMARY KEY (device_id))`,
  `ALTER TABLE device_key ADD CONSTRAINT device_key_device_fk FOREIGN KEY (device_id) REFERENCES device (id)`,
  `ALTER TABLE device_key ADD CONSTRAINT device_key_by_fk FOREIGN KEY (code_by) REFERENCES app_user (id)`,

  // Who did what to whom, by ids alone. Added to, never changed.
  `CREATE TABLE audit (
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    by_user uuid,
    action text COLLATE "C" NOT NULL,
    subject_kind text COLLATE "C" NOT NULL,
    subject_id uuid NOT NULL,
    CONSTRAINT audit_pk PRIMARY KEY (id))`,
  `CREATE INDEX audit_subject ON audit (subject_id, at)`,
  `REVOKE UPDATE, DELETE, TRUNCATE ON audit FROM CURRENT_USER`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
