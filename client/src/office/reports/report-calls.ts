import type { AreaId, SubjectId, UnitId } from '@sotay/domain/kernel/ids'
import { readFact } from '@sotay/domain/kinds'
import type { Period } from '@sotay/domain/kernel/period'
import type { CellCode } from '@sotay/domain/packs/tt01-2022/cells'
import { Collaborators, DsxReport, Evidence, NotesAbout, P0Report } from '@sotay/domain/wire/reports'
import { type Answer, askServer } from '../../ui/ask-server.ts'
import type { Narrowed } from './report-address.ts'

/** What a report is of: a whole commune or one area of it. */
export type Scope = { readonly unit: UnitId } | { readonly area: AreaId }

function query(scope: Scope, period: Period, more: Record<string, string> = {}): string {
  return new URLSearchParams({ ...scope, period, ...more }).toString()
}

/** The rows of 01/02/03-DSX. */
export async function askReport(scope: Scope, period: Period, signal: AbortSignal): Promise<Answer<DsxReport>> {
  return await askServer(`/api/reports/dsx?${query(scope, period)}`, DsxReport, { signal })
}

/** Where the form is to be had as an `.xlsx`. */
export function workbookOf(scope: Scope, period: Period): string {
  return `/api/reports/dsx.xlsx?${query(scope, period)}`
}

function p0Query(area: AreaId, month: Period, isPrivate: boolean): string {
  return new URLSearchParams({ area, period: month, ...(isPrivate ? { private: '1' } : {}) }).toString()
}

/** The name lists of P0/CTV. @param isPrivate the private ones as well, which the service writes down */
export async function askP0(area: AreaId, month: Period, isPrivate: boolean, signal: AbortSignal): Promise<Answer<P0Report>> {
  return await askServer(`/api/reports/p0?${p0Query(area, month, isPrivate)}`, P0Report, { signal })
}

/** Where P0/CTV is to be had as an `.xlsx`. */
export function p0WorkbookOf(area: AreaId, month: Period, isPrivate: boolean): string {
  return `/api/reports/p0.xlsx?${p0Query(area, month, isPrivate)}`
}

/** Which number: a cell, or some of the residents. */
export interface NumberAsked {
  readonly cell: CellCode
  readonly narrowed: Narrowed | undefined
}

/** Who is behind one number. @param isPrivate also where it is of the private part, which the service writes down */
export async function askEvidence(scope: Scope, period: Period, { cell, narrowed }: NumberAsked, isPrivate: boolean, signal: AbortSignal): Promise<Answer<Evidence>> {
  const part = narrowed === undefined ? {} : { ages: narrowed.ages, ...(narrowed.sex === undefined ? {} : { sex: narrowed.sex }) }
  return await askServer(`/api/reports/evidence?${query(scope, period, { cell, ...part, ...(isPrivate ? { private: '1' } : {}) })}`, Evidence, { signal })
}

/** Who is behind row 18. */
export async function askCollaborators(scope: Scope, period: Period, signal: AbortSignal): Promise<Answer<Collaborators>> {
  return await askServer(`/api/reports/collaborators?${query(scope, period)}`, Collaborators, { signal })
}

/** The notes about a subject, and those about the people its notes name, so that they can be told by name. */
export interface Story {
  readonly entries: NotesAbout['entries']
  readonly around: NotesAbout['entries']
}

const MOST_NAMED = 8

/** The story of a person or a household. Who cannot be looked up stays unnamed. @param isPrivate with the private notes, which the service writes down */
export async function askStory(subject: SubjectId, isPrivate: boolean, signal: AbortSignal): Promise<Answer<Story>> {
  const own = await askNotes(subject, isPrivate, signal)
  if (!own.ok) return own
  const { entries } = own.value
  const named = entries.flatMap(({ raw }) => {
    const read = readFact(raw)
    return read.kind === 'unreadable' ? [] : read.fact.about
  })
  const others = [...new Set(named)].filter((id) => id !== subject).slice(0, MOST_NAMED)
  const answers = await Promise.all(others.map(async (id) => await askNotes(id, false, signal)))
  return { ok: true, value: { entries, around: answers.flatMap((answer) => (answer.ok ? answer.value.entries : [])) } }
}

async function askNotes(subject: SubjectId, isPrivate: boolean, signal: AbortSignal): Promise<Answer<NotesAbout>> {
  return await askServer(`/api/register/subjects/${subject}/notes${isPrivate ? '?private=1' : ''}`, NotesAbout, { signal })
}
