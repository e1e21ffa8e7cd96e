import type { AreaSeen } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import button from '../../ui/button.module.css'
import page from '../../ui/page.module.css'

/** In which of several areas a new household is, or a talk was given. */
export function ChooseArea({ kind, areas }: { readonly kind: 'household' | 'talk'; readonly areas: readonly AreaSeen[] }): VNode {
  const words = useWords()
  return (
    <div class={page.page}>
      <h1>{words.forms.titles[kind]}</h1>
      <h2>{kind === 'household' ? words.forms.chooseArea : words.work.chooseArea}</h2>
      <div class={page.stack}>
        {areas.map(({ area, number, name }) => (
          <Link key={area} href={`/ghi/${kind}/${area}`} class={button.plain}>
            {words.top.area(number, name)}
          </Link>
        ))}
      </div>
    </div>
  )
}
