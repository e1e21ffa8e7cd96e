import * as z from 'zod/mini'
import { AreaId, FactId, PersonId, SubjectId, UnitId, UserId } from '../kernel/ids.ts'
import { kindOf, Period } from '../kernel/period.ts'
import { PlainDate } from '../kernel/plain-date.ts'
import { text } from '../kernel/text.ts'
import { CELL_CODES } from '../packs/tt01-2022/cells.ts'
import { P0_SECTIONS } from '../packs/tt01-2022/code-lists.ts'
import { AGE_GROUPS, AGES_CODES } from '../reports/age-sex.ts'
import { DSX_FIGURES } from '../reports/dsx.ts'
import { P0Cell } from '../reports/p0-cell.ts'

/** Reports as they are asked for and answered (`/api/reports`). */
const Cell = z.enum(CELL_CODES)
const Hash = z.string()
const Sex = z.enum(['male', 'female'])
const Figures = z.record(z.enum(DSX_FIGURES), z.int())
const Groups = z.array(z.int()).check(z.length(AGE_GROUPS.length))
const AgeSex = z.strictObject({ male: Groups, female: Groups })

/** `GET /api/reports/dsx?unit=…&period=…` or `?area=…&period=…`: exactly one of unit and area. */
export const ReportQuery = z.strictObject({
  unit: z.exactOptional(UnitId),
  area: z.exactOptional(AreaId),
  period: Period,
})
export type ReportQuery = z.infer<typeof ReportQuery>

export const DsxReport = z.strictObject({
  form: z.enum(['01-DSX', '02-DSX', '03-DSX']),
  period: Period,
  pack: z.string(),
  rulesVersion: z.int(),
  /** The seq of each registry that was counted. */
  counted: z.record(z.string(), z.int()),
  /** Milliseconds UTC. */
  madeAt: z.int(),
  /** SHA-256 of the cells in pack order, the collaborators and the structure, of the whole and of each area. */
  hash: Hash,
  total: Figures,
  /** Of 03-DSX alone: the residents of row 2 by age and sex (`AGE_GROUPS`); their sum is row 2. */
  structure: z.exactOptional(AgeSex),
  areas: z.array(z.strictObject({ area: AreaId, number: z.string(), name: z.string(), cells: Figures, structure: z.exactOptional(AgeSex) })),
})
export type DsxReport = z.infer<typeof DsxReport>

/** `GET /api/reports/p0?area=…&period=…`, a month. `private=1`: the lines of the private sections as well; each time is written in the audit. */
export const P0Query = z.strictObject({
  area: AreaId,
  period: Period.check(z.refine((period) => kindOf(period) === 'month')),
  private: z.exactOptional(z.literal('1')),
})
export type P0Query = z.infer<typeof P0Query>

export const P0Report = z.strictObject({
  form: z.literal('P0/CTV'),
  period: Period,
  area: AreaId,
  number: z.string(),
  name: z.string(),
  pack: z.string(),
  rulesVersion: z.int(),
  /** The seq of the registry that was counted. */
  counted: z.record(z.string(), z.int()),
  /** Milliseconds UTC. */
  madeAt: z.int(),
  /** SHA-256 of every line and tick, the lines that are held back included, so that it is the same whoever asks. */
  hash: Hash,
  /** The signature that speaks of the month. */
  signed: z.nullable(z.strictObject({ signer: z.string(), on: PlainDate })),
  sections: z.array(
    z.strictObject({
      section: z.literal(P0_SECTIONS),
      /** The collaborator says that nothing occurred. */
      isTicked: z.boolean(),
      count: z.int(),
      /** Null where the section is private and was not asked for. */
      rows: z.nullable(z.array(z.strictObject({ person: PersonId, cells: z.array(P0Cell) }))),
    }),
  ),
})
export type P0Report = z.infer<typeof P0Report>

/** Of the residents, those of one row of the structure and perhaps of one sex. */
const narrowing = { ages: z.exactOptional(z.enum(AGES_CODES)), sex: z.exactOptional(Sex) }

/**
 * `GET /api/reports/evidence?…&cell=…`: the people or households behind one number; their amounts add up to it. With `cell=residents`, `ages` asks for a
 * row of the structure, and `sex` for its men or its women. `private=1`: the people behind a number of the private part as well; each time is written in
 * the audit.
 */
export const EvidenceQuery = z
  .strictObject({ unit: z.exactOptional(UnitId), area: z.exactOptional(AreaId), period: Period, cell: Cell, ...narrowing, private: z.exactOptional(z.literal('1')) })
  .check(z.refine(({ cell, ages, sex }) => (ages === undefined ? sex === undefined : cell === 'residents')))
