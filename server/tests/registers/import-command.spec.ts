import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import * as xlsx from '@e965/xlsx';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { importFiles } from '../../src/cli/import.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { verify } from '../../src/log/verify.ts';
import { endServers, runSotay } from '../database/server-process.ts';
import { removeTemporaryFolders, temporaryFolder } from '../database/temporary-folder.ts';
import { openVillage } from '../log/village.ts';
import type { Village } from '../log/village.ts';
import { HEADER, inventedRegister, workbook } from './register-workbook.ts';
import type { Value } from './register-workbook.ts';
import { workbookParts, zip } from './zip.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterEach(async () => {
  await endServers();
  await removeTemporaryFolders();
});
afterAll(() => village.drop());

const FIXTURE = fileURLToPath(new URL('../../../fixtures/registers/libreoffice.xlsx', import.meta.url));
const counts = async () => {
  const [row] = await village.rows<{ people: number; facts: number }>('SELECT (SELECT count(*)::int FROM person_row) AS people, (SELECT count(*)::int FROM log) AS facts');
  return row ?? { people: -1, facts: -1 };
};
/** `sotay import …` in this process, as its entry runs it. */
async function sotay(...words: string[]): Promise<{ code: number; output: string }> {
  const lines: string[] = [];
  const say = (line: string): number => lines.push(line);
  const code = await runCommand([importFiles], ['import', ...words], { out: say, err: say, environment: { DATABASE_URL: village.url } });
  return { code, output: lines.join('\n') };
}
async function fileOf(rows: readonly (readonly Value[])[]): Promise<string> {
  const path = join(temporaryFolder(), 'so.xlsx');
  writeFileSync(path, await workbook({ Sổ: rows }));
  return path;
}

test('given a register that LibreOffice saved, when it is looked at, committed, looked at again and undone, then each says what it did', async () => {
  const looked = await sotay('register', FIXTURE, '--area', '1', '--skip-bad');
  expect(looked).toMatchObject({ code: 0, output: expect.stringContaining('Nhập được: 2 hộ mới, 7 người mới') });
  expect(looked.output).toContain('Mới xem trước, chưa ghi gì. Thêm --commit để ghi.');
  expect(looked.output).toContain('Hộ gồm nhiều tờ A0, thành một hộ: 2');
  expect(await counts()).toEqual({ people: 0, facts: 0 });

  const taken = await sotay('register', FIXTURE, '--area', '1', '--officer', 'officer', '--on', '2026-01-01', '--skip-bad', '--commit');
  const batch = /sotay import undo (\S+)/.exec(taken.output)?.[1] ?? '';
  expect(taken).toMatchObject({ code: 0, output: expect.stringContaining('Đã nhập, lô') });
  expect((await counts()).people).toBe(7);

  const again = await sotay('register', FIXTURE, '--area', '1', '--skip-bad', '--commit');
  expect(again).toMatchObject({ code: 0, output: expect.stringContaining('Đã có trong sổ, không nhập lại: 7 người') });
  expect(again.output).toContain('Không có ai mới, chưa ghi gì.');

  expect(await sotay('undo', batch)).toMatchObject({ code: 0, output: expect.stringContaining('Đã rút lại 2 hộ, 7 người.') });
  expect(await counts()).toMatchObject({ people: 0 });
  expect(await sotay('undo', batch)).toMatchObject({ code: 1, output: expect.stringContaining('đã hoàn tác rồi') });
  expect(await sotay('undo', 'không có')).toMatchObject({ code: 1, output: expect.stringContaining('Không có lô không có') });
  expect((await verify(village.db)).differences).toEqual([]);
});

