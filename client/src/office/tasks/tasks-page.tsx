import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { askedWords } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { GiveForm } from './give-form.tsx'
import { askTasks } from './task-calls.ts'
import { groupsOf, TaskGroupView } from './task-group.tsx'
import css from './tasks.module.css'

/** Tasks of the review meeting: give one to areas, see what was answered, take one back. */
export function TasksPage({ me }: { readonly me: Me }): VNode {
  const words = useWords()
  const { tasks } = words
  const asked = useAsked('tasks', askTasks)
  const [said, setSaid] = useState('')
  const changed = (text: string): void => {
    setSaid(text)
    asked.again()
  }
  return (
    <>
      <h1>{tasks.title}</h1>
      <p>{tasks.lead}</p>
      <GiveForm me={me} onGiven={(areas) => changed(tasks.given(areas))} />
      <div aria-live="polite">{said !== '' && <p class={css.said}>✓ {said}</p>}</div>
      <h2>{tasks.list}</h2>
      <AskedView asked={asked} words={askedWords(words)}>
        {(all) =>
          all.length === 0 ? <p>{tasks.none}</p> : groupsOf(all).map((group) => <TaskGroupView key={group.key} group={group} me={me} onWithdrawn={() => changed(tasks.withdrawn)} />)
        }
      </AskedView>
    </>
  )
}
