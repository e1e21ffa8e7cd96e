import { EDUCATIONS, MARITALS, METHODS, RELATIONS } from '@sotay/domain/packs/tt01-2022/code-lists';
import { plainDate } from '@sotay/domain/kernel/plain-date';
import { describe, expect, test } from 'vitest';

import type { Cell } from './cell.ts';
import { findEducation, findMarital, findMethod, findResidence, findSex } from './code-words.ts';
import { readEthnicity } from './ethnicity.ts';
import { findRelation } from './relation-words.ts';

/** The words that the phone shows for the codes (shared code lists, codes.json). */
const OFFICIAL = {
  relation: ['Chủ hộ', 'Vợ/chồng', 'Con đẻ', 'Con nuôi', 'Con dâu/rể', 'Bố/mẹ', 'Bố/mẹ vợ/chồng', 'Cháu nội/ngoại', 'Quan hệ khác', 'Người đại diện (hộ tập thể)', 'Chưa rõ'],
  education: ['Chưa đi học', 'Tiểu học', 'THCS', 'THPT', 'Trung cấp', 'Cao đẳng', 'Đại học', 'Trên đại học', 'Chưa rõ'],
  marital: ['Chưa kết hôn', 'Đang kết hôn', 'Ly thân', 'Ly hôn', 'Góa', 'Chưa rõ'],
  method: ['Dụng cụ tử cung (vòng)', 'Triệt sản nam', 'Triệt sản nữ', 'Bao cao su', 'Thuốc uống tránh thai', 'Thuốc tiêm tránh thai', 'Que (thuốc) cấy tránh thai', 'Biện pháp khác'],
};

const spellings = (text: string) => [text, text.toUpperCase(), text.toLowerCase(), text.normalize('NFD'), `  ${text}. `];

describe('given the official words of a list in any case and form, when they are read, then they are the codes', () => {
  test('relations', () => {
    for (const [index, word] of OFFICIAL.relation.entries()) for (const spelt of spellings(word)) expect(findRelation(spelt)?.relation, spelt).toBe(RELATIONS[index]);
  });
  test('education', () => {
    for (const [index, word] of OFFICIAL.education.entries()) for (const spelt of spellings(word)) expect(findEducation(spelt), spelt).toBe(EDUCATIONS[index]);
  });
  test('marital status', () => {
    for (const [index, word] of OFFICIAL.marital.entries()) for (const spelt of spellings(word)) expect(findMarital(spelt), spelt).toBe(MARITALS[index]);
  });
  test('methods', () => {
    for (const [index, word] of OFFICIAL.method.entries()) for (const spelt of spellings(word)) expect(findMethod(spelt), spelt).toBe(METHODS[index]);
  });
});

test.each([
  ['con dâu', 'child-in-law', 'female'],
  ['con đầu', 'child', undefined],
  ['Con thứ 3', 'child', undefined],
  ['con 2', 'child', undefined],
  ['Con gái', 'child', 'female'],
  ['con re', 'child-in-law', 'male'],
  ['vo', 'spouse', 'female'],
  ['Bà', 'other-relative', undefined],
  ['ba', 'parent', 'male'],
  ['má', 'parent', 'female'],
  ['mẹ vợ', 'parent-in-law', 'female'],
  ['con riêng của vợ', 'other-relative', undefined],
  ['Em trai', 'other-relative', undefined],
  ['CH', 'head', undefined],
])('the relation %s is %s', (text, relation, sex) => {
  expect(findRelation(text)).toEqual({ relation, ...(sex === undefined ? {} : { sex }) });
});

test.each([['thợ xây'], ['1'], ['=A1'], ['con mèo']])('the relation %s is not guessed', (text) => {
  expect(findRelation(text)).toBeUndefined();
});

test.each<[string, string | undefined]>([['Nam', 'male'], ['NỮ', 'female'], ['nu', 'female'], ['Gái', 'female'], ['1', undefined], ['x', undefined]])('the sex %s is %s', (text, sex) => {
  expect(findSex(text)).toBe(sex);
});

test.each<[Cell, string | undefined]>([
  ['lớp 5', 'primary'], ['Lớp 6', 'lower-secondary'], [9, 'lower-secondary'], ['12/12', 'upper-secondary'], ['7/10', 'lower-secondary'], ['8/10', 'upper-secondary'], ['4/10', 'primary'], ['11/10', undefined],
  ['cấp 3', 'upper-secondary'], ['ĐH', 'university'], ['Thạc sĩ', 'postgraduate'], ['mù chữ', 'none'], ['13', undefined], ['tiến sĩ danh dự', undefined],
  [{ date: plainDate('2026-12-09'), shows: 'day' }, 'lower-secondary'],
])('the education %j is %s', (cell, education) => {
  expect(findEducation(cell)).toBe(education);
});

test.each<[string, string | undefined]>([['có chồng', 'married'], ['Chưa', 'never-married'], ['độc thân', 'never-married'], ['goá chồng', 'widowed'], ['li di', 'divorced'], ['sắp cưới', undefined]])('the marital status %s is %s', (text, marital) => {
  expect(findMarital(text)).toBe(marital);
});

test.each([
  ['Thường trú', 'permanent', 'present'], ['TT', 'permanent', 'present'], ['Tạm trú', 'temporary', 'present'], ['KT4', 'temporary', 'staying'], ['Tạm vắng', 'unknown', 'away'],
  ['thường trú, tạm vắng', 'permanent', 'away'], ['Thường trú (đi làm xa)', 'permanent', 'away'], ['chưa đăng ký', 'none', 'present'],
])('the residence %s is %s, %s', (text, legal, presence) => {
  expect(findResidence(text)).toEqual({ legal, presence });
});

test('a residence of which one part is not understood is not taken', () => {
  expect(findResidence('thường trú, trên mây')).toBeUndefined();
});

test.each<[string, string | undefined]>([
  ['Vòng', 'iud'], ['đặt vòng', 'iud'], ['BCS', 'condom'], ['Thuốc uống', 'pill'], ['que cấy', 'implant'], ['Triệt sản', 'sterilisation'], ['không', 'none'], ['0', 'none'], ['1', undefined], ['4', undefined], ['bùa', undefined],
])('the method %s is %s', (text, method) => {
  expect(findMethod(text)).toBe(method);
});

test.each([
  ['kinh', 'Kinh', true], ["H'Mông", 'HMông', true], ['Mèo', 'HMông', true], ['ê đê', 'Ê-đê', true], ['Cao Lan', 'Sán Chay', true], ['Xơ Đăng', 'Xơ-đăng', true], ['Hoa', 'Hoa', true],
  ['Atlantis', 'Atlantis', false], ['chưa rõ', undefined, true],
])('the people %s is told as %s', (text, told, isListed) => {
  expect(readEthnicity(text)).toEqual({ told, isListed });
});
