import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { Link, Route, Switch, useLocation } from 'wouter-preact'
import { type OfficeLanguage, useWords } from '../i18n/office-words.ts'
import { AdminPage } from './admin/admin-page.tsx'
import { AreasPage } from './areas/areas-page.tsx'
import { DeskPage } from './desk/desk-page.tsx'
import { LanguagePicker } from '../ui/language-picker.tsx'
import css from './places.module.css'
import { later, LaterWordsProvider } from '../ui/later.tsx'
import { NetworkLine } from '../ui/network-line.tsx'
import { ReportsPage } from './reports/reports-page.tsx'
import { CollaboratorsPage } from './reports/collaborators-page.tsx'
import { EvidencePage } from './reports/evidence-page.tsx'
import { P0Page } from './reports/p0-page.tsx'
import { ReviewPage } from './review/review-page.tsx'
import { TasksPage } from './tasks/tasks-page.tsx'
import { UnitsPage } from './units/units-page.tsx'

/** Large, and not needed by who reads reports: fetched when it is first opened. */
const OfficeRegister = later(async () => (await import('./register/office-register.tsx')).OfficeRegister)

interface Props {
  readonly me: Me
  readonly language: OfficeLanguage
  readonly onLanguage: (language: OfficeLanguage) => void
  readonly onLeave: () => void
}

/** The rail and the place opened. An administrator reads no residents, so only the places without them are there. */
export function Places({ me, language, onLanguage, onLeave }: Props): VNode {
  const words = useWords()
  const isOfficer = me.role === 'officer'
  return (
    <div class={css.frame}>
      <a class={css.skip} href="#content">
        {words.skip}
      </a>
      <header class={css.rail}>
        <p class={css.name}>{words.appName}</p>
        <nav aria-label={words.rail}>
          <ul>
            {isOfficer && <Place to="/" text={words.places.desk} />}
            {isOfficer && <Place to="/dia-ban" text={words.places.areas} />}
            {isOfficer && <Place to="/so-bo" text={words.places.register} />}
            {isOfficer && <Place to="/giao-viec" text={words.places.tasks} />}
            {isOfficer && <Place to="/bao-cao" text={words.places.reports} />}
            {isOfficer && <Place to="/can-xem-lai" text={words.places.review} />}
            <Place to={isOfficer ? '/quan-tri' : '/'} text={words.places.admin} />
            <Place to="/tra-cuu" text={words.places.units} />
          </ul>
        </nav>
        <div class={css.foot}>
          <p>{words.signedInAs(me.fullName, me.role)}</p>
          <LanguagePicker label={words.language} names={words.languages} value={language} onValue={onLanguage} />
          <button type="button" onClick={onLeave}>
            {words.signOut}
          </button>
        </div>
      </header>
      <main id="content" class={css.content} tabIndex={-1}>
        <NetworkLine text={words.network.offline} />
        {isOfficer ? <OfficerPlaces me={me} /> : <AdministratorPlaces me={me} />}
      </main>
    </div>
  )
}

function Place({ to, text }: { readonly to: string; readonly text: string }): VNode {
  const [path] = useLocation()
  const isHere = to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)
  return (
    <li>
      <Link href={to} class={`${css.place} ${isHere ? css.here : ''}`} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
        {text}
      </Link>
    </li>
  )
}

function AdministratorPlaces({ me }: { readonly me: Me }): VNode {
  return (
    <Switch>
      <Route path="/tra-cuu">
        <UnitsPage me={me} />
      </Route>
      <Route>
        <AdminPage me={me} />
      </Route>
    </Switch>
  )
}

function OfficerPlaces({ me }: { readonly me: Me }): VNode {
  const words = useWords()
  return (
    <Switch>
      <Route path="/">
        <DeskPage me={me} />
      </Route>
      <Route path="/dia-ban">
        <AreasPage me={me} />
      </Route>
      <Route path="/so-bo/*?">
        <LaterWordsProvider value={words.later}>
          <OfficeRegister me={me} />
        </LaterWordsProvider>
      </Route>
      <Route path="/giao-viec">
        <TasksPage me={me} />
      </Route>
      <Route path="/bao-cao">
        <ReportsPage me={me} />
      </Route>
      <Route path="/bao-cao/collaborators">
        <CollaboratorsPage me={me} />
      </Route>
      <Route path="/bao-cao/p0">
        <P0Page me={me} />
      </Route>
      <Route path="/bao-cao/:cell">
        <EvidencePage me={me} />
      </Route>
      <Route path="/can-xem-lai">
        <ReviewPage me={me} />
      </Route>
      <Route path="/quan-tri">
        <AdminPage me={me} />
      </Route>
      <Route path="/tra-cuu">
        <UnitsPage me={me} />
      </Route>
      <Route>
        <h1>{words.notFound}</h1>
        <p>
          <Link href="/">{words.toDesk}</Link>
        </p>
      </Route>
    </Switch>
  )
}
