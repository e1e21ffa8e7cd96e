import { showDate } from './show-date.ts'

/** Titles of the forms about comings, goings, marriages and households, as far as possible those of P0 and A0. */
export const movingTitlesVi = {
  arrival: 'Chuyển đến từ nơi khác',
  adoption: 'Nhận con nuôi',
  marriage: 'Kết hôn',
  separation: 'Ly thân',
  divorce: 'Ly hôn',
  move: 'Chuyển hộ trong địa bàn',
  residence: 'Còn ở, vắng hay đã về',
  split: 'Tách hộ',
  close: 'Đóng sổ hộ',
}

/** What the day of each form is called. */
export const movingDaysVi = {
  arrival: 'Ngày đến',
  adoption: 'Ngày nhận về',
  marriage: 'Ngày kết hôn',
  separation: 'Ly thân từ ngày',
  divorce: 'Ngày ly hôn',
  move: 'Ở hộ mới từ ngày',
  residence: 'Từ ngày nào',
  split: 'Ngày tách hộ',
  close: 'Ngày cuối cùng của hộ',
}

export const movingFieldsVi = {
  newcomer: 'Người đến là ai?',
  newcomerNew: 'Người mới, chưa có trong sổ',
  newcomerKnown: 'Người đã có trong sổ, nay trở lại',
  child: 'Trẻ là ai?',
  childNew: 'Trẻ từ nơi khác, chưa có trong sổ',
  childKnown: 'Trẻ đã có trong sổ',
  known: 'Tìm trong sổ',
  from: 'Từ đâu đến',
  fromPlace: 'Nơi ở trước',
  intent: 'Định ở bao lâu',
  intentHint: 'Mua nhà, về nhà chồng hoặc nhà vợ là về ở hẳn, tính vào dân số ngay. Ở tạm thì đủ sáu tháng mới tính.',
  adopters: 'Ai nhận nuôi? (một hoặc hai người)',
  otherPerson: 'Người khác trong địa bàn…',
  findPerson: 'Tìm người theo tên',
  personElsewhere: 'Ở nơi khác, không có trong sổ',
  findHousehold: 'Tìm hộ theo số hoặc tên',
  household: 'Hộ nào?',
  otherHousehold: 'Chọn hộ khác…',
  moveTo: 'Chuyển sang hộ nào?',
  moveToHint: 'Hộ mới ở địa bàn của cộng tác viên khác thì không ghi ở đây: hãy báo viên chức dân số xã.',
  movers: 'Ai chuyển?',
  splitters: 'Ai ra ở riêng?',
  relationOf: (name: string) => `${name}: quan hệ với chủ hộ mới`,
  newNumber: 'Số của hộ mới',
  whereabouts: 'Người này …',
  whereaboutsHint: 'Vẫn ở đây: ghi ngày hỏi. Vắng: ghi ngày bắt đầu vắng; đã ghi vắng mà vẫn chưa về thì ghi ngày hỏi. Đã về: ghi ngày về.',
  residencePerson: 'Hỏi về ai?',
  wife: 'Vợ',
  husband: 'Chồng',
  wifeName: 'Họ tên vợ',
  husbandName: 'Họ tên chồng',
  wifeBorn: 'Ngày sinh của vợ',
  husbandBorn: 'Ngày sinh của chồng',
  wifeCommune: 'Xã nơi vợ ở',
  husbandCommune: 'Xã nơi chồng ở',
  marriageForm: 'Đăng ký kết hôn',
  consanguineous: 'Hai người có họ hàng gần (cận huyết thống)',
  examined: 'Cả hai đã được tư vấn, khám sức khỏe trước khi kết hôn',
  closingReason: 'Vì sao đóng sổ?',
  maritalHint: 'Kết hôn, ly thân, ly hôn có phiếu ghi riêng. Ở đây chỉ ghi điều không phiếu nào ghi, như vợ hoặc chồng chết ở xa.',
  shortMale: 'Số nam ở ngắn ngày',
  shortFemale: 'Số nữ ở ngắn ngày',
  shortHint: 'Người ở ngắn ngày trong hộ tập thể, theo người quản lý. Chỉ đếm, không ghi tên, không tính vào dân số.',
}

