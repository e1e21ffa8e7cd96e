import type { Field } from './header-words.ts';

/** Why a cell, a row or a file is not taken as it stands; texts in `trouble-words.ts`. */
export type TroubleCode =
  | 'name-missing'
  | 'name-too-long'
  | 'name-unlike-a-name'
  | 'household-missing'
  | 'household-too-long'
  | 'household-taken'
  | 'sex-missing'
  | 'sex-unreadable'
  | 'sex-twice'
  | 'sex-against-relation'
  | 'relation-unreadable'
  | 'second-head'
  | 'born-missing'
  | 'date-impossible'
  | 'date-unreadable'
  | 'date-after-book'
  | 'year-guessed'
  | 'insurance-unreadable'
  | 'id-unreadable'
  | 'ethnicity-too-long'
  | 'ethnicity-unlisted'
  | 'education-unreadable'
  | 'marital-unreadable'
  | 'residence-unreadable'
  | 'address-too-long'
  | 'phone-unreadable'
  | 'method-unreadable'
  | 'method-whose'
  | 'method-start-missing'
  | 'method-start-partial'
  | 'method-not-known'
  | 'formula-uncalculated'
  | 'cell-error'
  | 'same-in-book'
  | 'same-in-file'
  | 'looks-like'
  | 'paper-twice'
  | 'household-without-head'
  | 'head-of-sheet'
  | 'not-admitted';

/**
 * - `row`: the person cannot be taken;
 * - `cell`: the person can, without what this cell says;
 * - `known`: the person is in the book already and is not noted twice;
 * - `note`: taken, and worth a look.
 */
export type Severity = 'row' | 'cell' | 'known' | 'note';

export type Trouble = {
  readonly sheet: string;
  readonly row: number;
  readonly field?: Field;
  /** The letter of the column, where one cell is meant. */
  readonly column?: string;
  /** The cell as it stands, or what of the row tells whom it is about. */
  readonly value: string;
  readonly code: TroubleCode;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string | number>>;
};
