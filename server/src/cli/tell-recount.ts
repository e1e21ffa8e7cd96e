import type { RecountProgress } from '../rows/recount.ts';
import type { CommandIo } from './command.ts';

/** Tells whoever started a command why it takes a while: figures made by other rules are counted again. */
export function tellRecount(io: CommandIo): { readonly onRecount: (progress: RecountProgress) => void } {
  return {
    onRecount: ({ done, of }) => io.err(`Đang tính lại số liệu theo quy tắc của phiên bản này: ${done}/${of} sổ bộ … · Counting by the rules of this version: ${done}/${of} registries …`),
  };
}
