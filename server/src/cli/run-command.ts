import { OperatorError } from '../operator-error.ts';
import type { Bilingual, Command, CommandIo } from './command.ts';

const USAGE = 2;

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length)) + 2;
  const list = (language: keyof Bilingual): string => commands.map((command) => `  ${command.name.padEnd(width)}${command.summary[language]}`).join('\n');
  return [
    'Sổ tay — sổ công tác dân số. Cách dùng: npx sotay <lệnh> [tùy chọn]',
    list('vi'),
    'Chi tiết một lệnh: npx sotay <lệnh> --help',
    '',
    'Sổ tay — the working system of the population service. Usage: npx sotay <command> [options]',
    list('en'),
    'More on a command: npx sotay <command> --help',
  ].join('\n');
}

function both({ vi, en }: Bilingual): string {
  return `${vi}\n\n${en}`;
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? argv.length : end).some((word) => word === '--help' || word === '-h');
}

function isWrongUse(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('ERR_PARSE_ARGS');
}

/**
 * Finds the command, runs it, turns what it throws into words.
 * @returns the exit code: 0 done, 1 failed, 2 used wrongly
 */
export async function runCommand(commands: readonly Command[], argv: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(overview(commands));
    return name === undefined ? USAGE : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    io.err(`Không có lệnh "${name}". · There is no command "${name}".\n`);
    io.err(overview(commands));
    return USAGE;
  }
  if (asksForHelp(rest)) {
    io.out(both(command.help));
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    return explain(error, command, io);
  }
}

function explain(error: unknown, command: Command, io: CommandIo): number {
  if (isWrongUse(error)) {
    io.err(`Tùy chọn không đúng: ${error.message} · Wrong option.\n`);
    io.err(both(command.help));
    return USAGE;
  }
  if (error instanceof OperatorError) {
    io.err(`${error.vi}\n\n${error.en}`);
    return error.exitCode;
  }
  io.err('Lỗi ngoài dự kiến; xin gửi nội dung dưới đây cho người phát triển. · Unexpected error; please report what follows.');
  io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}
