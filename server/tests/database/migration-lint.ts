import type { Placement } from '../../src/db/distribution.ts';
import { child, children, everyNode, names, statementsOf, text } from './syntax-tree.ts';
import type { Tree } from './syntax-tree.ts';

/**
 * Holds migrations against what a distributed PostgreSQL (Citus) can keep (architecture.md, "Scale-out", rules 1–4), on the
 * SQL that really runs.
 *
 * LINT-1  `registry_id` stands first in every primary key, unique constraint, unique index and, between distributed tables,
 *         foreign key of a distributed table; such a table has a primary key; `registry_id` is never updated.
 * LINT-2  Every table is declared in `distribution.ts`, and what is declared exists. Nothing outside references a
 *         distributed table; a distributed one references no local one.
 * LINT-3  Foreign keys have a name and come by an ALTER of their own.
 * LINT-4  No trigger, rule, MERGE, identity column or sequence; no volatile function in an UPDATE; nothing that hides
 *         statements from this reading (DO, CREATE TABLE AS).
 * LINT-5  Text in a key or index of a distributed or reference table says COLLATE "C"; instants are `timestamptz`.
 */
export type Finding = { readonly rule: 'LINT-1' | 'LINT-2' | 'LINT-3' | 'LINT-4' | 'LINT-5'; readonly table: string; readonly what: string };

type Table = { readonly columns: Map<string, 'C' | 'text' | 'other'>; primaryKey: string[] | undefined; readonly ordered: Set<string> };

const VOLATILE = new Set(['random', 'random_normal', 'gen_random_uuid', 'uuid_generate_v4', 'clock_timestamp', 'timeofday', 'nextval', 'setval', 'currval', 'lastval']);
const TEXTS = new Set(['text', 'varchar', 'bpchar', 'citext', 'name']);
const SEQUENCES = /^(small|big)?serial\d?$/;

export async function lintMigrations(statements: readonly string[], distribution: Readonly<Record<string, Placement>>): Promise<Finding[]> {
  const lint = new MigrationLint(distribution);
  for (const sql of statements) {
    for (const [kind, node] of await statementsOf(sql)) lint.read(kind, node);
  }
  return lint.close();
}

class MigrationLint {
  readonly #distribution: Readonly<Record<string, Placement>>;
  readonly #tables = new Map<string, Table>();
  readonly #findings: Finding[] = [];

  constructor(distribution: Readonly<Record<string, Placement>>) {
    this.#distribution = distribution;
  }

  read(kind: string, node: Tree): void {
    const table = text(child(node, 'relation'), 'relname') ?? '';
    switch (kind) {
      case 'CreateStmt': return this.#createTable(table, node);
      case 'AlterTableStmt': return this.#alterTable(table, node);
      case 'IndexStmt': return this.#index(table, node);
      case 'RenameStmt': return this.#rename(table, node);
      case 'DropStmt': return this.#drop(node);
      case 'CreateTrigStmt': return this.#find('LINT-4', table, 'a trigger');
      case 'RuleStmt': return this.#find('LINT-4', table, 'a rule');
      case 'CreateSeqStmt': return this.#find('LINT-4', table, 'a sequence');
      case 'DoStmt': return this.#find('LINT-4', table, 'DO hides its statements');
      case 'CreateTableAsStmt': return this.#find('LINT-4', text(child(node, 'into', 'rel'), 'relname') ?? '', 'CREATE TABLE AS hides its columns');
      default: return this.#change(node);
    }
  }

  close(): Finding[] {
    for (const [name, table] of this.#tables) {
      const placement = this.#distribution[name];
      if (placement === undefined) this.#find('LINT-2', name, 'is not declared in distribution.ts');
      if (placement === 'distributed' && table.primaryKey === undefined) this.#find('LINT-1', name, 'has no primary key');
      if (placement === undefined || placement === 'local') continue;
      for (const column of table.ordered) {
        if (table.columns.get(column) === 'text') this.#find('LINT-5', name, `${column} is ordered and does not say COLLATE "C"`);
      }
    }
    for (const name of Object.keys(this.#distribution)) {
      if (!this.#tables.has(name)) this.#find('LINT-2', name, 'is declared in distribution.ts and never created');
    }
    return this.#findings;
  }

  #find(rule: Finding['rule'], table: string, what: string): void {
    this.#findings.push({ rule, table, what });
  }

  #createTable(name: string, node: Tree): void {
    this.#tables.set(name, { columns: new Map(), primaryKey: undefined, ordered: new Set() });
    for (const element of children(node, 'tableElts')) {
      this.#column(name, child(element, 'ColumnDef'));
      this.#constraint(name, child(element, 'Constraint'), [], false);
    }
  }

