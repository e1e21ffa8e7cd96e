import type { DsxRow } from './dsx.ts'

/**
 * Rows 11–17 of 01/02/03-DSX. None of them could be read in a public source of the form: numbers, texts and the split by method (official numbers 1–8, as
 * letters a–h) are composed, and print with their mark.
 */
export const DSX_PLANNING_ROWS: readonly DsxRow[] = [
  { no: '11', cell: 'pregnant', unit: 'person', status: 'composed' },
  { no: '11a', cell: 'pregnancies-found', unit: 'person', status: 'composed' },
  { no: '11b', cell: 'pregnancies-lost', unit: 'person', status: 'composed' },
  { no: '12', cell: 'screened-before-birth', unit: 'person', status: 'composed' },
  { no: '13', cell: 'screened-newborn', unit: 'person', status: 'composed' },
  { no: '14', cell: 'couples-using', unit: 'couple', status: 'composed' },
  { no: '14a', cell: 'couples-using-iud', unit: 'couple', status: 'composed' },
  { no: '14b', cell: 'couples-using-male-sterilisation', unit: 'couple', status: 'composed' },
  { no: '14c', cell: 'couples-using-female-sterilisation', unit: 'couple', status: 'composed' },
  { no: '14d', cell: 'couples-using-condom', unit: 'couple', status: 'composed' },
  { no: '14e', cell: 'couples-using-pill', unit: 'couple', status: 'composed' },
  { no: '14f', cell: 'couples-using-injection', unit: 'couple', status: 'composed' },
  { no: '14g', cell: 'couples-using-implant', unit: 'couple', status: 'composed' },
  { no: '14h', cell: 'couples-using-other', unit: 'couple', status: 'composed' },
  { no: '15', cell: 'couples-new', unit: 'couple', status: 'composed' },
  { no: '15a', cell: 'couples-new-iud', unit: 'couple', status: 'composed' },
  { no: '15b', cell: 'couples-new-male-sterilisation', unit: 'couple', status: 'composed' },
  { no: '15c', cell: 'couples-new-female-sterilisation', unit: 'couple', status: 'composed' },
  { no: '15d', cell: 'couples-new-condom', unit: 'couple', status: 'composed' },
  { no: '15e', cell: 'couples-new-pill', unit: 'couple', status: 'composed' },
  { no: '15f', cell: 'couples-new-injection', unit: 'couple', status: 'composed' },
  { no: '15g', cell: 'couples-new-implant', unit: 'couple', status: 'composed' },
  { no: '15h', cell: 'couples-new-other', unit: 'couple', status: 'composed' },
  { no: '16', cell: 'couples-stopped', unit: 'couple', status: 'composed' },
  { no: '16a', cell: 'couples-stopped-iud', unit: 'couple', status: 'composed' },
  { no: '16b', cell: 'couples-stopped-male-sterilisation', unit: 'couple', status: 'composed' },
  { no: '16c', cell: 'couples-stopped-female-sterilisation', unit: 'couple', status: 'composed' },
  { no: '16d', cell: 'couples-stopped-condom', unit: 'couple', status: 'composed' },
  { no: '16e', cell: 'couples-stopped-pill', unit: 'couple', status: 'composed' },
  { no: '16f', cell: 'couples-stopped-injection', unit: 'couple', status: 'composed' },
  { no: '16g', cell: 'couples-stopped-implant', unit: 'couple', status: 'composed' },
  { no: '16h', cell: 'couples-stopped-other', unit: 'couple', status: 'composed' },
  { no: '17', cell: 'elders-examined', unit: 'person', status: 'composed' },
]
