import type { AreaId } from '@sotay/domain/kernel/ids'
import type { Period } from '@sotay/domain/kernel/period'
import { CHANNELS, COUNSELLING_MODES, COUNSELLING_TOPICS, PRODUCTS } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { workMonth } from '../../store/area-month.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import { Fold, type Foldable } from '../../ui/fold.tsx'
import page from '../../ui/page.module.css'

interface Props extends Foldable {
  readonly areas: readonly AreaId[]
  readonly month: Period
  readonly households: number
  /** How the figures by topic open. */
  readonly topics: Foldable
}

/** The month's work in figures: visits, counselling, supplies. What never happened has no row, except visits, which a month always has. */
export function HandbookPart({ areas, month, households, topics: topicsFold, ...fold }: Props): VNode {
  const words = useWords()
  const { phone, book } = useNotebook()
  const version = phone.version()
  const { visits, quarter, counselling, supplies, money } = useMemo(() => workMonth(phone.state, book, areas, month), [phone, version, month, areas.join()])
  const texts = words.work.handbook
  const rows: [label: string, value: string | number][] = [
    [texts.visits, visits.times],
    [texts.households, texts.ofHouseholds(visits.households, households)],
    [texts.lookedThrough, texts.ofHouseholds(visits.lookedThrough, households)],
    [texts.lookedThroughQuarter, texts.ofHouseholds(quarter.lookedThrough, households)],
    [texts.absentTwice, visits.absentTwice],
    ...COUNSELLING_MODES.map((mode): [string, string] => [texts.modes[mode], texts.times(counselling.modes[mode].times, counselling.modes[mode].people)]),
    [texts.gathered, texts.bySex(counselling.gathered.male, counselling.gathered.female)],
    [texts.leaflets, counselling.leaflets],
    ...PRODUCTS.flatMap((product) =>
      CHANNELS.flatMap((channel): [string, number][] => {
        const { quantity } = supplies[product][channel]
        return quantity === 0 ? [] : [[capital(texts.supplies(words.codes.products[product], words.codes.supplyChannels[channel])), quantity]]
      }),
    ),
    ...(money === 0 ? [] : [[texts.money, texts.dong(money)] as [string, string]]),
  ]
  const topics = COUNSELLING_TOPICS.filter((topic) => counselling.topics[topic].times > 0)
  return (
    <Fold label={<h2>{texts.title}</h2>} count={texts.inShort(visits.times)} {...fold}>
      <Rows rows={rows} />
      {topics.length > 0 && (
        <Fold label={texts.topics} {...topicsFold}>
          <Rows rows={topics.map((topic) => [capital(words.codes.counsellingTopics[topic]), texts.times(counselling.topics[topic].times, counselling.topics[topic].people)])} />
        </Fold>
      )}
      <Link href={`/so-tay/${month}`} class={page.link}>
        {texts.notes}
      </Link>
    </Fold>
  )
}

/** Figures with their names. */
export function Rows({ rows }: { readonly rows: readonly (readonly [label: string, value: string | number])[] }): VNode {
  return (
    <table class={page.figures}>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
