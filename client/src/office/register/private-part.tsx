import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { askedWords } from '../../i18n/asked-words.ts'
import { useWords as useBookWords } from '../../i18n/field-words.ts'
import { useRegisterWords } from '../../i18n/office-register-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import type { OpenPerson } from '../../store/book.ts'
import { storyOf } from '../../store/story.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { useWhileSeen } from '../../ui/use-while-seen.ts'
import { FORMS } from '../../forms/forms.ts'
import { HomeProvider, openHome, useHome } from './home.ts'
import { isPrivateForm } from './office-forms.ts'
import { askPerson } from './register-calls.ts'
import css from './register.module.css'
import { StoryPart } from './story-part.tsx'

/** What somebody told in confidence, behind a second click that the service writes down; it closes with the page and when the page is hidden. */
export function PrivatePart({ person, base }: { readonly person: OpenPerson; readonly base: string }): VNode {
  const { private: words } = useRegisterWords()
  const [isOpen, setOpen] = useWhileSeen()
  return (
    <section>
      <h3>{words.title}</h3>
      <p class={css.soft}>{words.hint}</p>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? words.close : words.open}
      </button>
      {isOpen && <Opened person={person} base={base} />}
    </section>
  )
}

function Opened({ person, base }: { readonly person: OpenPerson; readonly base: string }): VNode {
  const words = useWords()
  const book = useBookWords()
  const register = useRegisterWords()
  const { me, state, seek } = useHome()
  const asked = useAsked(person.id, async (signal) => await askPerson(person.id, true, signal))
  const { value, again } = asked
  const home = useMemo(() => (value === undefined ? undefined : openHome(me, value.entries, { again, seek })), [value, me])
  const forms = Object.values(FORMS).filter(isPrivateForm)
  return (
    <AskedView asked={asked} words={askedWords(words)}>
      {() =>
        home === undefined ? null : (
          <HomeProvider value={home}>
            {forms.length > 0 && (
              <>
                <h4>{register.private.note}</h4>
                <ul class={css.kinds}>
                  {forms.map(({ title }) => (
                    <li key={title}>
                      <Link href={`${base}/ghi/${title}`}>{book.forms.titles[title]}</Link>
                    </li>
                  ))}
                </ul>
              </>
            )}
            <StoryPart notes={storyOf(home.state, person.id).filter(({ fact }) => !state.entries.has(fact.id) && isOwn(fact.data, person))} base={`${base}/rieng-tu`} none={register.private.none} isPrivate />
          </HomeProvider>
        )
      }
    </AskedView>
  )
}

/** A private note that was first noted of somebody by mistake names her still; it is told on the page of whom it is about. */
function isOwn(data: unknown, person: OpenPerson): boolean {
  return typeof data !== 'object' || data === null || !('person' in data) || data.person === person.id
}
