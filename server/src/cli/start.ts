import { parseArgs } from 'node:util';

import { firstAdministratorLink } from '../people/first-administrator.ts';
import type { Command } from './command.ts';
import { serve } from './serve.ts';

/** `sotay start`: the server. */
export const start: Command = {
  name: 'start',
  summary: { vi: 'chạy máy chủ', en: 'runs the server' },
  help: {
    vi: `Cách dùng: npx sotay start

Chạy máy chủ cho tới khi Ctrl-C. Lần đầu tự tạo cơ sở dữ liệu và in liên kết dùng một lần để lập tài khoản quản trị đầu tiên.
Thiết lập bằng biến môi trường HOST, PORT, PUBLIC_URL, SOTAY_DATA, DATABASE_URL, TRUSTED_PROXY, LOG_LEVEL: xem docs/operate.md.
Ví dụ: PORT=9000 npx sotay start`,
    en: `Usage: npx sotay start

Runs the server until Ctrl-C. The first start creates the database and prints a one-time link to set up the first administrator.
Settings by the environment variables HOST, PORT, PUBLIC_URL, SOTAY_DATA, DATABASE_URL, TRUSTED_PROXY, LOG_LEVEL: see docs/operate.md.
Example: PORT=9000 npx sotay start`,
  },
  run: (argv, io) => {
    parseArgs({ args: [...argv], options: {} });
    return serve(io, {
      announce: async ({ db, publicUrl }) => {
        const link = await firstAdministratorLink(db, publicUrl);
        if (link === undefined) return;
        io.out(`Chưa có quản trị viên. Mở liên kết này (một lần, trong 24 giờ) để lập tài khoản đầu tiên:`);
        io.out(`There is no administrator yet. Open this link (once, within 24 hours) to set up the first account:`);
        io.out(`  ${link}`);
      },
    });
  },
};
