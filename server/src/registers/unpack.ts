import { buffer } from 'node:stream/consumers';

import { fromBufferPromise } from 'yauzl';
import type { Entry } from 'yauzl';

import { MOST } from './workbook-fault.ts';
import type { WorkbookFault } from './workbook-fault.ts';

/** The parts of a workbook that hold its cells, by name. */
export type Parts = ReadonlyMap<string, Buffer>;

/** Pictures, macros, links to other workbooks, comments and printer settings are never opened. */
const CELLS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)|xl\/worksheets\/[^/]+\.xml)$/i;

/**
 * Unpacks what of a zip archive holds cells, within bounds: by what its directory says before anything is unpacked, and again by what comes out, for a
 * directory can lie (yauzl breaks off an entry that is longer or shorter than told).
 * @returns the parts, or what is wrong with the archive
 */
export async function unpack(file: Buffer): Promise<Parts | WorkbookFault> {
  const parts = new Map<string, Buffer>();
  try {
    const zip = await fromBufferPromise(file, { lazyEntries: true, validateEntrySizes: true });
    if (zip.entryCount > MOST.parts) return 'too-many-parts';
    const wanted: Entry[] = [];
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      if (!CELLS.test(entry.fileName)) continue;
      if (entry.isEncrypted()) return 'password';
      total += entry.uncompressedSize;
      if (total > MOST.unpacked) return 'too-large-unpacked';
      wanted.push(entry);
    }
    for (const entry of wanted) parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  } catch {
    // A broken or lying archive; what exactly is wrong with it helps nobody who sends a register.
    return 'not-a-workbook';
  }
  return parts.size === 0 ? 'not-a-workbook' : parts;
}
