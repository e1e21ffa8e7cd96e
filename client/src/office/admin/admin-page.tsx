import type { UnitId } from '@sotay/domain/kernel/ids'
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import type { UnitSeen } from '@sotay/domain/wire/people'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { askedWords } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { SelectField } from '../../ui/field.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { askUnits } from './admin-calls.ts'
import { CommuneFinder } from './commune-finder.tsx'
import { CommunePart } from './commune-part.tsx'
import { NewCommune, NewProvince } from './unit-forms.tsx'
import css from './admin.module.css'

/** An administrator sets up communes and whom they have; an officer looks after the areas and collaborators of her own. */
export function AdminPage({ me }: { readonly me: Me }): VNode {
  const words = useWords()
  return (
    <>
      <h1>{words.admin.title}</h1>
      {me.role === 'administrator' ? <Communes me={me} /> : me.commune !== null && <CommunePart unit={me.commune.unit} name={me.commune.name} me={me} />}
    </>
  )
}

function Communes({ me }: { readonly me: Me }): VNode {
  const words = useWords()
  const asked = useAsked('units', askUnits)
  return (
    <AskedView asked={asked} words={askedWords(words)}>
      {(units) => <UnitsPart units={units} me={me} onChanged={asked.again} />}
    </AskedView>
  )
}

interface UnitsProps {
  readonly units: readonly UnitSeen[]
  readonly me: Me
  readonly onChanged: () => void
}

function UnitsPart({ units, me, onChanged }: UnitsProps): VNode {
  const { admin } = useWords()
  const [chosen, setChosen] = useState<UnitId>()
  const today = civilDayInVietnam(me.serverTime)
  const provinces = units.filter((unit) => unit.kind === 'province')
  const communes = units.filter((unit) => unit.kind === 'commune')
  const commune = communes.find((unit) => unit.unit === chosen) ?? communes[0]
  const open = (unit: UnitId): void => {
    setChosen(unit)
    onChanged()
  }
  const nameOf = (unit: UnitSeen): string => {
    const name = [unit.name, provinces.find((province) => province.unit === unit.parent)?.name].filter((part) => part !== undefined).join(', ')
    return unit.to === null ? name : admin.ended(name, unit.to)
  }
  return (
    <>
      <section class={css.section}>
        {commune === undefined ? (
          <p>{admin.noCommune}</p>
        ) : (
          <SelectField
            label={admin.communes}
            value={commune.unit}
            onValue={(unit) => setChosen(communes.find((other) => other.unit === unit)?.unit)}
            options={communes.map((unit) => ({ value: unit.unit, text: nameOf(unit) }))}
          />
        )}
        <CommuneFinder today={today} onChosen={open} />
        <NewCommune provinces={provinces.filter(({ to }) => to === null || to >= today)} today={today} onDone={open} />
        <NewProvince today={today} onDone={onChanged} />
      </section>
      {commune !== undefined && <CommunePart key={commune.unit} unit={commune.unit} name={nameOf(commune)} me={me} />}
    </>
  )
}
