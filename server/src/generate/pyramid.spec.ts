import { period } from '@sotay/domain/kernel/period';
import { describe, expect, it } from 'vitest';

import { countBySexAndAge, drawn, pyramidOf } from './pyramid.ts';
import { ageSexTableFor } from './tables/age-sex.ts';

const widths = (svg: string, sex: 'male' | 'female'): number[] => [...svg.matchAll(new RegExp(`class="${sex}" x="[\\d.]+" y="[\\d.]+" width="([\\d.]+)"`, 'g'))].map(([, width]) => Number(width));

describe('the pyramid', () => {
  it('counts people by completed age, the hundred-year-olds and the newborn too', () => {
    const counts = countBySexAndAge([{ sex: 'male', born: 1000 }, { sex: 'male', born: 1000 - 1_830 }, { sex: 'female', born: 1000 - 38_000 }], 1000);
    expect(counts.male.slice(0, 2)).toEqual([1, 1]);
    expect(counts.female[20]).toBe(1);
    expect([...counts.male, ...counts.female].reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  it('draws bars as long as the shares, men to the left, beside the line of the table', () => {
    const table = ageSexTableFor(2025);
    const svg = drawn(table.thousands, table, { title: '<tháp>' });
    expect(svg).toContain('&lt;tháp&gt;');
    const men = widths(svg, 'male');
    expect([men.length, widths(svg, 'female').length]).toEqual([21, 21]);
    expect((men[0] ?? 0) / (men[10] ?? 1)).toBeCloseTo(3851.968 / 3159.774, 2);
    // Of the table itself bars end where the line runs.
    const [line] = /points="([^"]+)"/.exec(svg)?.slice(1) ?? [];
    const [x] = (line ?? '').split(',').map(Number);
    expect(x).toBeCloseTo(820 / 2 - 35 - (men[0] ?? 0), 0);
  });

  it('of a generation is drawn from its people on the opening day', () => {
    const svg = pyramidOf({ people: 1_500, seed: 'tháp', until: period('2026-11') });
    expect(svg).toMatch(/1\.5\d\d người sinh ra, ngày 01\/12\/2024/);
    expect(svg).toContain('WPP 2019, Việt Nam 2025');
    expect(widths(svg, 'female')[0]).toBeGreaterThan(0);
  });
});
