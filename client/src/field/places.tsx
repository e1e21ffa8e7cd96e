import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Link, Route, Switch, useLocation } from 'wouter-preact'
import * as z from 'zod/mini'
import type { FieldLanguage } from '../i18n/field-language.ts'
import { useWords } from '../i18n/field-words.ts'
import { later } from '../ui/later.tsx'
import { HouseholdsPage } from './register/households-page.tsx'
import { TopLine } from './top-line.tsx'
import css from './places.module.css'
import { TodayPage } from './today/today-page.tsx'

const HouseholdPage = later(async () => (await import('./register/household-page.tsx')).HouseholdPage)
const PersonPage = later(async () => (await import('./register/person-page.tsx')).PersonPage)
const ChoosePage = later(async () => (await import('./register/choose-page.tsx')).ChoosePage)
const FormPage = later(async () => (await import('./register/form-page.tsx')).FormPage)
const CorrectPage = later(async () => (await import('./register/correct-page.tsx')).CorrectPage)
const WithdrawPage = later(async () => (await import('./register/withdraw-page.tsx')).WithdrawPage)
const MonthPage = later(async () => (await import('./month/month-page.tsx')).MonthPage)
const AreaNotesPage = later(async () => (await import('./register/area-notes-page.tsx')).AreaNotesPage)
const MePage = later(async () => (await import('./me/me-page.tsx')).MePage)
const UnsentPage = later(async () => (await import('./today/unsent-page.tsx')).UnsentPage)

const Left = z.object({ top: z.number() })

/** Keeps with the page's entry in the browser's history how far down it was when something was tapped: whoever comes back to the page stands where it was left. */
function keepPlace(): void {
  history.replaceState({ ...history.state, top: scrollY }, '')
}

interface Props {
  readonly onClose: () => void
  readonly onLanguage: (language: FieldLanguage) => void
}

/** The five places with the line on top and the bar below. */
export function Places({ onClose, onLanguage }: Props): VNode {
  const words = useWords()
  const [location] = useLocation()
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    history.scrollRestoration = 'manual'
    document.addEventListener('click', keepPlace, true)
    return () => document.removeEventListener('click', keepPlace, true)
  }, [])
  useEffect(() => {
    main.current?.focus({ preventScroll: true })
    scrollTo(0, Left.safeParse(history.state).data?.top ?? 0)
  }, [location])
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {words.skip}
      </a>
      <TopLine />
      <main id="main" ref={main} tabIndex={-1}>
        <Switch>
          <Route path="/" component={TodayPage} />
          <Route path="/chua-gui" component={UnsentPage} />
          <Route path="/ho" component={HouseholdsPage} />
          <Route path="/ho/:household">{({ household }) => <HouseholdPage key={household} id={household} />}</Route>
          <Route path="/nguoi/:person">{({ person }) => <PersonPage key={person} id={person} />}</Route>
          <Route path="/ghi">
            <ChoosePage key="all" />
          </Route>
          <Route path="/tham-ho">
            <ChoosePage key="visit" chosen="visit" />
          </Route>
          <Route path="/ghi/:kind/:subject?">{({ kind, subject }) => <FormPage key={`${kind} ${subject ?? ''}`} kind={kind} subject={subject} />}</Route>
          <Route path="/sua/:fact">{({ fact }) => <CorrectPage key={fact} id={fact} />}</Route>
          <Route path="/rut-lai/:fact">{({ fact }) => <WithdrawPage key={fact} id={fact} />}</Route>
          <Route path="/so-tay/:month?">{({ month }) => <AreaNotesPage month={month} />}</Route>
          <Route path="/thang/:month?">{({ month }) => <MonthPage month={month} cell={undefined} />}</Route>
          <Route path="/thang/:month/:cell">{({ month, cell }) => <MonthPage month={month} cell={cell} />}</Route>
          <Route path="/toi">
            <MePage onLock={onClose} onLanguage={onLanguage} />
          </Route>
          <Route component={TodayPage} />
        </Switch>
      </main>
      <nav class={css.bar} aria-label={words.appName}>
        <Place to="/" text={words.places.today} sign="☀" isHere={location === '/' || location === '/chua-gui'} />
        <Place to="/ho" text={words.places.households} sign="⌂" isHere={location.startsWith('/ho') || location.startsWith('/nguoi')} />
        <Place to="/ghi" text={words.places.note} sign="✎" isHere={location.startsWith('/ghi') || location.startsWith('/tham-ho')} />
        <Place to="/thang" text={words.places.month} sign="▦" isHere={location.startsWith('/thang') || location.startsWith('/so-tay')} />
        <Place to="/toi" text={words.places.me} sign="☺" isHere={location.startsWith('/toi')} />
      </nav>
    </>
  )
}

interface PlaceProps {
  readonly to: string
  readonly text: string
  readonly sign: string
  readonly isHere: boolean
}

function Place({ to, text, sign, isHere }: PlaceProps): VNode {
  return (
    <Link href={to} class={to === '/ghi' ? css.note : css.place} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
      <span aria-hidden="true">{sign}</span>
      {text}
    </Link>
  )
}
