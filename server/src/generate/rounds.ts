import type { CounsellingTopic, P0Section, VisitPurpose } from '@sotay/domain/packs/tt01-2022/code-lists';
import { P0_SECTIONS } from '@sotay/domain/packs/tt01-2022/code-lists';
import { addMonths, lastDay } from '@sotay/domain/kernel/period';
import type { Period } from '@sotay/domain/kernel/period';
import { presumedDay } from '@sotay/domain/kernel/partial-date';
import { ageOn } from '@sotay/domain/kernel/plain-date';
import { packFor } from '@sotay/domain/packs/in-force';

import { dateOf, dayOf, midnightOf, yearsOn } from './day.ts';
import type { Day } from './day.ts';
import type { Generated } from './emit.ts';
import type { Life } from './life.ts';
import { dwellers, isHere } from './model.ts';
import type { Home, Person } from './model.ts';
import { nextEducation } from './person-maker.ts';
import { WORK } from './tables/work.ts';

/** One month of a collaborator's rounds: visits, counselling, old people examined, what changed in people's papers. */
export function passMonthOfRounds(life: Life, people: readonly Person[], from: Day, days: number): void {
  const { chance } = life;
  const some = () => from + chance.whole(0, days - 1);
  const happens = (yearly: number): boolean => chance.happens((yearly * days) / 365.25);
  for (const person of people) {
    if (!isHere(person)) continue;
    const years = yearsOn(person.born, from);
    if (years >= 60 && happens(WORK.elderExamined)) life.onFor(person, some(), () => examine(life, person));
    if (happens(WORK.changes)) life.onFor(person, some(), () => change(life, person, years));
  }
  for (const home of life.homes) if (!home.isClosed && happens(WORK.visitsToHousehold)) life.on(some(), () => visit(life, home));
  if (happens(WORK.counselling)) life.on(some(), () => counsel(life));
}

function examine(life: Life, person: Person): void {
  // Sixty as the book knows it: by the middle of the year where that alone is told.
  if (ageOn(presumedDay(person.told), dateOf(life.today)) < 60) return;
  life.note({ type: 'elder-examined', v: 1, data: { person: person.id, where: life.chance.happens(0.85) ? 'health-station' : 'hospital' } });
}

function change(life: Life, person: Person, years: number): void {
  const { chance } = life;
  const next = nextEducation(person.education);
  if (years >= 11 && years < 28 && next !== undefined && next !== 'vocational' && next !== 'postgraduate') {
    const old = person.education;
    person.education = next;
    life.note({ type: 'person-changed', v: 1, data: { person: person.id, old: { education: old }, new: { education: next } } });
  } else if (person.legal === 'temporary' && chance.happens(0.5)) {
    person.legal = 'permanent';
    life.note({ type: 'person-changed', v: 1, data: { person: person.id, old: { legal: 'temporary' }, new: { legal: 'permanent' } } });
  } else if (person.insuranceNumber !== undefined) {
    const old = person.insuranceNumber;
    const insuranceNumber = `${chance.pick(['GD4', 'HT3', 'DN4'])}${old.slice(3)}`;
    if (insuranceNumber === old) return;
    person.insuranceNumber = insuranceNumber;
    life.note({ type: 'person-changed', v: 1, data: { person: person.id, old: { insuranceNumber: old }, new: { insuranceNumber } } });
  }
}

function visit(life: Life, home: Home): void {
  if (home.isClosed || dwellers(home).length === 0) return;
  const { chance } = life;
  const purpose: VisitPurpose = chance.weighed([['look-through', 45], ['counselling', 25], ['supplies', 10], ['pregnancy', 8], ['screening', 5], ['elderly', 5], ['other', 2]] as const);
  const met = chance.happens(0.88) ? 'met' : 'absent';
  const next = met === 'absent' ? { next: dateOf(life.today + chance.whole(2, 14)) } : {};
  life.note({ type: 'visit-made', v: 1, data: { household: home.id, purposes: [purpose], met, lookedThrough: met === 'met' && purpose === 'look-through', ...next } }, { isPrompt: true, by: life.authors.collaborator });
}