test('given a row that cannot be taken, when it is committed, then nothing is written, exit code 1, and the report says why', async () => {
  const file = await fileOf([HEADER, ['900', 1, null, '=cmd|x', 'Chủ hộ', 'Nam', '31/02/1990']]);
  const report = join(temporaryFolder(), 'loi.xlsx');
  const before = await counts();
  const { code, output } = await sotay('register', file, '--area', '1', '--commit', '--report', report);
  expect(code).toBe(1);
  expect(output).toContain('trang "Sổ", dòng 2, cột D, "=cmd|x": không phải tên người');
  expect(output).toContain('Chưa ghi gì: 2 chỗ không nhận được.');
  expect(await counts()).toEqual(before);
  const book = xlsx.read(readFileSync(report), { type: 'buffer', cellFormula: true });
  expect(xlsx.utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 })).toEqual([
    ['Trang', 'Dòng', 'Cột', 'Giá trị', 'Lý do', 'Kết quả'],
    ['Sổ', 2, 'D', '=cmd|x', 'không phải tên người', 'không nhận dòng này'],
    ['Sổ', 2, 'G', '31/02/1990', 'không có ngày này', 'không nhận dòng này'],
  ]);
});

test.each<[string, string[], number, string]>([
  ['no file', ['register', '--area', '1'], 2, 'Cần: sotay import register'],
  ['no area', ['register', FIXTURE], 2, 'Cần: sotay import register'],
  ['a font that is none', ['register', FIXTURE, '--area', '1', '--font', 'arial'], 2, 'Cần: sotay import register'],
  ['a day to come', ['register', FIXTURE, '--area', '1', '--on', '2199-01-01'], 2, 'không phải ngày đã qua'],
  ['an area that is not', ['register', FIXTURE, '--area', '77'], 1, 'Không có địa bàn số 77'],
  ['an officer that is not', ['register', FIXTURE, '--area', '1', '--officer', 'Hoa'], 1, 'Không có viên chức "Hoa"'],
  ['a file that is not there', ['register', '/không/có.xlsx', '--area', '1'], 1, 'Không đọc được tệp'],
  ['nothing to import', ['xyz'], 2, 'Cần: sotay import register | undo'],
])('given %s, then it is said in both languages without a stack', async (_what, words, code, text) => {
  const run = await sotay(...words);
  expect(run.code).toBe(code);
  expect(run.output).toContain(text);
  expect(run.output).not.toMatch(/\n\s+at /);
});

test('given a file that is no workbook or has no register, then it is said what to do', async () => {
  const path = join(temporaryFolder(), 'so.xlsx');
  writeFileSync(path, 'Hộ số;Họ và tên');
  expect(await sotay('register', path, '--area', '1')).toMatchObject({ code: 1, output: expect.stringContaining('chọn "Lưu thành" .xlsx') });
  writeFileSync(path, zip(workbookParts('')));
  expect(await sotay('register', path, '--area', '1')).toMatchObject({ code: 1, output: expect.stringContaining('Không thấy sổ trong tệp') });
});

test('given a register of 20,000 people killed in mid-commit, then nothing of it is there; taken in anew, all of it is', async () => {
  const file = await fileOf(inventedRegister(20_000));
  const before = await counts();
  const killed = runSotay(['import', 'register', file, '--area', '2', '--commit', '--skip-bad'], { DATABASE_URL: village.url });
  while (!killed.output().includes('Đã ghi')) await pause(20);
  killed.signal('SIGKILL');
  expect(await killed.ended).toBe('SIGKILL');
  // The database notices the lost client and rolls back.
  while (((await village.rows<{ n: number }>(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()`))[0]?.n ?? 0) > 0) await pause(50);
  expect(await counts()).toEqual(before);

  const began = performance.now();
  expect(await sotay('register', file, '--area', '2', '--skip-bad')).toMatchObject({ code: 0, output: expect.stringContaining('Nhập được: 5000 hộ mới, 20000 người mới') });
  const looked = performance.now();
  expect((await sotay('register', file, '--area', '2', '--commit', '--skip-bad')).code).toBe(0);
  const taken = performance.now();
  console.log(`20,000 rows: dry run ${((looked - began) / 1000).toFixed(1)} s, import ${((taken - looked) / 1000).toFixed(1)} s`);
  expect((await counts()).people).toBe(before.people + 20_000);
  expect((await verify(village.db)).differences).toEqual([]);
}, 900_000);
