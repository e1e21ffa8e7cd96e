import type { PersonId } from '@sotay/domain/kernel/ids'
import type { Fact } from '@sotay/domain/kinds'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { useWords as useBookWords } from '../../i18n/field-words.ts'
import { nameOf } from '../../i18n/naming.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import type { OpenPerson } from '../../store/book.ts'
import type { Draft } from '../../store/record.ts'
import { storyOf } from '../../store/story.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { CommuneSearch } from './commune-search.tsx'
import { areaNameOf, findPerson, useHome } from './home.ts'
import { KeptNote } from './kept-note.tsx'
import { compareEntries } from './look-alikes.ts'
import { Missing } from './missing.tsx'
import { NoteDraft } from './note-draft.tsx'
import { useOfficeKeeping } from './office-keeping.ts'
import { Ties } from './person-detail.tsx'
import css from './register.module.css'
import type { Source } from './source.ts'
import { SourcePart } from './source-part.tsx'
import { StoryPart } from './story-part.tsx'

/** Looks for the other entry of somebody who may stand in the register twice. */
export function ChooseOther({ id }: { readonly id: PersonId }): VNode {
  const words = useBookWords()
  const register = useRegisterWords()
  const { me, book } = useHome()
  const [, go] = useLocation()
  const person = book.people.get(id)
  if (person === undefined) return <Missing />
  const name = nameOf(words, person)
  return (
    <div class={css.form}>
      <p class={css.acts}>
        <Link href={`/so-bo/nguoi/${id}`}>← {register.backToPerson(name)}</Link>
      </p>
      <h2>{register.join.choose(name)}</h2>
      <CommuneSearch
        label={register.pick.person}
        choices={(household) =>
          household.found
            .filter((found) => found.person !== id)
            .map((found) => ({ key: found.person, value: found.person, text: register.pick.personRow(found.name, household.number, areaNameOf(me, household.area, register.area)) }))
        }
        onChoose={(other) => go(`/so-bo/nguoi/${id}/mot-nguoi/${other}`)}
      />
    </div>
  )
}

/** Two entries side by side, ties and notes below, and the officer's word on whether they are one person. */
export function JoinDetail({ id, other }: { readonly id: PersonId; readonly other: PersonId }): VNode {
  const words = useBookWords()
  const register = useRegisterWords()
  const home = useHome()
  const [isDifferent, setDifferent] = useState(false)
  const [left, right] = [findPerson(home, id), findPerson(home, other)]
  if (left === undefined || right === undefined || left === right) return <Missing />
  return (
    <>
      <p class={css.acts}>
        <Link href={`/so-bo/nguoi/${id}`}>← {register.backToPerson(nameOf(words, left))}</Link>
      </p>
      <h2>{register.join.title}</h2>
      <Table left={left} right={right} />
      <div class={css.sides}>
        {[left, right].map((person, index) => (
          <section key={person.id} aria-label={register.join.storyOf(index === 0 ? register.join.left : register.join.right)}>
            <h3>
              {index === 0 ? register.join.left : register.join.right}: <Link href={`/so-bo/nguoi/${person.id}`}>{nameOf(words, person)}</Link>
            </h3>
            <Ties person={person} />
            <StoryPart notes={storyOf(home.state, person.id)} base={`/so-bo/nguoi/${person.id}`} none={register.household.noStory} />
          </section>
        ))}
      </div>
      <p class={css.acts}>
        <button type="button" onClick={() => setDifferent(true)}>
          {register.join.different}
        </button>
      </p>
      <div aria-live="polite">{isDifferent && <p>✓ {register.join.differentDone}</p>}</div>
      {!isDifferent && (
        <SourcePart me={home.me} area={left.area}>
          {(source) => <Decide left={left} right={right} source={source} />}
        </SourcePart>
      )}
      <p class={css.soft}>{register.join.undoHow}</p>
    </>
  )
}

function Table({ left, right }: { readonly left: OpenPerson; readonly right: OpenPerson }): VNode {
  const words = useBookWords()
  const register = useRegisterWords()
  const home = useHome()
  const { join } = register
  return (
    <table class={css.compare}>
      <caption>{join.compare}</caption>
      <thead>
        <tr>
          <th scope="col">{join.field}</th>
          <th scope="col">{join.left}</th>
          <th scope="col">{join.right}</th>
          <th scope="col">{join.mark}</th>
        </tr>
      </thead>
      <tbody>
        {compareEntries(left, right, home, words, register).map(({ label, left: a, right: b, mark }) => (
          <tr key={label} data-mark={mark}>
            <th scope="row">{label}</th>
            <td data-label={join.left}>{a ?? join.missing}</td>
            <td data-label={join.right}>{b ?? join.missing}</td>
            <td>{join.marks[mark]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Decide({ left, right, source }: { readonly left: OpenPerson; readonly right: OpenPerson; readonly source: Source }): VNode {
  const words = useBookWords()
  const { join, backToPerson } = useRegisterWords()
  const home = useHome()
  const keeping = useOfficeKeeping(home, source)
  const [keep, setKeep] = useState('')
  const [kept, setKept] = useState<Fact>()
  if (kept !== undefined) {
    const counts = keep === right.id ? right : left
    return <KeptNote fact={kept} keeping={keeping} back={`/so-bo/nguoi/${counts.id}`} backText={backToPerson(nameOf(words, counts))} />
  }
  return (
    <div class={css.form}>
      <ChoiceField
        id="keep"
        label={join.keep}
        hint={join.keepHint}
        options={[
          { value: left.id, text: join.left },
          { value: right.id, text: join.right },
        ]}
        value={keep}
        onValue={setKeep}
      />
      <NoteDraft keeping={keeping} draft={draftOf()} act={join.same} onKept={setKept} />
    </div>
  )

  function draftOf(): Draft | string {
    if (keep === '') return join.keepMissing
    const [counts, duplicate] = keep === left.id ? [left, right] : [right, left]
    return { type: 'persons-joined', area: counts.area, occurredOn: keeping.today(), data: { person: counts.id, duplicate: duplicate.id } }
  }
}
