import type { PersonId } from '@sotay/domain/kernel/ids'
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import type { ComponentChildren, VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords as useBookWords } from '../../i18n/field-words.ts'
import { aboutPerson, nameOf } from '../../i18n/naming.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import type { OpenPerson } from '../../store/book.ts'
import { storyOf } from '../../store/story.ts'
import { FORMS } from '../../field/register/forms.ts'
import { areaNameOf, findPerson, useHome } from './home.ts'
import { Missing } from './missing.tsx'
import { isOfPerson } from './office-forms.ts'
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
            {Object.values(FORMS)
              .filter(isOfPerson)
              .map(({ title }) => (
                <li key={title}>
                  <Link href={`${base}/ghi/${title}`}>{words.forms.titles[title]}</Link>
                </li>
              ))}
            <li>
              <Link href={`${base}/chuyen`}>{register.person.move}</Link>
            </li>
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
    [register.join.rows.marital, words.codes.maritals[person.marital]],
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
  const { mother } = person
  const hidden = person.adopters !== undefined && person.adopters.length > 0
  const named: (readonly [string, PersonId | undefined])[] = [
    ...(hidden || mother?.kind !== 'person' ? [] : [[words.person.mother, mother.person] as const]),
    ...(hidden ? [] : [[words.person.father, person.father] as const]),
    [words.person.spouse, person.unions.at(-1)?.to === undefined ? (person.unions.at(-1)?.spouse ?? person.spouse) : undefined],
    ...person.births.map(({ child }) => [words.person.child, child] as const),
  ]
  const links = named.flatMap(([label, id]) => {
    const other = id === undefined ? undefined : book.people.get(id)
    return other === undefined ? [] : [{ label, other }]
  })
  const elsewhere = !hidden && mother?.kind === 'elsewhere' ? words.person.motherElsewhere(mother.name, mother.commune) : undefined
  if (links.length === 0 && elsewhere === undefined) return <p>{register.person.noTies}</p>
  return (
    <ul class={css.rows}>
      {elsewhere !== undefined && (
        <li>
          {words.person.mother}: {elsewhere}
        </li>
      )}
      {links.map(({ label, other }) => (
        <li key={label + other.id}>
          {label}: <Link href={`/so-bo/nguoi/${other.id}`}>{nameOf(words, other)}</Link>
        </li>
      ))}
    </ul>
  )
}
