import { deflateRawSync } from 'node:zlib';

import * as xlsx from '@e965/xlsx';
import { plainDate } from '@sotay/domain/kernel/plain-date';
import { expect, test } from 'vitest';

import type { Sheet } from '../../src/registers/cell.ts';
import { openWorkbook, readWorkbookFile } from '../../src/registers/open-workbook.ts';
import { MOST } from '../../src/registers/workbook-fault.ts';
import { inventedRegister, workbook } from './register-workbook.ts';
import { textCell, workbookParts, zip } from './zip.ts';

async function fault(file: Uint8Array, most?: { time: number; memory: number }): Promise<string> {
  return openWorkbook(file, most).then(
    () => 'opened',
    (error: unknown) => (error instanceof Error && 'fault' in error ? String(error.fault) : String(error)),
  );
}
const cells = (sheets: readonly Sheet[]) => sheets.flatMap(({ rows }) => rows.map(({ number, cells: told }) => [number, ...told]));

/** A sheet of zeros, deflated piece by piece: 4 GB in 4 MB. */
function bomb(unpacked: number): Buffer {
  const whole = deflateRawSync(Buffer.alloc(16 * 1024 * 1024), { level: 9, finishFlush: 2 });
  return Buffer.concat([...Array.from({ length: unpacked / (16 * 1024 * 1024) }, () => whole), deflateRawSync(Buffer.alloc(0))]);
}

test('given a zip bomb named .xlsx, when opened, then it is refused by what its directory says, before anything is unpacked', async () => {
  const unpacked = 2 * 1024 ** 3;
  const parts = workbookParts('').map((part) => (part.name === 'xl/worksheets/sheet1.xml' ? { ...part, content: bomb(unpacked), unpacked } : part));
  const began = performance.now();
  expect(await fault(zip(parts))).toBe('too-large-unpacked');
  expect(performance.now() - began).toBeLessThan(20_000);
});

test('given a zip bomb whose directory lies, when opened, then it is broken off where it exceeds what it told', async () => {
  const unpacked = 2 * 1024 ** 3;
  const parts = workbookParts('').map((part) => (part.name === 'xl/worksheets/sheet1.xml' ? { ...part, content: bomb(unpacked), unpacked, told: 5_000 } : part));
  const began = performance.now();
  expect(await fault(zip(parts))).toBe('not-a-workbook');
  expect(performance.now() - began).toBeLessThan(20_000);
});

test('given an archive of thousands of files, when opened, then it is refused', async () => {
  expect(await fault(zip([...workbookParts(''), ...Array.from({ length: MOST.parts }, (_, index) => ({ name: `xl/p${index}.xml`, content: '' }))]))).toBe('too-many-parts');
});

test('given a workbook with a password, when opened, then it is said so', async () => {
  // An OLE container with the two streams of an encrypted package (MS-OFFCRYPTO 2.3.4).
  const { CFB } = xlsx;
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.from('040004004000000000', 'hex'));
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(8_192, 7));
  const file = CFB.write(container, { type: 'buffer' });
  expect(await fault(file)).toBe('password');
});

test.each([
  ['text', Buffer.from('Hộ số;Họ và tên')],
  ['nothing', Buffer.alloc(0)],
  ['half an archive', zip(workbookParts('')).subarray(0, 300)],
  ['an archive that is no workbook', zip([{ name: 'thư.txt', content: 'xin chào' }])],
  ['an OLE container that is no workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5_000, 3)])],
])('given %s, when opened, then it is no workbook', async (_what, file) => {
  expect(await fault(file)).toBe('not-a-workbook');
});

test('given a file beyond the bound, or none, then it is not even opened', async () => {
  expect(await fault(Buffer.alloc(MOST.file + 1))).toBe('too-large');
  expect(() => readWorkbookFile('/không/có/sổ.xlsx')).toThrow(/Không đọc được tệp/);
});

test('given 1,048,576 rows of which two hold something, when opened, then there are two', async () => {
  let rows = `<row r="1">${textCell('A1', 'Họ và tên')}</row>`;
  for (let row = 2; row < 1_048_576; row++) rows += `<row r="${row}" s="1" customFormat="1" ht="15"/>`;
  rows += `<row r="1048576">${textCell('A1048576', 'Nguyễn Thị Lan')}</row>`;
  const file = zip(workbookParts(rows, { head: '<dimension ref="A1:XFD1048576"/>' }));
  expect(cells(await openWorkbook(file))).toEqual([[1, 'Họ và tên'], [1_048_576, 'Nguyễn Thị Lan']]);
});

test('given a workbook that takes longer or more memory than allowed, when opened, then it is refused and nothing else ends', async () => {
  const file = await workbook({ Sổ: inventedRegister(20_000) });
  expect(await fault(file, { time: 50, memory: 1_024 })).toBe('takes-too-long');
  expect(await fault(file, { time: 60_000, memory: 64 })).toBe('takes-too-much-memory');
});

test('given formulas, when opened, then they are what they last showed, and never calculated', async () => {
  const rows = `<row r="1">${textCell('A1', `=cmd|' /C calc'!A0`)}<c r="B1" t="str"><f>CONCATENATE("Nguyễn"," Lan")</f><v>Nguyễn Lan</v></c><c r="C1"><f>1940+8</f><v>1948</v></c><c r="D1"><f>cmd|' /C calc'!A0</f></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`;
  expect(cells(await openWorkbook(zip(workbookParts(rows))))).toEqual([
    [1, `=cmd|' /C calc'!A0`, 'Nguyễn Lan', 1948, { fault: 'uncalculated', shown: `=cmd|' /C calc'!A0` }, { fault: 'error', shown: '=1/0' }],
  ]);
});

test('given merged cells, when opened, then it is known which', async () => {
  const [sheet] = await openWorkbook(zip(workbookParts(`<row r="2">${textCell('B2', 'x')}</row>`, { after: '<mergeCells count="1"><mergeCell ref="B2:C4"/></mergeCells>' })));
  expect(sheet?.merges).toEqual([{ top: 2, bottom: 4, left: 1, right: 2 }]);
});

test('given external entities in its XML, when opened, then nothing is fetched', async () => {
  const parts = workbookParts(`<row r="1"><c r="A1" t="inlineStr"><is><t>&file;</t></is></c></row>`).map((part) =>
    part.name === 'xl/worksheets/sheet1.xml' ? { ...part, content: String(part.content).replace('<worksheet', '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]><worksheet') } : part,
  );
  expect(JSON.stringify(await openWorkbook(zip(parts)))).not.toContain('root:');
});

test('given an old .xls, when opened, then its cells are read', async () => {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['Họ và tên', 'Ngày sinh'], ['NguyÔn ThÞ Lan', 1948]]), 'Sổ');
  const file: Buffer = xlsx.write(book, { type: 'buffer', bookType: 'biff8' });
  expect(cells(await openWorkbook(file))).toEqual([[1, 'Họ và tên', 'Ngày sinh'], [2, 'NguyÔn ThÞ Lan', 1948]]);
});

test('given dates, when opened, then they are the days that Excel shows, wherever the server stands', async () => {
  const [sheet] = await openWorkbook(await workbook({ Sổ: [[new Date(Date.UTC(1948, 2, 5)), new Date(Date.UTC(2026, 10, 23))]] }));
  expect(sheet?.rows[0]?.cells).toEqual([{ date: plainDate('1948-03-05'), shows: 'day' }, { date: plainDate('2026-11-23'), shows: 'day' }]);
});
