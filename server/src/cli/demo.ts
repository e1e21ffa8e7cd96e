import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { readConfig } from '../config.ts';
import { isEmpty, loadDemo, makeSignIns } from '../demo/load-demo.ts';
import { DEMO_USERS } from '../demo/plan.ts';
import { findSignIns, keepSignIns } from '../demo/sign-ins.ts';
import type { SignIns } from '../demo/sign-ins.ts';
import { OperatorError } from '../operator-error.ts';
import type { Command, CommandIo } from './command.ts';
import { serve } from './serve.ts';

/** The database holds something that is not the demonstration, or only a part of it. */
class NotADemo extends OperatorError {
  override readonly name = 'NotADemo';
  constructor(folder: string) {
    super(
      `Cơ sở dữ liệu ở ${folder} đã có dữ liệu khác, hoặc lần nạp minh họa trước bị dừng giữa chừng. Đặt SOTAY_DATA (và DATABASE_URL nếu dùng) vào chỗ trống, hoặc xóa thư mục minh họa ấy rồi chạy lại.`,
      `The database at ${folder} holds other data, or an earlier load of the demonstration was cut off. Point SOTAY_DATA (and DATABASE_URL if used) to an empty place, or delete that demonstration folder, and run again.`,
    );
  }
}

const WHAT: Readonly<Record<(typeof DEMO_USERS)[number]['key'], string>> = {
  admin: 'Quản trị · Administrator                → /office',
  officer: 'Viên chức dân số · Officer              → /office',
  hoa: 'Cộng tác viên địa bàn 1 · Collaborator  → /',
  lan: 'Cộng tác viên địa bàn 2 · Collaborator  → /',
  tham: 'Cộng tác viên địa bàn 3 · Collaborator  → /',
};

function announce(io: CommandIo, users: SignIns['users'], at: string): void {
  io.out('');
  io.out(`Bản minh họa: một phường, 3 địa bàn, khoảng 660 hộ, 24 tháng; người và việc đều đặt ra. · A demonstration; everybody in it is invented.`);
  io.out(`  Sổ tay trên điện thoại · Field app   ${at}/`);
  io.out(`  Văn phòng · Office                   ${at}/office`);
  io.out('Đăng nhập · Sign in:');
  for (const { key, name } of DEMO_USERS) {
    const password = users.find((user) => user.name === name)?.password ?? '';
    io.out(`  ${name.padEnd(10)} ${password.padEnd(32)} ${WHAT[key]}`);
  }
  io.out('');
}

/** `sotay demo`: the server with a demonstration in a data folder of its own. */
export const demo: Command = {
  name: 'demo',
  summary: { vi: 'chạy máy chủ với dữ liệu minh họa', en: 'runs the server with a demonstration' },
  help: {
    vi: `Cách dùng: npx sotay demo

Nạp dữ liệu minh họa (một phường, 3 địa bàn, khoảng 660 hộ, 24 tháng ghi chép) vào một thư mục dữ liệu riêng (…/.data-demo, hoặc SOTAY_DATA), rồi chạy máy chủ và in tên, mật khẩu đăng nhập.
Mật khẩu được tạo ngẫu nhiên khi nạp, giữ trong demo-sign-ins.json của thư mục ấy. Chạy lần nữa không nạp thêm.
Ví dụ: PORT=9000 npx sotay demo`,
    en: `Usage: npx sotay demo

Loads a demonstration (one ward, 3 areas, some 660 households, 24 months of notes) into a data folder of its own (…/.data-demo, or SOTAY_DATA), then runs the server and prints names and passwords.
Passwords are made by chance at loading and kept in demo-sign-ins.json of that folder. Running it again loads nothing more.
Example: PORT=9000 npx sotay demo`,
  },
  run: async (argv, io) => {
    parseArgs({ args: [...argv], options: {} });
    const environment = demoEnvironment(io.environment);
    const { dataFolder } = readConfig(environment);
    let users: SignIns['users'] = [];
    return await serve(
      { ...io, environment },
      {
        prepare: async (db) => {
          const kept = findSignIns(dataFolder);
          const isNew = await isEmpty(db);
          if (!isNew && kept?.isLoaded !== true) throw new NotADemo(dataFolder);
          users = isNew || kept === undefined ? makeSignIns() : kept.users;
          if (!isNew) return;
          io.out('Đang nạp dữ liệu minh họa … · Loading the demonstration …');
          mkdirSync(dataFolder, { recursive: true });
          keepSignIns(dataFolder, { isLoaded: false, users });
          await loadDemo(db, users, Date.now());
          keepSignIns(dataFolder, { isLoaded: true, users });
        },
        announce: async ({ publicUrl }) => announce(io, users, publicUrl),
      },
    );
  },
};

/** The same settings with a data folder beside the usual one, so that a demonstration never meets real notes. */
function demoEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const given = environment['SOTAY_DATA']?.trim() ?? '';
  return given === '' ? { ...environment, SOTAY_DATA: `${readConfig(environment).dataFolder}-demo` } : environment;
}
