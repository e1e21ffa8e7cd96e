/** Why a file cannot be read as a workbook; the words are in `WorkbookRefused`. */
export type WorkbookFault =
  | 'unreadable-file'
  | 'too-large'
  | 'not-a-workbook'
  | 'password'
  | 'too-many-parts'
  | 'too-large-unpacked'
  | 'too-many-rows'
  | 'takes-too-long'
  | 'takes-too-much-memory';

/** Bounds within which a workbook is opened. A register of 20,000 people is 1–3 MB and unpacks to 20. */
export const MOST = {
  /** Bytes of the file. */
  file: 32 * 1024 * 1024,
  /** Files inside it. */
  parts: 2_000,
  /** Bytes of those that are read, unpacked. */
  unpacked: 160 * 1024 * 1024,
  /** Rows that hold something, of all sheets. */
  rows: 250_000,
  /** Milliseconds. */
  time: 60_000,
  /** Megabytes of memory of the thread that reads. */
  memory: 1_024,
} as const;
