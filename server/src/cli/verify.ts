import { parseArgs } from 'node:util';

import { readConfig } from '../config.ts';
import { openCommandDatabase } from '../db/open-database.ts';
import { verify as verifyAll } from '../log/verify.ts';
import type { Command } from './command.ts';
import { tellRecount } from './tell-recount.ts';

const MOST_SHOWN = 50;

/** `sotay verify`: everything stored, compared with what follows from the logs. */
export const verify: Command = {
  name: 'verify',
  summary: { vi: 'tính lại mọi số liệu từ nhật ký và so với số đang lưu', en: 'computes every figure anew from the logs and compares it with what is stored' },
  help: {
    vi: 'Cách dùng: sotay verify\n\nĐọc lại mọi nhật ký (chuỗi mã băm, không thiếu số), tính lại tất cả và so từng dòng đang lưu.\nMã kết thúc: 0 khi khớp hết, 1 khi có chỗ lệch.',
    en: 'Usage: sotay verify\n\nReads every log again (chain of hashes, no gap), folds everything anew and compares each stored row.\nExit code: 0 when all agree, 1 when anything differs.',
  },
  run: async (argv, io) => {
    parseArgs({ args: [...argv], options: {} });
    const database = await openCommandDatabase(readConfig(io.environment), tellRecount(io));
    try {
      const began = performance.now();
      const { registries, facts, subjects, rows, differences } = await verifyAll(database.db);
      const seconds = (performance.now() - began) / 1000;
      io.out(`${registries} sổ bộ, ${facts} ghi nhận, ${subjects} đối tượng, ${rows} dòng; ${Math.round(facts / seconds)} ghi nhận/giây`);
      io.out(`${registries} registries, ${facts} facts, ${subjects} subjects, ${rows} rows; ${Math.round(facts / seconds)} facts/s`);
      for (const { registry, table, at, stored, expected } of differences.slice(0, MOST_SHOWN)) {
        io.err(`${registry} ${table} ${at}: đang lưu · stored ${stored ?? '–'}, phải là · expected ${expected ?? '–'}`);
      }
      io.out(differences.length === 0 ? 'Khớp hết. · All agree.' : `${differences.length} chỗ lệch. · ${differences.length} differences.`);
      return differences.length === 0 ? 0 : 1;
    } finally {
      await database.close();
    }
  },
};
