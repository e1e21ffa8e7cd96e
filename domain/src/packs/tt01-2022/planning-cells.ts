/**
 * Cells of maternal and family planning follow-up: 01-DSX rows 11–17 (composed) and the counts of P0 §§2, 7–11. Methods stand in the order of their
 * official numbers. A stillbirth is told in P0 §9 and is neither miscarriage nor abortion, which is what row 11b asks for: it has a cell of its own,
 * `stillbirths`, on no row. `prenatal-screenings` and `newborn-screenings` are the lines of P0 §§10 and 2, partial screenings too; rows 12 and 13 ask for
 * whoever was screened for every condition.
 */
export const PLANNING_CELLS = [
  { code: 'pregnant', kind: 'stock' },
  { code: 'pregnancies-found', kind: 'flow' },
  { code: 'pregnancies-lost', kind: 'flow' },
  { code: 'stillbirths', kind: 'flow' },
  { code: 'prenatal-screenings', kind: 'flow' },
  { code: 'screened-before-birth', kind: 'distinct' },
  { code: 'newborn-screenings', kind: 'flow' },
  { code: 'screened-newborn', kind: 'distinct' },
  { code: 'couples-using', kind: 'stock' },
  { code: 'couples-using-iud', kind: 'stock' },
  { code: 'couples-using-male-sterilisation', kind: 'stock' },
  { code: 'couples-using-female-sterilisation', kind: 'stock' },
  { code: 'couples-using-condom', kind: 'stock' },
  { code: 'couples-using-pill', kind: 'stock' },
  { code: 'couples-using-injection', kind: 'stock' },
  { code: 'couples-using-implant', kind: 'stock' },
  { code: 'couples-using-other', kind: 'stock' },
  { code: 'couples-new', kind: 'flow' },
  { code: 'couples-new-iud', kind: 'flow' },
  { code: 'couples-new-male-sterilisation', kind: 'flow' },
  { code: 'couples-new-female-sterilisation', kind: 'flow' },
  { code: 'couples-new-condom', kind: 'flow' },
  { code: 'couples-new-pill', kind: 'flow' },
  { code: 'couples-new-injection', kind: 'flow' },
  { code: 'couples-new-implant', kind: 'flow' },
  { code: 'couples-new-other', kind: 'flow' },
  { code: 'couples-stopped', kind: 'flow' },
  { code: 'couples-stopped-iud', kind: 'flow' },
  { code: 'couples-stopped-male-sterilisation', kind: 'flow' },
  { code: 'couples-stopped-female-sterilisation', kind: 'flow' },
  { code: 'couples-stopped-condom', kind: 'flow' },
  { code: 'couples-stopped-pill', kind: 'flow' },
  { code: 'couples-stopped-injection', kind: 'flow' },
  { code: 'couples-stopped-implant', kind: 'flow' },
  { code: 'couples-stopped-other', kind: 'flow' },
  { code: 'elders-examined', kind: 'distinct' },
] as const

export type PlanningCell = (typeof PLANNING_CELLS)[number]['code']
