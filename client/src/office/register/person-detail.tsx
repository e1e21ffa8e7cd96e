import type { PersonId } from '@sotay/domain/kernel/ids'
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import { findSpouse } from '@sotay/domain/register/person'
import type { ComponentChildren, VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords as useBookWords } from '../../i18n/field-words.ts'
import { aboutPerson, nameOf } from '../../i18n/naming.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import type { OpenPerson } from '../../store/book.ts'
import { storyOf } from '../../store/story.ts'
import { adoptedBy, findSpouseElsewhere, maritalOf, parentsOf } from '../../store/ties.ts'
import { formsOfPerson } from '../../forms/kinds-to-note.ts'
import { areaNameOf, findPerson, useHome } from './home.ts'
import { Missing } from './missing.tsx'
import { PrivatePart } from './private-part.tsx'
import css from './register.module.css'
import { StoryPart } from './story-part.tsx'

/** One person: who, whose, what can be noted, and the story; what is private behind a second click. */
export function PersonDetail({ id }: { readonly id: PersonId }): VNode {
  const words = useBookWords()
  const register = useRegisterWords()
  const home = useHome()
  const person = findPerson(home, id)
  if (person === undefined) return <Missing />
  const base = `/so-bo/nguoi/${person.id}`
  const household = home.book.households.get(person.household)
  const into = person.joinedInto === undefined ? undefined : findPerson(home, person.joinedInto)
  return (
    <>
      {household !== undefined && (
        <p>
          <Link href={`/so-bo/ho/${household.id}`}>← {register.backToHousehold(household.number)}</Link>
        </p>
      )}
      <h2 tabIndex={-1} data-detail>
        {nameOf(words, person)}
      </h2>
      <p>{aboutPerson(words, person, civilDayInVietnam(Date.now()))}</p>
      {into !== undefined && (
        <p class={css.mark}>
          ⚠ {register.person.joinedInto} <Link href={`/so-bo/nguoi/${into.id}`}>{nameOf(words, into)}</Link>
        </p>
      )}
      <Facts person={person} />
      <h3>{register.person.ties}</h3>
      <Ties person={person} />
      {household !== undefined && (
        <>
          <h3>{register.person.note}</h3>
          <ul class={css.kinds}>
            {formsOfPerson(person, civilDayInVietnam(Date.now())).map((title) => (
              <li key={title}>
                <Link href={`${base}/ghi/${title}`}>{words.forms.titles[title]}</Link>
              </li>
            ))}
            <li>
              <Link href={`${base}/mot-nguoi`}>{register.person.join}</Link>
            </li>
          </ul>
        </>
      )}
      <PrivatePart key={person.id} person={person} base={base} />
      <h3>{register.person.story}</h3>
      <StoryPart notes={storyOf(home.state, person.id)} base={base} none={register.household.noStory} />
    </>
  )
}

function Facts({ person }: { readonly person: OpenPerson }): VNode {
  const words = useBookWords()
  const register = useRegisterWords()
  const { me, book } = useHome()
  const household = book.households.get(person.household)
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    [register.person.lives, household === undefined ? undefined : `${register.person.livesIn(household.number, areaNameOf(me, household.area, register.area))} · ${words.codes.relations[household.head === person.id ? 'head' : person.relation]}`],
    [register.join.rows.marital, words.codes.maritals[maritalOf(book, person)]],
    [words.forms.fields.legal, words.codes.legals[person.legal]],
    [words.person.ethnicity, person.ethnicity],
    [words.person.nationality, person.nationality],
    [words.person.education, person.education === undefined ? undefined : words.codes.educations[person.education]],
    [words.person.insurance, person.insuranceNumber],
    [words.person.nationalId, person.nationalId],
  ]
  return (
    <>
      <h3>{register.person.facts}</h3>
      <dl class={css.facts}>
        {rows.map(([label, value]) =>
          value === undefined ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  )
}

/** Mother, father, husband or wife and children, as links where the register has them. */
export function Ties({ person }: { readonly person: OpenPerson }): VNode {
  const words = useBookWords()
  const register = useRegisterWords()
  const { book } = useHome()
  const { adopters, mother, father } = parentsOf(person)
  const named: (readonly [string, PersonId | undefined])[] = [
    ...adopters.map((one) => [words.moving.adopter, one] as const),
    [words.person.mother, mother?.kind === 'person' ? mother.person : undefined],
    [words.person.father, father],
    [words.person.spouse, findSpouse(person)],
    ...person.births.map(({ child }) => [words.person.child, child] as const),
    ...adoptedBy(book, person).map((child) => [words.moving.adopted, child.id] as const),
  ]
  const links = named.flatMap(([label, id]) => {
    const other = id === undefined ? undefined : book.people.get(id)
    return other === undefined ? [] : [{ label, other }]
  })
  const described = findSpouseElsewhere(person)
  const elsewhere = [
    ...(mother?.kind === 'elsewhere' ? [`${words.person.mother}: ${words.person.motherElsewhere(mother.name, mother.commune)}`] : []),
    ...(described === undefined ? [] : [`${words.person.spouse}: ${words.moving.spouseElsewhere(described.name, described.commune)}`]),
  ]
  if (links.length + elsewhere.length === 0) return <p>{register.person.noTies}</p>
  return (
    <ul class={css.rows}>
      {elsewhere.map((text) => (
        <li key={text}>{text}</li>
      ))}
      {links.map(({ label, other }) => (
        <li key={label + other.id}>
          {label}: <Link href={`/so-bo/nguoi/${other.id}`}>{nameOf(words, other)}</Link>
          {other.status === 'dead' && ` (${words.moving.dead})`}
        </li>
      ))}
    </ul>
  )
}