export const movingProblemsVi = {
  'not-picked': 'Hãy tìm rồi chạm vào một dòng, hoặc chọn ô khác.',
  'nobody-of-couple': 'Phải có ít nhất một người trong sổ.',
  'not-a-count': 'Hãy điền số người, từ 0 đến 5000.',
}

/** What one goes on with after a note. */
export const movingNextVi = {
  arrival: 'Thêm người nữa đến cùng hộ',
  firstArrival: 'Ghi người chuyển đến hộ này',
  person: 'Thêm người vào hộ này',
  move: (name: string) => `${name} về ở hộ khác: ghi chuyển hộ`,
  spouseArrives: 'Vợ hoặc chồng về đây ở: ghi chuyển đến',
  newHousehold: 'Cả hộ mới đến: thêm hộ trước',
}

const OPENED = { book: 'có trong sổ', birth: 'sinh tại địa bàn', arrival: 'đến ở hẳn', moved: 'từ địa bàn khác sang', 'six-months': 'đủ sáu tháng' }

/** Words of the pages of people and households. */
export const movingVi = {
  counted: {
    question: 'Có tính vào dân số địa bàn?',
    yes: (from: string, opened: keyof typeof OPENED) => `có, từ ${showDate(from)} (${OPENED[opened]})`,
    yesAway: (since: string, until: string) => `; đang vắng từ ${showDate(since)}, đến ${showDate(until)} mà chưa về thì thôi tính`,
    notYet: { staying: (since: string, from: string) => `chưa, đến ở tạm ngày ${showDate(since)}, đủ sáu tháng ngày ${showDate(from)}`, newborn: (_since: string, from: string) => `chưa, vì mẹ chưa được tính; tính từ ${showDate(from)}` },
    awayTooLong: (since: string, reached: string) => `không, vắng từ ${showDate(since)}, đủ sáu tháng ngày ${showDate(reached)}`,
    dead: (on: string) => `không, đã chết ngày ${showDate(on)}`,
    gone: (on: string) => `không, đã chuyển đi ngày ${showDate(on)}`,
    elsewhere: (on?: string) => (on === undefined ? 'không, ở địa bàn khác' : `không, đã chuyển sang địa bàn khác ngày ${showDate(on)}`),
    joined: 'không, bản ghi trùng với một người khác trong sổ',
    'not-counted': 'không',
  },
  question: (reached: string) => `Đủ sáu tháng ngày ${showDate(reached)} – còn ở đây không?`,
  questionAway: (reached: string) => `Vắng đủ sáu tháng ngày ${showDate(reached)} – đã về chưa?`,
  toDo: 'Cần hỏi',
  absences: 'Vắng',
  absence: (from: string, to?: string) => (to === undefined ? `từ ${showDate(from)}, chưa về` : `${showDate(from)} – ${showDate(to)}`),
  away: (since: string) => `vắng từ ${showDate(since)}`,
  staying: 'ở tạm',
  marital: 'Hôn nhân',
  legal: 'Đăng ký cư trú',
  dead: 'đã chết',
  adopter: 'Cha mẹ nuôi',
  adopted: 'Con nuôi',
  notNamed: '(không nêu tên)',
  spouseElsewhere: (name?: string, commune?: string) => `${name ?? 'chưa rõ tên'} (ở ${commune ?? 'nơi khác'})`,
  movedOn: 'Đã chuyển hộ',
  movedTo: (number: string) => `nay ở hộ ${number}`,
  elsewhere: 'đã chuyển sang địa bàn khác',
  joined: 'Bản ghi trùng, không tính.',
  joinedTo: (name: string) => `Xem người được giữ: ${name}`,
  closed: (on: string) => `đã đóng sổ ngày ${showDate(on)}`,
  closedHousehold: (on: string, reason: string) => `Hộ này đã đóng sổ ngày ${showDate(on)}, ${reason}.`,
  nobodyNow: 'Không còn ai ở hộ này.',
  shortStayers: (male: number, female: number, on: string) => `Ở ngắn ngày: ${male} nam, ${female} nữ (ngày ${showDate(on)})`,
  identity: {
    title: 'Dân số trong tháng',
    start: 'Đầu tháng',
    end: 'Cuối tháng',
    hint: 'Đầu tháng, cộng trừ từng dòng, bằng cuối tháng.',
  },
}

export const kindGroupsVi = { p0: 'Theo phiếu P0', more: 'Việc khác', work: 'Sổ tay công tác', book: 'Sổ hộ' }
