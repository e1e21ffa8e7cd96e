import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { LIST_BEGINS } from '@sotay/domain/wire/units';
import type { ExactSeries, Share, UnitHistory, UnitRef } from '@sotay/domain/wire/units';

const SHARES: Readonly<Record<Share, string>> = { full: 'toàn bộ', part: 'một phần', main: 'toàn bộ hoặc phần chính' };

export function dayText(day: PlainDate): string {
  return day.split('-').toReversed().join('/');
}

/** A unit in one line: name, units above, code, dates. */
export function refText({ name, within, code, from, to }: UnitRef): string {
  return `${[name, ...within].join(', ')}${code === null ? '' : ` (mã ${code})`}, ${dayText(from)} – ${to === null ? 'nay' : dayText(to)}`;
}

/** The answer about a unit, for a terminal; Vietnamese. */
export function historyLines({ on, thatDay, unit, names, now, cameFrom, wentTo, exactSeries }: UnitHistory): string[] {
  const early = on < LIST_BEGINS ? ` Danh sách bắt đầu từ ${dayText(LIST_BEGINS)}; trước đó chưa biết.` : '';
  return [
    refText(unit),
    thatDay === null ? `Ngày ${dayText(on)}: chưa có hoặc không còn đơn vị này.${early}` : `Ngày ${dayText(on)}: ${[thatDay.name, ...thatDay.within].join(', ')}`,
    ...(names.length > 1 ? ['Tên qua các ngày:', ...names.map(({ name, from, to, basis }) => `  ${dayText(from)} – ${to === null ? 'nay' : dayText(to)}: ${name}${basis === null ? '' : ` (${basis})`}`)] : []),
    now.length === 0 ? 'Nay: không có đơn vị nào thay.' : `Nay: ${now.map((each) => refText(each)).join('; ')}`,
    ...(cameFrom.length === 0 ? [] : ['Gồm từ:', ...cameFrom.map((step) => `  ${dayText(step.on)} ${SHARES[step.share]}: ${refText(step.unit)}`)]),
    ...(wentTo.length === 0 ? [] : ['Đi vào:', ...wentTo.map((step) => `  ${dayText(step.on)} ${SHARES[step.share]}: ${refText(step.unit)}${step.basis === null ? '' : ` — ${step.basis}`}`)]),
    seriesText(exactSeries),
  ];
}

function seriesText(series: ExactSeries): string {
  switch (series.exists) {
    case 'yes':
      return 'Chuỗi số liệu qua lần sắp xếp: chính xác, vì không có đơn vị nào bị chia.';
    case 'unknown':
      return 'Chuỗi số liệu qua lần sắp xếp: chưa biết có chính xác không. Danh sách chỉ ghi một nơi nhận cho mỗi đơn vị cũ, không ghi phần tách sang nơi khác.';
    case 'no': {
      const parts = series.parts.map(({ name }) => name).join(', ');
      const why = {
        'holds-parts': `đơn vị nay giữ một phần của: ${parts}`,
        'gave-parts': `đơn vị đã chuyển một phần cho: ${parts}`,
        'was-split': `đơn vị đã chia vào: ${parts}`,
        'level-ended': 'cấp này đã kết thúc, không có đơn vị nào thay',
      }[series.because];
      return `Chuỗi số liệu qua lần sắp xếp: không có chuỗi chính xác, vì ${why}.`;
    }
  }
}