function counsel(life: Life): void {
  const { chance } = life;
  const topics: CounsellingTopic[] = [chance.weighed([['methods', 35], ['prenatal-screening', 12], ['newborn-screening', 10], ['premarital', 8], ['two-children', 8], ['sex-ratio', 7], ['adolescents', 8], ['elderly', 8], ['law', 4]] as const)];
  const how = { isPrompt: true, by: life.authors.collaborator };
  if (chance.happens(0.5)) {
    const heard = { kind: 'counts', male: chance.whole(2, 18), female: chance.whole(6, 35) } as const;
    life.note({ type: 'counselling-given', v: 1, data: { mode: chance.pick(['group', 'talk']), topics, heard, place: 'Nhà văn hóa', leaflets: chance.whole(0, 40) } }, how);
    return;
  }
  const women = life.people.filter((person) => isHere(person) && person.sex === 'female' && yearsOn(person.born, life.today) > 16 && life.emitter.hasOpened(person.id));
  if (women.length > 0) life.note({ type: 'counselling-given', v: 1, data: { mode: 'direct', topics, heard: { kind: 'people', people: [chance.pick(women).id] } } }, how);
}

/** In which section of P0/CTV a fact is printed. */
const SECTIONS: Readonly<Partial<Record<Generated['type'], P0Section>>> = {
  'birth-reported': 1,
  'newborn-screened': 2,
  'death-reported': 3,
  'arrival-reported': 4,
  'adoption-reported': 4,
  'departure-reported': 5,
  'person-changed': 6,
  'method-started': 7,
  'method-stopped': 8,
  'pregnancy-reported': 9,
  'pregnancy-ended': 9,
  'prenatal-screened': 10,
  'elder-examined': 11,
};

/** On one of the first days of the next month: what did not occur in this one, and the signature on paper. */
export function endMonth(life: Life, month: Period, officer: string): void {
  const { chance, authors, emitter } = life;
  const last = dayOf(lastDay(month));
  const before = emitter.facts.length;
  life.on(last + chance.whole(1, 3), () => {
    const at = midnightOf(life.today) + 9 * 3_600_000;
    const noted = emitter.facts.slice(before).filter(({ occurredOn, recordedAt }) => occurredOn.startsWith(month) && recordedAt < at);
    const filled = new Set(noted.map(({ type }) => SECTIONS[type]));
    const sections = P0_SECTIONS.filter((section) => !filled.has(section));
    const by = authors.collaborator;
    if (sections.length > 0) life.note({ type: 'nothing-to-report', v: 1, data: { month, sections } }, { at, by });
    // Signed on paper: the figures stand there, not in the fact.
    const { rulesVersion } = packFor(lastDay(month));
    life.note({ type: 'month-signed', v: 1, data: { month, on: 'paper', signer: by.name, receivedBy: officer, seq: emitter.facts.length, pending: [], rulesVersion, totals: {} } }, { at: at + 600_000, by });
    giveTask(life, addMonths(month, 1));
  });
}

const TASKS = [
  'Rà soát lại người đi làm ăn xa trong thôn.',
  'Nhắc bà mẹ mang thai đi sàng lọc trước sinh tại trạm.',
  'Mời người cao tuổi khám sức khỏe định kỳ.',
  'Bổ sung số thẻ bảo hiểm y tế còn thiếu.',
  'Cấp bao cao su và thuốc uống cho người hết thuốc.',
] as const;

/** At the review meeting the officer gives a task; mostly it is answered before the next. */
function giveTask(life: Life, month: Period): void {
  const { chance, authors } = life;
  if (!chance.happens(0.5)) return;
  const task = life.note({ type: 'task-given', v: 1, data: { text: chance.pick(TASKS), due: lastDay(month) } }, { at: midnightOf(life.today) + 14 * 3_600_000, by: authors.officer });
  if (task === undefined) return;
  life.on(life.today + chance.whole(8, 25), () => {
    const answer = chance.happens(WORK.taskDone) ? 'done' : 'not-done';
    const remark = answer === 'done' ? {} : { remark: 'Nhiều nhà đi vắng, tháng sau làm tiếp.' };
    life.note({ type: 'task-answered', v: 1, data: { task: task.id, answer, ...remark } }, { isPrompt: true, by: authors.collaborator });
  });
}
