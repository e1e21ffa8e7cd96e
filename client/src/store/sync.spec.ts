import { AreaId, DeviceId, FactId, HouseholdId, PersonId, RegistryId } from '@sotay/domain/kernel/ids'
import { plainDate } from '@sotay/domain/kernel/plain-date'
import { describe, expect, it } from 'vitest'
import { AREA, DEVICE, household, ME, newId, person, smallArea } from '../../tests/field/people.ts'
import { type PretendLog, pretendLog } from '../../tests/field/pretend-log.ts'
import { type Book, openBook } from './book.ts'
import { historyOf } from './history.ts'
import { keepEntry, type Line } from './line.ts'
import { isClockOff, openPhone, type Phone, type PhonePorts, todayOn } from './phone.ts'
import { notedOf, unsent } from './phone-state.ts'
import { type Draft, record } from './record.ts'
import { clearSeal } from './seal.ts'
import { memoryShelf, type Shelf, ShelfFull } from './shelf.ts'
import { syncRound, type Wire } from './sync.ts'

const device = DeviceId.parse(DEVICE)

function ports(shelf: Shelf, now: () => number = Date.now): PhonePorts {
  return { shelf, seal: clearSeal(), now, newId: () => newId(), alone: (_name, work) => work(), announce: () => {} }
}

async function phoneOn(shelf: Shelf = memoryShelf(), now?: () => number): Promise<Phone> {
  const phone = await openPhone(ports(shelf, now))
  if (phone.state.me === null) await phone.write(() => [{ kind: 'me', me: ME, offset: 0 }])
  return phone
}

const wireTo = (log: PretendLog): Wire => ({ sync: (request) => Promise.resolve({ kind: 'answer', body: JSON.parse(JSON.stringify(log.answer(request))) }) })

async function syncAll(phone: Phone, wire: Wire): Promise<string> {
  for (let rounds = 0; rounds < 50; rounds++) {
    const end = await syncRound(phone, device, wire)
    if (end !== 'more') return end
  }
  throw new Error('never done')
}

async function note(phone: Phone, number: string) {
  const book = openBook(phone.state)
  const data = { household: newId(), number, kind: 'family', address: ['Tổ 7'] }
  return record(phone, device, { type: 'household-registered', area: AREA, occurredOn: plainDate('2026-01-05'), data }, historyOf(phone.state, known(book)))
}

/** What the folded book tells beside what is noted. */
function known({ numbered, alike }: Pick<Book, 'numbered' | 'alike'>) {
  return { numbered, alike, lines: () => new Map<number, number>() }
}

const countOf = (phone: Phone) => openBook(phone.state).households.size

