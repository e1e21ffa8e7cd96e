import type { HouseholdId } from '@sotay/domain/kernel/ids'
import { ageOn, civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import { presumedDay } from '@sotay/domain/kernel/partial-date'
import type { OpenHousehold } from '@sotay/domain/register/household'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords as useBookWords } from '../../i18n/field-words.ts'
import { aboutPerson, nameOf } from '../../i18n/naming.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import { showDate } from '../../i18n/show-date.ts'
import type { OpenPerson } from '../../store/book.ts'
import { membersInOrder } from '../../store/search.ts'
import { storyOf } from '../../store/story.ts'
import { type Column, SortedTable } from '../../ui/sorted-table.tsx'
import { formsOfHousehold } from '../../forms/kinds-to-note.ts'
import { areaNameOf, findPerson, type Home, livesIn, useHome } from './home.ts'
import { Missing } from './missing.tsx'
import css from './register.module.css'
import { StoryPart } from './story-part.tsx'

/** One household: where, who in A0 order, who was, what can be noted for it, and what was. */
export function HouseholdDetail({ id }: { readonly id: HouseholdId }): VNode {
  const words = useBookWords()
  const register = useRegisterWords()
  const home = useHome()
  const household = home.book.households.get(id)
  if (household === undefined) return <Missing />
  const members = membersInOrder(home.book, household).filter((person) => livesIn(person, household.id))
  const base = `/so-bo/ho/${household.id}`
  return (
    <>
      <p class={css.back}>
        <Link href="/so-bo">← {register.back}</Link>
      </p>
      <h2 tabIndex={-1} data-detail>
        {register.household.title(household.number)}
      </h2>
      <p>
        {[areaNameOf(home.me, household.area, register.area), household.address.join(', '), words.household.kinds[household.kind], household.representative]
          .filter((part) => part !== undefined && part !== '')
          .join(' · ')}
        {household.phone !== undefined && ` · ${words.household.phone} ${household.phone}`}
      </p>
      <p class={css.soft}>{register.household.openedOn(household.openedOn)}</p>
      {household.closed !== undefined && <p class={css.mark}>⚠ {register.household.closed(household.closed.on, words.codes.closingReasons[household.closed.reason])}</p>}
      <h3>{register.household.people}</h3>
      {members.length === 0 ? <p>{register.household.nobody}</p> : <Members members={members} household={household} />}
      <Past household={household} home={home} current={members} />
      <h3>{register.household.note}</h3>
      <ul class={css.kinds}>
        {formsOfHousehold(household).map((title) => (
          <li key={title}>
            <Link href={`${base}/ghi/${title}`}>{words.forms.titles[title]}</Link>
          </li>
        ))}
      </ul>
      <h3>{register.household.story}</h3>
      <StoryPart notes={storyOfHome(home, household)} base={base} none={register.household.noStory} />
    </>
  )
}

function Members({ members, household }: { readonly members: readonly OpenPerson[]; readonly household: OpenHousehold }): VNode {
  const words = useBookWords()
  const { household: texts } = useRegisterWords()
  const today = civilDayInVietnam(Date.now())
  const relation = (person: OpenPerson): string => words.codes.relations[person.id === household.head ? 'head' : person.relation]
  const columns: Column<OpenPerson>[] = [
    { id: 'name', head: texts.columns.name, isRowHead: true, sort: (person) => nameOf(words, person), cell: (person) => <Link href={`/so-bo/nguoi/${person.id}`}>{nameOf(words, person)}</Link> },
    { id: 'relation', head: texts.columns.relation, sort: relation, cell: relation },
    { id: 'sex', head: texts.columns.sex, sort: (person) => person.sex, cell: (person) => words.codes.sexes[person.sex] },
    { id: 'age', head: texts.columns.age, sort: (person) => ageOn(presumedDay(person.born), today), cell: (person) => Math.max(0, ageOn(presumedDay(person.born), today)) },
    { id: 'born', head: texts.columns.born, sort: (person) => person.born, cell: (person) => showDate(person.born) },
  ]
  return <SortedTable caption={texts.people} columns={columns} rows={members} keyOf={(person) => person.id} sortBy={texts.sortBy} />
}

/** Those who were of the household, each with what became of them. */
function Past({ household, home, current }: { readonly household: OpenHousehold; readonly home: Home; readonly current: readonly OpenPerson[] }): VNode | null {
  const words = useBookWords()
  const { household: texts } = useRegisterWords()
  const past = household.people.map((id) => home.book.people.get(id)).filter((person) => person !== undefined && !current.includes(person))
  if (past.length === 0) return null
  const today = civilDayInVietnam(Date.now())
  return (
    <details>
      <summary>{texts.past(past.length)}</summary>
      <ul class={css.rows}>
        {past.map((person) =>
          person === undefined ? null : (
            <li key={person.id}>
              <Link href={`/so-bo/nguoi/${person.id}`}>{nameOf(words, person)}</Link>, {aboutPerson(words, person, today)}
              {becameOf(person, household, home, texts, (one) => nameOf(words, one))}
            </li>
          ),
        )}
      </ul>
    </details>
  )
}

function becameOf(person: OpenPerson, household: OpenHousehold, home: Home, texts: ReturnType<typeof useRegisterWords>['household'], say: (person: OpenPerson) => string): string {
  if (person.joinedInto !== undefined) {
    const into = findPerson(home, person.joinedInto)
    return into === undefined ? '' : ` · ${texts.joined(say(into))}`
  }
  if (person.household === household.id) return ''
  const on = person.residences.at(-1)?.places.at(-1)?.from
  if (on === undefined) return ''
  const to = home.book.households.get(person.household)
  return ` · ${to === undefined ? texts.movedElsewhere(on) : texts.movedTo(to.number, on)}`
}

/** What was noted of the household and of those who live, or lived last, in it, each note once, the latest first. */
function storyOfHome({ state, book }: Home, household: OpenHousehold) {
  const people = household.people.filter((id) => book.people.get(id)?.household === household.id)
  const byId = new Map([household.id, ...people].flatMap((subject) => storyOf(state, subject)).map((told) => [told.fact.id, told]))
  return [...byId.values()].sort((a, b) => (a.fact.occurredOn === b.fact.occurredOn ? b.fact.recordedAt - a.fact.recordedAt : a.fact.occurredOn < b.fact.occurredOn ? 1 : -1))
}
