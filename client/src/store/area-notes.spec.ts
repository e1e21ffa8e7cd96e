import { AreaId, DeviceId } from '@sotay/domain/kernel/ids'
import { period } from '@sotay/domain/kernel/period'
import { plainDate } from '@sotay/domain/kernel/plain-date'
import { workFacts } from '@sotay/domain/work/effective-work'
import { tasksOf } from '@sotay/domain/work/tasks'
import { describe, expect, it } from 'vitest'
import { AREA, DEVICE, ME, newId, smallArea } from '../../tests/field/people.ts'
import { type PretendLog, pretendLog } from '../../tests/field/pretend-log.ts'
import { areaMonth, signatureDraft, workMonth } from './area-month.ts'
import { unreadBack, workNotesOf } from './area-notes.ts'
import { openBook } from './book.ts'
import { historyOf } from './history.ts'
import { openPhone, type Phone } from './phone.ts'
import { notedAboutNobody, snapshotOf } from './phone-state.ts'
import { type Draft, record } from './record.ts'
import { clearSeal } from './seal.ts'
import { memoryShelf, type Shelf } from './shelf.ts'
import { areaStoryOf, findTold } from './story.ts'
import { syncRound } from './sync.ts'

const device = DeviceId.parse(DEVICE)
const area = AreaId.parse(AREA)
const MARCH = period('2026-03')

async function phoneOn(shelf: Shelf = memoryShelf()): Promise<Phone> {
  const ports = { shelf, seal: clearSeal(), now: () => Date.UTC(2026, 3, 2), newId: () => newId(), alone: <T>(_name: string, work: () => Promise<T>) => work(), announce: () => {} }
  const phone = await openPhone(ports)
  if (phone.state.me === null) await phone.write(() => [{ kind: 'me', me: ME, offset: 0 }])
  return phone
}

async function sync(phone: Phone, log: PretendLog): Promise<void> {
  for (let rounds = 0; rounds < 50; rounds++) {
    const end = await syncRound(phone, device, { sync: (request) => Promise.resolve({ kind: 'answer', body: JSON.parse(JSON.stringify(log.answer(request))) as unknown }) })
    if (end !== 'more') return
  }
}

async function note(phone: Phone, draft: Omit<Draft, 'area'>) {
  const { numbered, alike } = openBook(phone.state)
  const recorded = await record(phone, device, { because: 'đã hỏi lại', ...draft, area }, historyOf(phone.state, { numbered, alike, lines: () => new Map() }))
  if (recorded.kind !== 'kept') throw new Error(JSON.stringify(recorded))
  return recorded.fact
}

const talk = (female: number) => ({ type: 'counselling-given', occurredOn: plainDate('2026-03-12'), data: { mode: 'talk', topics: ['law'], heard: { kind: 'counts', male: 0, female } } }) as const
const people = (phone: Phone) => workMonth(phone.state, openBook(phone.state), [area], MARCH).counselling.modes.talk
const rawTask = { id: newId(), type: 'task-given', v: 1, area: AREA, about: [], occurredOn: '2026-03-02', recordedAt: 1_772_000_000_000, recordedBy: newId(), device: newId(), via: 'office', data: { text: 'Rà soát' } }

describe('what is about nobody', () => {
  it('is corrected and taken back off line, survives a restart of the app, and is the same on a second phone', async () => {
    const [log, shelf] = [pretendLog(AREA), memoryShelf()]
    const phone = await phoneOn(shelf)
    const first = await note(phone, talk(12))
    expect(people(phone)).toEqual({ times: 1, people: 12 })
    const second = await note(phone, { ...talk(14), corrects: first.id })
    expect(people(phone)).toEqual({ times: 1, people: 14 })
    expect([first, second].map(({ id }) => findTold(phone.state, id)?.counts)).toEqual([false, true])
    expect(areaStoryOf(phone.state, area).map(({ fact, counts }) => [fact.id, counts])).toEqual([[second.id, true], [first.id, false]])
    await note(phone, { type: 'fact-withdrawn', occurredOn: plainDate('2026-03-12'), data: { fact: second.id, reason: 'Ghi nhầm' } })
    expect(people(phone)).toEqual({ times: 1, people: 12 })
    const again = await phoneOn(shelf)
    expect(notedAboutNobody(again.state, area)).toEqual(notedAboutNobody(phone.state, area))
    await sync(again, log)
    const other = await phoneOn()
    await sync(other, log)
    expect(people(other)).toEqual({ times: 1, people: 12 })
    expect(notedAboutNobody(other.state, area).map(({ fact }) => fact)).toEqual(notedAboutNobody(again.state, area).map(({ fact }) => fact))
  })

  it('is found again in a journal that was rewritten shorter', async () => {
    const phone = await phoneOn()
    await note(phone, talk(12))
    const snapshot = snapshotOf(phone.state)
    const other = await phoneOn()
    await other.write(() => [{ kind: 'snapshot', snapshot }])
    expect(notedAboutNobody(other.state, area)).toEqual(notedAboutNobody(phone.state, area))
    await other.write(() => [{ kind: 'snapshot', snapshot: { ...snapshot, own: [] } }])
    expect(notedAboutNobody(other.state, area)).toEqual([])
  })

  it('of others goes with a log that was restored without it; one’s own is sent again', async () => {
    const log = pretendLog(AREA)
    for (const fact of smallArea().facts) log.append(fact)
    const kept = log.entries.length
    log.append(rawTask)
    const phone = await phoneOn()
    await note(phone, talk(12))
    await sync(phone, log)
    expect(tasksOf(workNotesOf(phone.state, area))).toHaveLength(1)
    log.restore(kept)
    for (let round = 0; round < 3; round++) await sync(phone, log)
    expect(tasksOf(workNotesOf(phone.state, area))).toEqual([])
    expect(notedAboutNobody(phone.state, area).map(({ fact }) => fact.type)).toEqual(['counselling-given'])
    expect(workFacts(workNotesOf(phone.state, area))).toHaveLength(1)
    expect(log.entries.map(({ raw }) => (raw as { type: string }).type)).toContain('counselling-given')
  })
})

describe('a signature', () => {
  it('names how far the phone has read and what it has not read back, and is late for what others had', async () => {
    const log = pretendLog(AREA)
    for (const fact of smallArea().facts) log.append(fact)
    const phone = await phoneOn()
    await sync(phone, log)
    const own = await note(phone, talk(12))
    expect(unreadBack(phone.state, area)).toEqual([own.id])
    const { totals } = areaMonth(phone.state, openBook(phone.state), area, MARCH)
    expect(totals).toMatchObject({ residents: 6, 'p0-1': 0, 'p0-3': 0, 'counselling-talk': 1, 'counselling-talk-people': 12, visits: 0 })
    const draft = signatureDraft(phone.state, area, MARCH, totals, plainDate('2026-04-01'))
    expect(draft.data).toMatchObject({ month: MARCH, signer: 'Lê Thị Hoa', seq: log.entries.length, pending: [own.id], rulesVersion: 2 })
    const signed = await note(phone, draft)
    const late = () => areaMonth(phone.state, openBook(phone.state), area, MARCH).state.late.map(({ id }) => id)
    expect(areaMonth(phone.state, openBook(phone.state), area, MARCH).state.signed?.id).toBe(signed.id)
    expect(late()).toEqual([])
    const before = { ...rawTask, id: newId(), recordedAt: signed.recordedAt - 1_000 }
    log.append(before)
    await sync(phone, log)
    expect(late()).toEqual([before.id])
    const after = await note(phone, talk(3))
    expect(late()).toEqual([before.id, after.id])
  })
})
