import { readableAreas } from '@sotay/domain/access/author'
import { aboutOf, decide } from '@sotay/domain/decide'
import type { Actor } from '@sotay/domain/kernel/actor'
import type { History } from '@sotay/domain/kernel/decide'
import { type AreaId, type DeviceId, FactId } from '@sotay/domain/kernel/ids'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import { block, isBlocked, type Problem } from '@sotay/domain/kernel/problem'
import { type Fact, type FactType, readFact } from '@sotay/domain/kinds'
import type { AreaSeen, Me } from '@sotay/domain/wire/session'
import { type Phone, timeOn, todayOn } from './phone.ts'

/** A note as a form hands it over: all of a fact but what the phone stamps. */
export interface Draft {
  readonly type: FactType
  readonly area: AreaId
  readonly occurredOn: PlainDate
  readonly data: unknown
  readonly corrects?: FactId
  readonly because?: string
}

/** What becomes of a draft: kept on the disk, or what speaks against it. `doubtful` is kept once a reason is given. */
export type Recorded =
  | { readonly kind: 'kept'; readonly fact: Fact }
  | { readonly kind: 'blocked' | 'doubtful'; readonly problems: readonly Problem[] }

class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn'
}

/** Who notes, as the service last told this phone. @throws NotSignedIn before it ever did */
function getMe(phone: Phone): Me {
  if (phone.state.me === null) throw new NotSignedIn('this phone has not been told whose it is')
  return phone.state.me
}

/** The actor that `decide` asks for. */
function actorOf(me: Me): Actor {
  const responsibilities = me.responsibilities.map(({ area, from, to }) => ({ area, from, ...(to === undefined ? {} : { to }) }))
  return { user: me.user, role: me.role, responsibilities, communeAreas: me.communeAreas }
}

/** The areas in one's charge today; those of the past are known by name, and no longer noted in. */
export function areasInCharge(phone: Phone): readonly AreaSeen[] {
  const { me } = phone.state
  if (me === null) return []
  const readable = readableAreas(actorOf(me), todayOn(phone))
  return me.areas.filter(({ area }) => readable.includes(area))
}

/** What speaks against a draft as it stands; a draft that cannot be read has one `malformed` problem for each field. Writes nothing. */
export function judge(phone: Phone, device: DeviceId, draft: Draft, history: History): readonly Problem[] {
  const fact = stamp(phone, device, draft, history)
  return 'at' in fact ? fact.at.map((at) => block('malformed', at)) : decide(fact, history, { actor: actorOf(getMe(phone)), today: todayOn(phone) })
}

/**
 * Keeps a note: stamps it, judges it with the same `decide` as the service, and writes it with its place in the outbox in one record (SYNC-1).
 * When this resolves `kept`, the note is on the disk.
 * @throws ShelfFull when the device has no room; the draft is then the caller's to keep
 */
export async function record(phone: Phone, device: DeviceId, draft: Draft, history: History): Promise<Recorded> {
  let outcome: Recorded = { kind: 'blocked', problems: [] }
  let written: FactId | undefined
  try {
    await phone.write((state) => {
      if (written !== undefined && state.own.has(written)) return []
      const fact = stamp(phone, device, draft, history)
      if ('at' in fact) {
        outcome = { kind: 'blocked', problems: fact.at.map((at) => block('malformed', at)) }
        return []
      }
      const problems = decide(fact, history, { actor: actorOf(getMe(phone)), today: todayOn(phone) })
      if (isBlocked(problems)) outcome = { kind: 'blocked', problems }
      else if (problems.length > 0 && draft.because === undefined) outcome = { kind: 'doubtful', problems }
      else {
        outcome = { kind: 'kept', fact }
        written = fact.id
        return [{ kind: 'noted', fact }]
      }
      return []
    })
  } catch (error) {
    // The disk may have taken it before it failed to say so.
    if (written === undefined || !phone.state.own.has(written)) throw error
  }
  return outcome
}

/** Makes the fact: id, time, author, subjects. The time lies after every note of this phone, so that what corrects another always counts. */
function stamp(phone: Phone, device: DeviceId, draft: Draft, history: History): Fact | { readonly at: readonly string[] } {
  const latest = [...phone.state.own.values()].reduce((last, { fact }) => Math.max(last, fact.recordedAt), 0)
  const recordedAt = Math.max(timeOn(phone), latest + 1)
  const bare = {
    id: FactId.parse(phone.ports.newId(recordedAt)), type: draft.type, v: 1, area: draft.area, about: [],
    occurredOn: draft.occurredOn, recordedAt, recordedBy: getMe(phone).user, device, via: 'phone' as const,
    ...(draft.corrects === undefined ? {} : { corrects: draft.corrects }),
    ...(draft.because === undefined ? {} : { because: draft.because }),
    data: draft.data,
  }
  const read = readFact(bare)
  if (read.kind !== 'known') return { at: read.kind === 'unreadable' ? read.at : ['type'] }
  return { ...read.fact, about: aboutOf(read.fact, history) }
}
