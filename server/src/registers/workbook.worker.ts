import { parseWorkbook } from './parse-workbook.ts';

/** The process that opens a workbook: sent its bytes, it answers with its sheets or with what is wrong, and ends. */
process.once('message', (file: unknown) => {
  void (async () => {
    if (!(file instanceof Uint8Array)) throw new TypeError('the process was sent no file');
    const answer = await parseWorkbook(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
    process.send?.(answer, () => process.disconnect());
  })();
});
