import type { OfficeP0Words } from './office-p0-vi.ts'
import { p0En } from './p0-en.ts'
import { showDate } from './show-date.ts'

export const officeP0En: OfficeP0Words = {
  ...p0En,
  forms: 'Forms',
  dsx: 'DSX forms',
  p0: 'P0/CTV',
  title: 'Slip P0/CTV',
  area: 'Area',
  pickers: 'Choose the slip',
  heading: 'SLIP OF POPULATION NEWS',
  month: (month) => `Month ${Number(month.slice(5))}/${month.slice(0, 4)}`,
  receiver: 'Made on the first day of the month after. For the health station of the commune.',
  nothing: 'Nothing occurred',
  blank: 'Nothing noted, and not said that nothing occurred.',
  notEmpty: (count) => `The collaborator says that nothing occurred, but there ${count === 1 ? 'is 1 line' : `are ${count} lines`}.`,
  held: (count) => `Private: ${count === 1 ? '1 line' : `${count} lines`}, not opened.`,
  open: 'Open the private sections (2, 7–11)',
  close: 'Close the private sections',
  openHint: 'Each opening and each download is written down. While they are closed the Excel file and the print are without them too.',
  appraiser: 'Appraised by',
  writer: 'Made by the collaborator',
  signed: (signer, on) => `Signed on ${showDate(on)}: ${signer}`,
}