  #column(name: string, column: Tree | undefined): void {
    const columnName = text(column, 'colname');
    if (column === undefined || columnName === undefined) return;
    const type = names(child(column, 'typeName'), 'names').at(-1) ?? '';
    const collation = names(child(column, 'collClause'), 'collname').at(-1);
    if (SEQUENCES.test(type)) this.#find('LINT-4', name, `${columnName} counts by a sequence`);
    if (type === 'timestamp') this.#find('LINT-5', name, `${columnName} is a timestamp without a time zone`);
    this.#tables.get(name)?.columns.set(columnName, TEXTS.has(type) ? (collation === 'C' ? 'C' : 'text') : 'other');
    for (const constraint of children(column, 'constraints')) this.#constraint(name, child(constraint, 'Constraint'), [columnName], false);
  }

  #constraint(name: string, constraint: Tree | undefined, own: string[], isSeparate: boolean): void {
    const keys = names(constraint, 'keys').length > 0 ? names(constraint, 'keys') : own;
    switch (text(constraint, 'contype') ?? '') {
      case 'CONSTR_PRIMARY': {
        const table = this.#tables.get(name);
        if (table !== undefined) table.primaryKey = keys;
        return this.#key(name, keys, 'the primary key');
      }
      case 'CONSTR_UNIQUE': return this.#key(name, keys, `the unique constraint on ${keys.join(', ')}`);
      case 'CONSTR_EXCLUSION': return this.#key(name, [], 'an exclusion constraint');
      case 'CONSTR_IDENTITY': return this.#find('LINT-4', name, `${own.join()} is an identity column`);
      case 'CONSTR_FOREIGN': return this.#foreignKey(name, constraint, isSeparate);
      default: return undefined;
    }
  }

  #key(name: string, keys: readonly string[], what: string): void {
    for (const key of keys) this.#tables.get(name)?.ordered.add(key);
    if (this.#distribution[name] === 'distributed' && keys[0] !== 'registry_id') this.#find('LINT-1', name, `${what} does not begin with registry_id`);
  }

  #foreignKey(name: string, constraint: Tree | undefined, isSeparate: boolean): void {
    const target = text(child(constraint, 'pktable'), 'relname') ?? '';
    if (!isSeparate) this.#find('LINT-3', name, `the foreign key to ${target} is not added by an ALTER of its own`);
    if (text(constraint, 'conname') === undefined) this.#find('LINT-3', name, `the foreign key to ${target} has no name`);
    const [from, to] = [this.#distribution[name], this.#distribution[target]];
    if (to === 'distributed' && from !== 'distributed') this.#find('LINT-2', name, `references the distributed ${target} from outside`);
    if (from === 'distributed' && to === 'local') this.#find('LINT-2', name, `is distributed and references the local ${target}`);
    if (from !== 'distributed' || to !== 'distributed') return;
    const begins = names(constraint, 'fk_attrs')[0] === 'registry_id' && (names(constraint, 'pk_attrs')[0] ?? 'registry_id') === 'registry_id';
    if (!begins) this.#find('LINT-1', name, `the foreign key to ${target} does not begin with registry_id`);
  }

  #alterTable(name: string, node: Tree): void {
    for (const entry of children(node, 'cmds')) {
      const command = child(entry, 'AlterTableCmd');
      const column = text(command, 'name') ?? '';
      switch (text(command, 'subtype') ?? '') {
        case 'AT_AddColumn': this.#column(name, child(command, 'def', 'ColumnDef')); break;
        case 'AT_AddConstraint': this.#constraint(name, child(command, 'def', 'Constraint'), [], true); break;
        case 'AT_AddIdentity': this.#find('LINT-4', name, `${column} is an identity column`); break;
        case 'AT_DropColumn': this.#tables.get(name)?.columns.delete(column); break;
        case 'AT_AlterColumnType': this.#column(name, { ...child(command, 'def', 'ColumnDef'), colname: column }); break;
        default: break;
      }
    }
  }

  #index(name: string, node: Tree): void {
    const columns = children(node, 'indexParams').map((entry) => child(entry, 'IndexElem'));
    const plain = columns.flatMap((column) => (names(column, 'collation').at(-1) === 'C' ? [] : (text(column, 'name') ?? [])));
    for (const column of plain) this.#tables.get(name)?.ordered.add(column);
    if (node['unique'] !== true) return;
    if (this.#distribution[name] === 'distributed' && text(columns[0], 'name') !== 'registry_id') {
      this.#find('LINT-1', name, `the unique index ${text(node, 'idxname') ?? ''} does not begin with registry_id`);
    }
  }

  #rename(name: string, node: Tree): void {
    const table = this.#tables.get(name);
    const to = text(node, 'newname') ?? '';
    if (table === undefined) return;
    if (text(node, 'renameType') === 'OBJECT_TABLE') {
      this.#tables.delete(name);
      this.#tables.set(to, table);
    } else if (text(node, 'renameType') === 'OBJECT_COLUMN') {
      const from = text(node, 'subname') ?? '';
      table.columns.set(to, table.columns.get(from) ?? 'other');
      table.columns.delete(from);
      if (table.ordered.delete(from)) table.ordered.add(to);
    }
  }

  #drop(node: Tree): void {
    if (text(node, 'removeType') !== 'OBJECT_TABLE') return;
    for (const entry of children(node, 'objects')) this.#tables.delete(names(child(entry, 'List'), 'items').at(-1) ?? '');
  }

  #change(statement: Tree): void {
    for (const node of everyNode({ statement })) {
      if (child(node, 'MergeStmt') !== undefined || 'mergeWhenClauses' in node) this.#find('LINT-4', text(child(node, 'relation'), 'relname') ?? '', 'MERGE');
      const isUpdate = 'targetList' in node && ('relation' in node || text(node, 'action') === 'ONCONFLICT_UPDATE');
      if (!isUpdate) continue;
      const table = text(child(node, 'relation'), 'relname') ?? '';
      for (const inside of everyNode(node)) {
        const called = names(inside, 'funcname').at(-1);
        if (called !== undefined && VOLATILE.has(called)) this.#find('LINT-4', table, `an UPDATE calls the volatile ${called}()`);
      }
      for (const set of children(node, 'targetList')) {
        if (text(child(set, 'ResTarget'), 'name') === 'registry_id') this.#find('LINT-1', table, 'an UPDATE sets registry_id');
      }
    }
  }
}
