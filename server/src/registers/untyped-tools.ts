import * as xlsx from '@e965/xlsx';

/** What of the library its own types leave open: the container of a workbook (zip or OLE), and the formats of numbers. */
type Tools = {
  readonly CFB: {
    readonly read: (file: Buffer, options: { type: 'buffer' }) => object;
    readonly find: (container: object, path: string) => object | null;
    readonly write: (container: object, options: { fileType: 'zip'; type: 'buffer' }) => unknown;
    readonly utils: { readonly cfb_new: () => object; readonly cfb_add: (container: object, path: string, content: Buffer) => unknown };
  };
  readonly SSF: { readonly is_date: (format: string) => boolean };
};

const { CFB, SSF } = xlsx as Tools;

/** The container of a file; throws for what is none. */
export function readContainer(file: Buffer): object {
  return CFB.read(file, { type: 'buffer' });
}

export function hasPart(container: object, path: string): boolean {
  return CFB.find(container, path) !== null;
}

/** Parts as a zip archive without compression. */
export function archiveOf(parts: ReadonlyMap<string, Buffer>): Buffer {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of parts) CFB.utils.cfb_add(container, `/${name}`, content);
  const packed = CFB.write(container, { fileType: 'zip', type: 'buffer' });
  return Buffer.isBuffer(packed) ? packed : Buffer.alloc(0);
}

/** Whether a format of numbers shows a day. */
export function isDateFormat(format: string): boolean {
  return SSF.is_date(format);
}