export type EvidenceQuery = z.infer<typeof EvidenceQuery>

/** Somebody, or a household, behind a number. */
export const Behind = z.strictObject({
  subject: SubjectId,
  kind: z.enum(['person', 'household']),
  area: AreaId,
  amount: z.int(),
  /** A person's full name, "Trai"/"Gái" being the reader's to say when null; a household's number. */
  label: z.nullable(z.string()),
  sex: z.nullable(Sex),
  born: z.nullable(z.string()),
  householdNumber: z.nullable(z.string()),
  /** The day of a flow; null for a stock. */
  on: z.nullable(z.string()),
})
export type Behind = z.infer<typeof Behind>

export const Evidence = z.strictObject({
  period: Period,
  cell: Cell,
  ...narrowing,
  sum: z.int(),
  /** Null where the number is of the private part and its people were not asked for. */
  subjects: z.nullable(z.array(Behind)),
})
export type Evidence = z.infer<typeof Evidence>

/** `GET /api/reports/collaborators?…`: the people of row 18, by name, each with her areas of the report on the period's last day. */
export const Collaborators = z.strictObject({
  period: Period,
  collaborators: z.array(z.strictObject({ user: UserId, name: z.string(), areas: z.array(AreaId) })),
})
export type Collaborators = z.infer<typeof Collaborators>

/** `GET /api/register/subjects/:subject/notes`: the notes about a person or a household; private ones only with `private=1`, which is written in the audit. */
export const NotesAbout = z.strictObject({
  subject: SubjectId,
  entries: z.array(
    z.strictObject({
      seq: z.int(),
      receivedAt: z.int(),
      status: z.enum(['accepted', 'held']),
      counts: z.boolean(),
      problems: z.array(z.unknown()),
      raw: z.unknown(),
    }),
  ),
})
export type NotesAbout = z.infer<typeof NotesAbout>

/** `GET /api/areas`: the areas of a commune with how fresh they are. */
export const AreaFreshness = z.strictObject({
  area: AreaId,
  number: z.string(),
  name: z.string(),
  collaborators: z.array(z.string()),
  /** Milliseconds UTC of the last sync of any device in charge; null when there was none. */
  lastSync: z.nullable(z.int()),
  /** `recordedAt` of the oldest note that a device last said was still unsent, if any; and how many. */
  unsentSince: z.nullable(z.int()),
  unsent: z.int(),
  held: z.int(),
  /** Months signed by the collaborator, the latest first. */
  signed: z.array(z.strictObject({ month: Period, on: PlainDate, signer: z.string() })),
})
export type AreaFreshness = z.infer<typeof AreaFreshness>

export const HeldNote = z.strictObject({
  fact: z.nullable(FactId),
  area: z.nullable(AreaId),
  seq: z.nullable(z.int()),
  receivedAt: z.int(),
  sender: z.string(),
  problems: z.array(z.unknown()),
  /** `false` when nothing but the id could be read, so that it can only be refused. */
  canTake: z.boolean(),
  raw: z.unknown(),
  /** Set when it fits no log (`unplaced`): the number under which the tray keeps it. */
  unplaced: z.nullable(z.int()),
  subjects: z.array(z.strictObject({ subject: PersonId, label: z.nullable(z.string()) })),
})
export type HeldNote = z.infer<typeof HeldNote>

/** `GET /api/notes/held?skip=…`: the held notes that nobody has settled, oldest first, at most 200 at a time. */
export const HeldQuery = z.strictObject({ skip: z.exactOptional(z.coerce.number().check(z.int(), z.nonnegative(), z.maximum(100_000))) })
export type HeldQuery = z.infer<typeof HeldQuery>

/** `POST /api/notes/settle`: exactly one of `fact` (held in a log) and `unplaced` (in the tray). */
export const SettleNote = z.strictObject({
  fact: z.exactOptional(FactId),
  unplaced: z.exactOptional(z.int()),
  verdict: z.enum(['take', 'refuse']),
  reason: text(500),
})
export type SettleNote = z.infer<typeof SettleNote>

/** `counts`: whether the note is taken now. A note from the tray may enter the log and still be held there for what else stands against it. */
export const NoteSettled = z.strictObject({ verdict: z.enum(['take', 'refuse']), counts: z.boolean() })
export type NoteSettled = z.infer<typeof NoteSettled>