describe('a phone and the service', () => {
  it('SYNC-1: what is kept is on the shelf and in the outbox, also after a restart', async () => {
    const shelf = memoryShelf()
    const kept = await note(await phoneOn(shelf), '1')
    expect(kept.kind).toBe('kept')
    const again = await phoneOn(shelf)
    expect(unsent(again.state)).toHaveLength(1)
    expect(countOf(again)).toBe(1)
  })

  it('SYNC-2: leaves the outbox with a place only; refused and unplaced are kept and not sent again', async () => {
    const phone = await phoneOn()
    const log = pretendLog(AREA)
    const judged = ['accepted', 'held', 'refused', 'unplaced'] as const
    for (const number of judged) await note(phone, number)
    log.judge = (raw) => {
      const { number } = (raw as { data: { number: string } }).data
      if (number === 'unplaced') return { status: 'held', problems: [], unplaced: true }
      return { status: number as 'accepted', problems: [] }
    }
    expect(await syncAll(phone, wireTo(log))).toBe('done')
    expect([...phone.state.own.values()].map(({ standing }) => standing)).toEqual([...judged])
    let sent = -1
    const counting: Wire = { sync: (request) => ((sent = request.facts.length), wireTo(log).sync(request)) }
    await syncAll(phone, counting)
    expect(sent).toBe(0)
    expect(phone.state.own.size).toBe(4)
  })

  it('SYNC-2: a verdict for a fact that was not sent, or without a place, moves nothing', async () => {
    const phone = await phoneOn()
    await note(phone, '1')
    const log = pretendLog(AREA)
    const id = FactId.parse(newId())
    const wire: Wire = {
      sync: (request) => {
        const body = log.answer({ ...request, facts: [] })
        const verdicts = [
          { index: 0, id, status: 'accepted' as const, place: { unplaced: true as const }, problems: [] },
          { index: 0, id: null, status: 'accepted' as const, place: null, problems: [] },
        ]
        return Promise.resolve({ kind: 'answer', body: { ...body, verdicts } })
      },
    }
    await syncRound(phone, device, wire)
    expect(unsent(phone.state)).toHaveLength(1)
  })

  it('SYNC-3: the answer is lost, the same facts go again, each is there once', async () => {
    const phone = await phoneOn()
    const log = pretendLog(AREA)
    await note(phone, '1')
    const lossy: Wire = { sync: (request) => (log.answer(request), Promise.resolve({ kind: 'unreachable' })) }
    expect(await syncRound(phone, device, lossy)).toBe('unreachable')
    expect(unsent(phone.state)).toHaveLength(1)
    await syncAll(phone, wireTo(log))
    expect(log.entries).toHaveLength(1)
    expect(unsent(phone.state)).toHaveLength(0)
    expect(countOf(phone)).toBe(1)
  })

  it('SYNC-3: an entry of the same id with other content does not empty the outbox', async () => {
    const phone = await phoneOn()
    const kept = await note(phone, '1')
    if (kept.kind !== 'kept') throw new Error('not kept')
    const log = pretendLog(AREA)
    log.append({ ...kept.fact, occurredOn: '2025-12-12' })
    await syncRound(phone, device, { sync: (request) => wireTo(log).sync({ ...request, facts: [] }) })
    expect(unsent(phone.state)).toHaveLength(1)
  })

  it('SYNC-5: a pull cut after any page goes on from there, after a restart too', async () => {
    const log = pretendLog(AREA, 2)
    for (const fact of smallArea().facts) log.append(fact)
    const shelf = memoryShelf()
    const phone = await phoneOn(shelf)
    let calls = 0
    const cut: Wire = { sync: (request) => (++calls % 2 === 0 ? Promise.resolve({ kind: 'unreachable' }) : wireTo(log).sync(request)) }
    await syncRound(phone, device, cut)
    await syncRound(phone, device, cut)
    const again = await phoneOn(shelf)
    expect(again.state.entries.size).toBe(2)
    await syncAll(again, wireTo(log))
    expect(again.state.entries.size).toBe(9)
    expect(countOf(again)).toBe(3)
  })

  it('SYNC-5: a journal that fails at any write loses nothing and repeats nothing', async () => {
    for (let failAt = 1; failAt <= 8; failAt++) {
      for (const hasCommitted of [true, false]) {
        const log = pretendLog(AREA, 3)
        for (const fact of smallArea().facts) log.append(fact)
        const disk = memoryShelf()
        let writes = 0
        const failing: Shelf = {
          ...disk,
          async append(entry) {
            if (++writes !== failAt) return disk.append(entry)
            if (hasCommitted) await disk.append(entry)
            throw new ShelfFull('no room')
          },
        }
        const phone = await openPhone(ports(failing))
        const trying = async (work: () => Promise<unknown>) => work().catch((error: unknown) => expect(error).toBeInstanceOf(ShelfFull))
        for (let tries = 0; tries < 3; tries++) {
          await trying(() => phone.write((state) => (state.me === null ? [{ kind: 'me', me: ME, offset: 0 }] : [])))
          if (phone.state.me !== null && phone.state.own.size === 0) await trying(() => note(phone, '99'))
          await trying(() => syncAll(phone, wireTo(log)))
        }
        const again = await phoneOn(disk)
        expect([failAt, hasCommitted, log.entries.length, again.state.entries.size, unsent(again.state).length]).toEqual([failAt, hasCommitted, 10, 10, 0])
      }
    }
  })

  it('SYNC-8: after a restore it sends again what the log lost, pulls anew, and drops what no log holds', async () => {
    const phone = await phoneOn()
    const log = pretendLog(AREA)
    await note(phone, '1')
    await syncAll(phone, wireTo(log))
    await note(phone, '2')
    log.append(household('70'))
    await syncAll(phone, wireTo(log))
    expect(countOf(phone)).toBe(3)
    log.restore(1)
    let sent: unknown[] = []
    const watching: Wire = { sync: (request) => ((sent = [...sent, ...request.facts]), wireTo(log).sync(request)) }
    await syncAll(phone, watching)
    expect(sent).toHaveLength(1)
    expect(log.entries).toHaveLength(2)
    expect(unsent(phone.state)).toHaveLength(0)
    expect([...openBook(phone.state).households.values()].map((one) => one.number).toSorted()).toEqual(['1', '2'])
  })

  it('SYNC-9: a type of a later version is kept, passed over by the fold, and not lost in a snapshot', async () => {
    const shelf = memoryShelf()
    const phone = await phoneOn(shelf)
    const log = pretendLog(AREA)
    log.append({ ...household('5'), type: 'household-blessed' })
    log.append({ id: newId(), nonsense: true }, 'held')
    await syncAll(phone, wireTo(log))
    for (let n = 0; n < 300; n++) await phone.write(() => [{ kind: 'me', me: ME, offset: n }])
    const again = await phoneOn(shelf)
    expect((await shelf.read(0)).length).toBeLessThan(100)
    expect([...again.state.entries.values()].map(({ entry }) => entry.read.as)).toEqual(['newer', 'unread'])
    expect(countOf(again)).toBe(0)
  })

  it('refuses nothing else because one request is not taken, and keeps all on 401, 403 and 5xx', async () => {
    const phone = await phoneOn()
    await note(phone, '1')
    for (const kind of ['signed-out', 'revoked', 'too-old', 'not-taken', 'unreachable'] as const) {
      expect(await syncRound(phone, device, { sync: () => Promise.resolve({ kind }) })).toBe(kind)
    }
    expect(await syncRound(phone, device, { sync: () => Promise.resolve({ kind: 'answer', body: { hello: 1 } }) })).toBe('later')
    expect(unsent(phone.state)).toHaveLength(1)
  })

  it('an area that is lost is hidden and its notes are kept; when it comes back it is shown', async () => {
    const phone = await phoneOn()
    const log = pretendLog(AREA)
    for (const fact of smallArea().facts) log.append(fact)
    await syncAll(phone, wireTo(log))
    const closing: Wire = { sync: (request) => Promise.resolve({ kind: 'answer', body: { ...log.answer(request), areas: { [AREA]: { closed: 'lost' } } } }) }
    await syncRound(phone, device, closing)
    expect(countOf(phone)).toBe(0)
    expect(phone.state.entries.size).toBe(9)
    await syncAll(phone, wireTo(log))
    expect(countOf(phone)).toBe(3)
  })

  it('SYNC-10: whom one of two areas ceases to see is still there where she is at home, and where somebody of it is tied to her', async () => {
    const phone = await phoneOn()
    const [here, there] = [AREA, AreaId.parse('0193a000-0000-7000-8000-0000000000aa')]
    const area = smallArea()
    const child = newId()
    const birth = {
      ...household('x'), id: newId(), area: there, type: 'birth-reported', occurredOn: '2026-03-04', about: [child, area.houses[0], area.hoa],
      data: { child, household: area.houses[0], sex: 'female', mother: { kind: 'person', person: area.hoa }, place: 'hospital', order: 'unknown' },
    }
    const entries = [...area.facts, birth].map((raw, index) => keepEntry({ seq: index + 1, position: index + 1, status: 'accepted', receivedAt: 1, problems: [], raw }))
    const registry = RegistryId.parse('0193a000-0000-7000-8000-00000000000f')
    const page = (of: AreaId, gone: readonly string[]): Line => ({ kind: 'page', area: of, registry, cursor: [10, '0'.repeat(64)], entries, newcomers: [], gone: gone.map((id) => PersonId.parse(id)) })
    const isSeen = () => openBook(phone.state).people.has(PersonId.parse(area.hoa))
    await phone.write(() => [page(there, [area.hoa])])
    expect(isSeen()).toBe(true)
    await phone.write(() => [page(here, []), page(there, [area.hoa])])
    expect(isSeen()).toBe(true)
  })

  it('a note that names a person as somebody’s household hides nobody', async () => {
    const phone = await phoneOn()
    const log = pretendLog(AREA)
    const area = smallArea()
    for (const fact of area.facts) log.append(fact)
    log.append(person({ household: area.hoa, name: 'Lạc Nhà', sex: 'male', born: '1990' }), 'held')
    await syncAll(phone, wireTo(log))
    expect(openBook(phone.state).people.has(PersonId.parse(area.hoa))).toBe(true)
  })

  it('a clock a year off: the day is the service’s, and it is known that the clock is off', async () => {
    const phone = await phoneOn(memoryShelf(), () => Date.now() - 365 * 86_400_000)
    expect(isClockOff(phone)).toBe(false)
    await syncAll(phone, wireTo(pretendLog(AREA)))
    expect(isClockOff(phone)).toBe(true)
    expect(todayOn(phone).slice(0, 4)).toBe(String(new Date(Date.now() + 7 * 3_600_000).getUTCFullYear()))
    const kept = await note(phone, '1')
    expect(kept.kind === 'kept' && Math.abs(kept.fact.recordedAt - Date.now()) < 60_000).toBe(true)
  })

  it('two tabs on one journal number no record twice and know the same', async () => {
    const shelf = memoryShelf()
    const [left, right] = [await phoneOn(shelf), await phoneOn(shelf)]
    await note(left, '1')
    await note(right, '2')
    await note(left, '3')
    await right.catchUp()
    expect([countOf(left), countOf(right)]).toEqual([3, 3])
  })

  it('asks a reason where something speaks against a note, and keeps it with the reason', async () => {
    const phone = await phoneOn()
    await note(phone, '1')
    const doubtful = await note(phone, '1')
    expect(doubtful.kind === 'doubtful' && doubtful.problems.map(({ code }) => code)).toEqual(['number-taken'])
    const draft = { type: 'household-registered', area: AREA, occurredOn: plainDate('2026-01-05'), because: 'nhà chia đôi' } as const
    const data = { household: HouseholdId.parse(newId()), number: '1', kind: 'family', address: [] }
    const kept = await record(phone, device, { ...draft, data }, historyOf(phone.state, known(openBook(phone.state))))
    expect(kept.kind).toBe('kept')
    const missing = { person: PersonId.parse(newId()) }
    const malformed = await record(phone, device, { ...draft, type: 'death-reported', data: missing }, historyOf(phone.state, { numbered: () => [], alike: () => [], lines: () => new Map() }))
    expect(malformed.kind === 'blocked' && malformed.problems[0]).toMatchObject({ code: 'malformed', at: 'data.place' })
  })

  it('asks about somebody who comes and is like one who lived in another household of the area', async () => {
    const phone = await phoneOn()
    const [old, fresh] = [await note(phone, '1'), await note(phone, '2')]
    if (old.kind !== 'kept' || fresh.kind !== 'kept') throw new Error('not kept')
    const on = plainDate('2026-02-01')
    const noted = (draft: Omit<Draft, 'area'>) => record(phone, device, { area: AREA, ...draft }, historyOf(phone.state, known(openBook(phone.state))))
    const who = (full: string, given: string, born: string) => ({ person: PersonId.parse(newId()), name: { full, given }, sex: 'female', born })
    const lan = who('Nguyễn Thị Thuỷ', 'Thuỷ', '1988-03-05')
    const kept = [
      await noted({ type: 'person-registered', occurredOn: on, data: { ...lan, household: old.fact.about[0], relation: 'head', marital: 'unknown', residence: { legal: 'permanent', presence: 'present' } } }),
      await noted({ type: 'departure-reported', occurredOn: on, data: { people: [lan.person], destination: 'unknown' } }),
    ]
    expect(kept.map(({ kind }) => kind)).toEqual(['kept', 'kept'])
    const comes = (told: ReturnType<typeof who>) => noted({ type: 'arrival-reported', occurredOn: on, data: { who: { kind: 'new', ...told, legal: 'unknown' }, household: fresh.fact.about[0], relation: 'head', from: 'other-province', intent: 'settle' } })
    expect(await comes(who('NGUYEN THI THUY', 'THUY', '1988'))).toMatchObject({ kind: 'doubtful', problems: [{ code: 'looks-like-known', params: { household: '1' } }] })
    expect((await comes(who('Nguyễn Thị Thuỷ', 'Thuỷ', '1988-03-06'))).kind).toBe('kept')
  })

  it('a correction and its withdrawal count at once, before they are sent', async () => {
    const phone = await phoneOn()
    const kept = await note(phone, '1')
    if (kept.kind !== 'kept') throw new Error('not kept')
    const history = () => historyOf(phone.state, known(openBook(phone.state)))
    const data = { ...kept.fact.data, number: '8' }
    const corrected = await record(phone, device, { type: 'household-registered', area: AREA, occurredOn: kept.fact.occurredOn, data, corrects: kept.fact.id }, history())
    if (corrected.kind !== 'kept') throw new Error(JSON.stringify(corrected))
    expect([...openBook(phone.state).households.values()][0]?.number).toBe('8')
    const back = { type: 'fact-withdrawn', area: AREA, occurredOn: kept.fact.occurredOn, data: { fact: corrected.fact.id, reason: 'ghi nhầm' } } as const
    expect((await record(phone, device, back, history())).kind).toBe('kept')
    expect([...openBook(phone.state).households.values()][0]?.number).toBe('1')
    expect(notedOf(phone.state, kept.fact.id)?.status).toBe('pending')
  })
})
