import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Period } from '@sotay/domain/kernel/period';

import { readConfig } from '../config.ts';
import { openCommandDatabase } from '../db/open-database.ts';
import type { Wish } from '../generate/generate.ts';
import { OperatorError } from '../operator-error.ts';
import type { Command, CommandIo } from './command.ts';
import { tellRecount } from './tell-recount.ts';

const MOST_PEOPLE = 10_000_000;

/** `sotay generate`: invented people, and what is noted of them in two years. */
export const generate: Command = {
  name: 'generate',
  summary: { vi: 'sinh người và ghi chép giả để thử', en: 'generates invented people and notes to try things with' },
  help: {
    vi: `Cách dùng: sotay generate --people SỐ --seed HẠT --until 2026-11 [--out TỆP.ndjson | --into-database | --pyramid TỆP.svg]

Sinh hộ, người và 24 tháng ghi chép cho tới hết tháng --until, theo các bảng dân số có nguồn (server/src/generate/tables). Hạt giống, số người và tháng
quyết định từng byte. Mỗi dòng một ghi chép, theo từng xã; không có --out thì in ra màn hình. Tiến độ in ở luồng lỗi.
--into-database  nạp vào cơ sở dữ liệu chưa có địa bàn nào, qua đúng đường của mọi ghi chép
--pyramid        vẽ tháp dân số sinh được bên bảng số mà nó theo`,
    en: `Usage: sotay generate --people N --seed SEED --until 2026-11 [--out FILE.ndjson | --into-database | --pyramid FILE.svg]

Generates households, people and 24 months of notes up to the end of the month --until, after population tables with their sources
(server/src/generate/tables). Seed, number and month decide every byte. A fact a line, commune by commune; without --out to the standard output.
Progress goes to the standard error.
--into-database  loads them into a database that has no area yet, by the way of every note
--pyramid        draws the pyramid generated beside the table that it follows`,
  },
  run: async (argv, io) => {
    const { values } = parseArgs({
      args: [...argv],
      options: { people: { type: 'string' }, seed: { type: 'string' }, until: { type: 'string' }, out: { type: 'string' }, 'into-database': { type: 'boolean' }, pyramid: { type: 'string' } },
    });
    const wish = wishOf(values);
    const ways = [values.out, values.pyramid, values['into-database']].filter((way) => way !== undefined);
    if (wish === undefined || ways.length > 1) {
      throw new OperatorError(
        'Cần: sotay generate --people SỐ (1–10.000.000) --seed HẠT --until 2026-11, và nhiều nhất một trong --out, --into-database, --pyramid',
        'Needed: sotay generate --people N (1–10,000,000) --seed SEED --until 2026-11, and at most one of --out, --into-database, --pyramid',
        2,
      );
    }
    if (values['into-database'] === true) return intoDatabase(wish, io);
    if (values.pyramid !== undefined) return drawPyramid(wish, values.pyramid);
    return writeOut(wish, values.out, io);
  },
};

function wishOf({ people, seed, until }: { readonly people?: string | undefined; readonly seed?: string | undefined; readonly until?: string | undefined }): Wish | undefined {
  const month = Period.safeParse(until);
  const count = /^\d{1,8}$/.test(people ?? '') ? Number(people) : 0;
  if (!month.success || !/^\d{4}-\d{2}$/.test(month.data) || count < 1 || count > MOST_PEOPLE || seed === undefined || seed === '') return undefined;
  return { people: count, seed, until: month.data };
}

// The generator brings a list of names along, which no other command should wait for.
async function writeOut(wish: Wish, file: string | undefined, io: CommandIo): Promise<number> {
  const { linesOf, writeLines } = await import('../generate/write-facts.ts');
  const began = performance.now();
  const lines = linesOf(wish, ({ registries, people, facts }) => {
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    io.err(`${registries} xã, ${people} người, ${facts} ghi chép, ${seconds} giây · ${registries} communes, ${people} people, ${facts} facts, ${seconds} s`);
  });
  if (file === undefined) {
    for (const some of lines) {
      io.out(some.slice(0, -1));
      await io.drained?.();
    }
  } else await writeLines(lines, file).catch((error: unknown) => Promise.reject(explainFile(error, file)));
  return 0;
}

function explainFile(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EEXIST') return new OperatorError(`Tệp ${file} đã có; hãy đặt tên khác.`, `The file ${file} exists; name another.`, 1, error);
  if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOSPC') return new OperatorError(`Không ghi được tệp ${file} (${code}).`, `The file ${file} cannot be written (${code}).`, 1, error);
  return error;
}

async function drawPyramid(wish: Wish, file: string): Promise<number> {
  const { pyramidOf } = await import('../generate/pyramid.ts');
  writeFileSync(file, pyramidOf(wish));
  return 0;
}

async function intoDatabase(wish: Wish, io: CommandIo): Promise<number> {
  const { planRegistries } = await import('../generate/generate.ts');
  const { loadRegistry, makeProvince } = await import('../generate/load-registry.ts');
  const { db, close } = await openCommandDatabase(readConfig(io.environment), tellRecount(io));
  try {
    const admin = await db.selectFrom('app_user').select('id').where('role', '=', 'administrator').limit(1).executeTakeFirst();
    const area = await db.selectFrom('area').select('id').limit(1).executeTakeFirst();
    if (admin === undefined || area !== undefined) {
      throw new OperatorError(
        'Chỉ nạp người giả vào cơ sở dữ liệu đã có quản trị viên và chưa có địa bàn nào.',
        'Invented people are loaded only into a database that has an administrator and no area yet.',
      );
    }
    const now = Date.now();
    const province = await makeProvince(db, admin.id, now);
    for (const plan of planRegistries({ ...wish, end: now - 60_000 })) {
      const { facts, accepted } = await loadRegistry(db, plan, province, admin.id, now);
      io.err(`${plan.name} (${plan.code}): ${facts} ghi chép, nhận ${accepted} · ${facts} facts, ${accepted} accepted`);
    }
    return 0;
  } finally {
    await close();
  }
}
