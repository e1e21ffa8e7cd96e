import { FactId, HouseholdId, PersonId } from '@sotay/domain/kernel/ids'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { Route, Switch, useLocation } from 'wouter-preact'
import { FieldWordsProvider } from '../../i18n/field-words.ts'
import { loadRegisterWords, RegisterWordsProvider, wordsOf } from '../../i18n/office-register-words.ts'
import { officeRegisterVi } from '../../i18n/office-register-vi.ts'
import { useWords } from '../../i18n/office-words.ts'
import { vi } from '../../i18n/vi.ts'
import { FORMS, isFormName } from '../../forms/forms.ts'
import { CorrectDetail, FormDetail, NewHouseholdDetail, type Subject } from './form-detail.tsx'
import { HomeProvider, openHome } from './home.ts'
import { HomeView, type Wanted } from './home-view.tsx'
import { HouseholdDetail } from './household-detail.tsx'
import { HouseholdList, type Narrowing, WIDEST } from './household-list.tsx'
import { ChooseOther, JoinDetail } from './join-detail.tsx'
import { hasDrafts } from './memory-drafts.ts'
import { Missing } from './missing.tsx'
import { isPrivateForm } from './office-forms.ts'
import { PersonDetail } from './person-detail.tsx'
import css from './register.module.css'
import { NotingContext, type Source } from './source.ts'
import { WithdrawDetail } from './withdraw-detail.tsx'

/** Sổ bộ: the commune's households on the left; a household, a person, or what is noted for them on the right. Fetched when it is first opened. */
export function OfficeRegister({ me }: { readonly me: Me }): VNode {
  const { lang } = useWords()
  const [words, setWords] = useState(() => wordsOf(officeRegisterVi, vi))
  const [narrowing, setNarrowing] = useState<Narrowing>(WIDEST)
  const [source, setSource] = useState<Partial<Source>>({})
  const [turn, setTurn] = useState(0)
  const [path] = useLocation()
  useEffect(() => {
    let isWanted = true
    void loadRegisterWords(lang).then((loaded) => {
      if (isWanted) setWords(loaded)
    })
    return () => {
      isWanted = false
    }
  }, [lang])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (hasDrafts()) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [])
  const household = /^\/so-bo\/ho\/([0-9a-f-]+)/.exec(path)?.[1]
  const isDetail = path !== '/so-bo'
  return (
    <RegisterWordsProvider value={words.register}>
      <FieldWordsProvider value={words.book}>
        <NotingContext.Provider value={{ source, choose: setSource, noted: () => setTurn((before) => before + 1) }}>
          <h1>{words.register.title}</h1>
          <div class={`${css.split} ${isDetail ? css.opened : ''}`}>
            <HouseholdList me={me} narrowing={narrowing} onNarrowing={setNarrowing} picked={household} turn={turn} />
            <section class={css.detail} aria-label={words.register.title}>
              <Details me={me} path={path} none={words.register.none} />
            </section>
          </div>
        </NotingContext.Provider>
      </FieldWordsProvider>
    </RegisterWordsProvider>
  )
}

/** Each page reads its home anew, so that what was noted a moment ago stands on it. */
function Details({ me, path, none }: { readonly me: Me; readonly path: string; readonly none: string }): VNode {
  return (
    <Switch key={path}>
      <Route path="/so-bo">
        <p>{none}</p>
      </Route>
      <Route path="/so-bo/them/:area">{({ area }) => <OfNobody me={me} area={area} />}</Route>
      <Route path="/so-bo/ho/:id">{({ id }) => <OfHousehold me={me} id={id}>{(household) => <HouseholdDetail id={household} />}</OfHousehold>}</Route>
      <Route path="/so-bo/ho/:id/:act/:what">
        {({ id, act, what }) => <OfHousehold me={me} id={id}>{(household) => <Act act={act} what={what} subject={{ household }} />}</OfHousehold>}
      </Route>
      <Route path="/so-bo/nguoi/:id">{({ id }) => <OfPerson me={me} id={id}>{(person) => <PersonDetail id={person} />}</OfPerson>}</Route>
      <Route path="/so-bo/nguoi/:id/mot-nguoi">{({ id }) => <OfPerson me={me} id={id}>{(person) => <ChooseOther id={person} />}</OfPerson>}</Route>
      <Route path="/so-bo/nguoi/:id/mot-nguoi/:other">{({ id, other }) => <Both me={me} id={id} other={other} />}</Route>
      <Route path="/so-bo/nguoi/:id/rieng-tu/:act/:what">
        {({ id, act, what }) => <OfPerson me={me} id={id} isPrivate>{(person) => <Act act={act} what={what} subject={{ person }} />}</OfPerson>}
      </Route>
      <Route path="/so-bo/nguoi/:id/:act/:what">
        {({ id, act, what }) => (
          <OfPerson me={me} id={id} isPrivate={act === 'ghi' && isFormName(what) && isPrivateForm(FORMS[what])}>
            {(person) => <Act act={act} what={what} subject={{ person }} />}
          </OfPerson>
        )}
      </Route>
      <Route>
        <Missing />
      </Route>
    </Switch>
  )
}

/** A household that is not in the book yet has no home to read. */
function OfNobody({ me, area }: { readonly me: Me; readonly area: string }): VNode {
  const home = useMemo(() => openHome(me, [], { again: () => undefined, seek: () => Promise.resolve() }), [me])
  return (
    <HomeProvider value={home}>
      <NewHouseholdDetail area={area} />
    </HomeProvider>
  )
}

interface OfProps<Id> {
  readonly me: Me
  readonly id: string
  readonly isPrivate?: boolean
  readonly children: (id: Id) => VNode
}

function OfHousehold({ me, id, children }: OfProps<HouseholdId>): VNode {
  const read = HouseholdId.safeParse(id)
  if (!read.success) return <Missing />
  return <HomeView me={me} wanted={[{ household: read.data }]}>{children(read.data)}</HomeView>
}

function OfPerson({ me, id, isPrivate = false, children }: OfProps<PersonId>): VNode {
  const read = PersonId.safeParse(id)
  if (!read.success) return <Missing />
  const wanted: Wanted[] = [{ person: read.data, isPrivate }]
  return <HomeView me={me} wanted={wanted}>{children(read.data)}</HomeView>
}

function Both({ me, id, other }: { readonly me: Me; readonly id: string; readonly other: string }): VNode {
  const [left, right] = [PersonId.safeParse(id), PersonId.safeParse(other)]
  if (!left.success || !right.success) return <Missing />
  return (
    <HomeView me={me} wanted={[{ person: left.data }, { person: right.data }]}>
      <JoinDetail id={left.data} other={right.data} />
    </HomeView>
  )
}

/** Noting, putting right or taking back, for a household or a person. */
function Act({ act, what, subject }: { readonly act: string; readonly what: string; readonly subject: Subject }): VNode {
  if (act === 'ghi') return <FormDetail kind={what} subject={subject} />
  const fact = FactId.safeParse(what)
  if (!fact.success) return <Missing />
  if (act === 'sua') return <CorrectDetail id={fact.data} subject={subject} />
  return act === 'rut-lai' ? <WithdrawDetail id={fact.data} subject={subject} /> : <Missing />
}
