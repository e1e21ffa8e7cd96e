import type { UnitId } from '@sotay/domain/kernel/ids'
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { askedWords } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { askCommune } from './admin-calls.ts'
import { AreasPart } from './areas-part.tsx'
import { DevicesPart } from './devices-part.tsx'
import { NewResponsibilityForm } from './responsibility-form.tsx'
import { UsersPart } from './users-part.tsx'
import css from './admin.module.css'

interface Props {
  readonly unit: UnitId
  readonly name: string
  readonly me: Me
}

/** One commune: its areas, the people of its service and what they are in charge of, their devices. */
export function CommunePart({ unit, name, me }: Props): VNode {
  const words = useWords()
  const isOfficer = me.role === 'officer'
  const asked = useAsked(unit, async (signal) => await askCommune(unit, isOfficer, signal))
  const today = civilDayInVietnam(me.serverTime)
  return (
    <section class={css.section} aria-label={name}>
      <h2>{name}</h2>
      <AskedView asked={asked} words={askedWords(words)}>
        {(commune) => (
          <>
            <AreasPart unit={unit} areas={commune.areas} today={today} canAdd={!isOfficer} onChanged={asked.again} />
            <UsersPart unit={unit} commune={commune} me={me} today={today} onChanged={asked.again} />
            <NewResponsibilityForm unit={unit} commune={commune} today={today} onChanged={asked.again} />
            {isOfficer && <DevicesPart commune={commune} me={me} onChanged={asked.again} />}
          </>
        )}
      </AskedView>
    </section>
  )
}
