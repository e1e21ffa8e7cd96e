import type { Sex } from '@sotay/domain/packs/tt01-2022/code-lists';

import { openArea } from './area.ts';
import { dateOf, yearsOn } from './day.ts';
import type { Day } from './day.ts';
import { monthsUntil, planRegistries } from './generate.ts';
import type { Wish } from './generate.ts';
import type { Person } from './model.ts';
import { ageSexTableFor } from './tables/age-sex.ts';
import type { AgeSexTable } from './tables/age-sex.ts';

/** Five-year age groups: 0–4 to 95–99, and 100+. */
const GROUPS = 21;

export type AgeSexCounts = Readonly<Record<Sex, readonly number[]>>;

/** People by five-year age group and sex on a day. */
export function countBySexAndAge(people: Iterable<Pick<Person, 'sex' | 'born'>>, on: Day): AgeSexCounts {
  const counts: Record<Sex, number[]> = { male: Array.from({ length: GROUPS }, () => 0), female: Array.from({ length: GROUPS }, () => 0) };
  for (const { sex, born } of people) {
    const group = Math.min(Math.max(Math.floor(yearsOn(born, on) / 5), 0), GROUPS - 1);
    counts[sex][group] = (counts[sex][group] ?? 0) + 1;
  }
  return counts;
}

/** Shares of the whole, in per cent. */
export function sharesOf({ male, female }: AgeSexCounts): AgeSexCounts {
  const whole = [...male, ...female].reduce((sum, count) => sum + count, 0);
  const share = (counts: readonly number[]): number[] => counts.map((count) => (whole === 0 ? 0 : (100 * count) / whole));
  return { male: share(male), female: share(female) };
}

/** The pyramid of a generation on its opening day beside the table that it follows, as SVG. */
export function pyramidOf(wish: Wish): string {
  let opening: Day = 0;
  const members: Pick<Person, 'sex' | 'born'>[] = [];
  for (const { areas } of planRegistries(wish)) {
    for (const area of areas) {
      const opened = openArea(area);
      ({ opening } = opened);
      for (const home of opened.homes) for (const { sex, born } of home.members) members.push({ sex, born });
    }
  }
  const table = ageSexTableFor(Number(monthsUntil(wish.until).first.slice(0, 4)));
  return drawn(countBySexAndAge(members, opening), table, { title: `${grouped(members.length)} người sinh ra, ngày ${dateOf(opening).split('-').reverse().join('/')}, hạt giống ${wish.seed}` });
}

const PAPER = { width: 820, height: 545, top: 74, bar: 21, half: 330, gap: 70 } as const;
/** Most of one group that is drawn, in per cent of all people. */
const FULL = 5;

/** Men to the left, women to the right: bars for the people made, a stepped line for the table. */
export function drawn(counts: AgeSexCounts, table: AgeSexTable, { title }: { readonly title: string }): string {
  const made = sharesOf(counts);
  const told = sharesOf(table.thousands);
  const middle = PAPER.width / 2;
  const bottom = PAPER.top + GROUPS * PAPER.bar;
  const x = (sex: Sex, share: number): number => (sex === 'male' ? middle - PAPER.gap / 2 - (share / FULL) * PAPER.half : middle + PAPER.gap / 2 + (share / FULL) * PAPER.half);
  const y = (group: number): number => bottom - (group + 1) * PAPER.bar;
  const round = (value: number): string => value.toFixed(1);
  const sexes = ['male', 'female'] as const;
  const bars = sexes.flatMap((sex) =>
    made[sex].map((share, group) => {
      const [from, to] = [x(sex, 0), x(sex, share)];
      return `<rect class="${sex}" x="${round(Math.min(from, to))}" y="${round(y(group) + 1)}" width="${round(Math.abs(to - from))}" height="${PAPER.bar - 2}"/>`;
    }),
  );
  const lines = sexes.map((sex) => {
    const points = told[sex].flatMap((share, group) => [`${round(x(sex, share))},${round(y(group) + PAPER.bar)}`, `${round(x(sex, share))},${round(y(group))}`]);
    return `<polyline class="table" points="${points.join(' ')}"/>`;
  });
  const ages = Array.from({ length: GROUPS }, (_, group) => `<text x="${middle}" y="${round(y(group) + 15)}" text-anchor="middle">${group === GROUPS - 1 ? '100+' : `${group * 5}–${group * 5 + 4}`}</text>`);
  const marks = sexes.flatMap((sex) =>
    [0, 1, 2, 3, 4, 5].map((share) => `<line x1="${round(x(sex, share))}" x2="${round(x(sex, share))}" y1="${PAPER.top}" y2="${bottom}"/><text x="${round(x(sex, share))}" y="${bottom + 18}" text-anchor="middle">${share}%</text>`),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAPER.width} ${PAPER.height}" width="${PAPER.width}" height="${PAPER.height}" font-family="sans-serif" font-size="13" fill="#222">
<style>.male{fill:#4a7fb5}.female{fill:#c8667a}.table{fill:none;stroke:#111;stroke-width:2}line{stroke:#ddd}</style>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${middle}" y="24" text-anchor="middle" font-size="16" font-weight="bold">${escaped(title)}</text>
<text x="${middle}" y="46" text-anchor="middle">Cột: người sinh ra · Đường đen: Liên hợp quốc, WPP 2019, Việt Nam ${table.year} (% tổng dân số)</text>
<text x="${round(x('male', FULL / 2))}" y="68" text-anchor="middle" font-size="15">Nam</text><text x="${round(x('female', FULL / 2))}" y="68" text-anchor="middle" font-size="15">Nữ</text>
${[...marks, ...bars, ...lines, ...ages].join('\n')}
</svg>
`;
}

/** Digits in threes, as written in Vietnamese; no locale of the machine has a say. */
const grouped = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, '.');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
