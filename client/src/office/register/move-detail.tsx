import type { PersonId } from '@sotay/domain/kernel/ids'
import { findPlainDate } from '@sotay/domain/kernel/plain-date'
import type { Fact } from '@sotay/domain/kinds'
import { RELATIONS } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { OpenHousehold } from '@sotay/domain/register/household'
import type { HouseholdListed } from '@sotay/domain/wire/register'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { useWords as useBookWords } from '../../i18n/field-words.ts'
import { nameOf } from '../../i18n/naming.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import type { OpenPerson } from '../../store/book.ts'
import type { Draft } from '../../store/record.ts'
import { membersInOrder } from '../../store/search.ts'
import { CheckField } from '../../ui/check-field.tsx'
import group from '../../ui/choice-field.module.css'
import { DateBoxes } from '../../ui/date-boxes.tsx'
import { SelectField } from '../../ui/field.tsx'
import { CommuneSearch, useHouseholdChoices } from './commune-search.tsx'
import { baseOf, type Subject } from './form-detail.tsx'
import { areaNameOf, livesIn, useHome } from './home.ts'
import { HomeView } from './home-view.tsx'
import { KeptNote } from './kept-note.tsx'
import { Missing } from './missing.tsx'
import { NoteDraft } from './note-draft.tsx'
import { useOfficeKeeping } from './office-keeping.ts'
import css from './register.module.css'
import type { Source } from './source.ts'
import { SourcePart } from './source-part.tsx'

/** People who live from a day on in another household of the commune, in whichever area: first where to, then who and as what. */
export function MoveDetail({ subject }: { readonly subject: Subject }): VNode {
  const { move, pick } = useRegisterWords()
  const register = useRegisterWords()
  const { me, book } = useHome()
  const choices = useHouseholdChoices(me)
  const [to, setTo] = useState<HouseholdListed>()
  const home = subject.household ?? (subject.person === undefined ? undefined : book.people.get(subject.person)?.household)
  const household = home === undefined ? undefined : book.households.get(home)
  if (household === undefined) return <Missing />
  return (
    <div class={css.form}>
      <p class={css.acts}>
        <Link href={baseOf(subject)}>← {register.backToHousehold(household.number)}</Link>
      </p>
      <h2>{move.title}</h2>
      <h3>{move.where}</h3>
      {to === undefined ? (
        <CommuneSearch label={pick.search} choices={(one) => (one.household === household.id ? [] : choices(one))} onChoose={setTo} />
      ) : (
        <>
          <p>
            <b>{pick.chosen(to.number, areaNameOf(me, to.area, register.area))}</b>{' '}
            <button type="button" onClick={() => setTo(undefined)}>
              {pick.other}
            </button>
          </p>
          <HomeView me={me} wanted={[{ household: household.id }, { household: to.household }]}>
            <SourcePart me={me} area={to.area}>
              {(source) => <Who from={household} to={to} subject={subject} source={source} />}
            </SourcePart>
          </HomeView>
        </>
      )}
    </div>
  )
}

interface WhoProps {
  readonly from: OpenHousehold
  readonly to: HouseholdListed
  readonly subject: Subject
  readonly source: Source
}

const NO_DAY = { day: '', month: '', year: '' }

function Who({ from, to, subject, source }: WhoProps): VNode {
  const words = useBookWords()
  const { move } = useRegisterWords()
  const home = useHome()
  const keeping = useOfficeKeeping(home, source)
  const [people, setPeople] = useState<readonly PersonId[]>(subject.person === undefined ? [] : [subject.person])
  const [relations, setRelations] = useState<Readonly<Record<string, string>>>({})
  const [on, setOn] = useState(NO_DAY)
  const [kept, setKept] = useState<Fact>()
  if (kept !== undefined) return <KeptNote fact={kept} keeping={keeping} back={`/so-bo/ho/${to.household}`} backText={words.household.title(to.number)} />
  const members = membersInOrder(home.book, from).filter((person) => livesIn(person, from.id))
  const movers = members.filter(({ id }) => people.includes(id))
  const tick = (person: OpenPerson, isChecked: boolean): void => setPeople(isChecked ? [...people, person.id] : people.filter((id) => id !== person.id))
  return (
    <>
      <fieldset class={group.group}>
        <legend>{move.who}</legend>
        <div class={group.options}>
          {members.map((person) => (
            <CheckField key={person.id} label={nameOf(words, person)} isChecked={people.includes(person.id)} onChecked={(isChecked) => tick(person, isChecked)} />
          ))}
        </div>
      </fieldset>
      {movers.map((person) => (
        <SelectField
          key={person.id}
          label={move.relation(nameOf(words, person))}
          value={relations[person.id] ?? ''}
          onValue={(relation) => setRelations({ ...relations, [person.id]: relation })}
          options={[{ value: '', text: words.forms.choose }, ...RELATIONS.map((relation) => ({ value: relation, text: words.codes.relations[relation] }))]}
        />
      ))}
      <DateBoxes id="moved-on" label={move.on} hint={undefined} words={words.forms} value={on} onValue={setOn} problem={undefined} offers={[]} />
      <NoteDraft keeping={keeping} draft={draftOf()} act={words.forms.next} onKept={setKept} />
    </>
  )

  function draftOf(): Draft | string {
    if (movers.length === 0) return move.missing.people
    if (movers.some(({ id }) => (relations[id] ?? '') === '')) return move.missing.relation
    const day = findPlainDate(Number(on.year), Number(on.month), Number(on.day))
    if (day === undefined) return move.missing.on
    const placed = movers.map(({ id }) => ({ person: id, relation: relations[id] }))
    return { type: 'person-moved', area: to.area, occurredOn: day, data: { household: to.household, people: placed } }
  }
}
