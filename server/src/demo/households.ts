import type { HouseholdKind, Marital, Presence, Relation } from '@sotay/domain/packs/tt01-2022/code-lists';

/**
 * The book of the demonstration as it was opened: 20 households in 2 areas of Phường Ea Kao, Đắk Lắk (code 24169 in the list of communes of 1 July 2025,
 * Quyết định 19/2025/QĐ-TTg). The ward is real; areas, addresses and everybody named here are invented and typed by hand.
 */
export type DemoPerson = {
  readonly key: string;
  readonly name: string;
  /** By which one is called; the last word of the name unless said. */
  readonly given?: string;
  readonly sex: 'male' | 'female';
  /** How many calendar years before the year of loading, then month and day as far as known: `[41, '03-14']`, `[78]`. */
  readonly born: readonly [yearsAgo: number, day?: string];
  readonly isBornAbout?: true;
  readonly relation: Relation;
  readonly marital: Marital;
  readonly presence?: Presence;
  readonly mother?: string;
  readonly father?: string;
  readonly spouse?: string;
  readonly ethnicity?: string;
};

export type DemoHousehold = {
  readonly key: string;
  readonly area: 'upper' | 'lower';
  readonly number: string;
  readonly kind: HouseholdKind;
  readonly address: readonly string[];
  readonly representative?: string;
  readonly people: readonly DemoPerson[];
};

type More = Omit<DemoPerson, 'key' | 'name' | 'sex' | 'born' | 'relation' | 'marital'>;

const she = (key: string, name: string, born: DemoPerson['born'], relation: Relation, marital: Marital, more: More = {}): DemoPerson => ({ key, name, sex: 'female', born, relation, marital, ...more });
const he = (key: string, name: string, born: DemoPerson['born'], relation: Relation, marital: Marital, more: More = {}): DemoPerson => ({ key, name, sex: 'male', born, relation, marital, ...more });
const household = (area: DemoHousehold['area'], number: string, street: string, people: readonly DemoPerson[]): DemoHousehold => ({
  key: `${area}-${number}`,
  area,
  number,
  kind: 'family',
  address: [street],
  people,
});

const ede = (given: string): More => ({ given, ethnicity: 'Ê Đê' });

/** Area 1, Buôn Ea Mrông. */
const UPPER: readonly DemoHousehold[] = [
  household('upper', '1', 'Đầu buôn', [
    she('hen', "H'Hen Niê", [41, '03-14'], 'head', 'married', ede("H'Hen")),
    he('bham', 'Y Bhăm Êban', [44, '09-02'], 'spouse', 'married', { ...ede('Y Bhăm'), spouse: 'hen' }),
    she('wen', "H'Wen Niê", [17, '05-20'], 'child', 'never-married', { ...ede("H'Wen"), mother: 'hen', father: 'bham' }),
    he('thang', 'Y Thắng Niê', [12, '11-08'], 'child', 'never-married', { ...ede('Y Thắng'), mother: 'hen', father: 'bham' }),
    she('blue', "H'Blŭ Niê", [78], 'parent', 'widowed', { ...ede("H'Blŭ"), isBornAbout: true }),
  ]),
  household('upper', '2', 'Đầu buôn', [
    she('juen', "H'Juên Kbuôr", [29, '01-30'], 'head', 'married', ede("H'Juên")),
    he('ngoc', 'Y Ngọc Ayŭn', [31, '07-11'], 'spouse', 'married', { ...ede('Y Ngọc'), spouse: 'juen' }),
    she('linh', "H'Linh Kbuôr", [6, '04-02'], 'child', 'never-married', { ...ede("H'Linh"), mother: 'juen', father: 'ngoc' }),
  ]),
  household('upper', '3', 'Giữa buôn', [
    he('duc', 'Nguyễn Văn Đức', [58, '12-01'], 'head', 'married'),
    she('hoa', 'Trần Thị Hòa', [55, '02-17'], 'spouse', 'married', { spouse: 'duc' }),
    he('dung', 'Nguyễn Văn Dũng', [33, '06-25'], 'child', 'married', { mother: 'hoa', father: 'duc' }),
    she('lan', 'Nguyễn Thị Lan', [30, '10-09'], 'child-in-law', 'married', { spouse: 'dung' }),
    he('khoi', 'Nguyễn Minh Khôi', [8, '08-15'], 'grandchild', 'never-married', { mother: 'lan', father: 'dung' }),
    she('chi', 'Nguyễn Linh Chi', [5, '01-22'], 'grandchild', 'never-married', { mother: 'lan', father: 'dung' }),
  ]),
  household('upper', '4', 'Giữa buôn', [
    she('bich', 'Phạm Thị Bích', [81], 'head', 'widowed'),
    she('thu', 'Lê Thị Thu', [49, '04-19'], 'child', 'divorced', { mother: 'bich' }),
  ]),
  household('upper', '5', 'Giữa buôn', [
    she('mlo', "H'Rai Mlô", [46, '08'], 'head', 'married', ede("H'Rai")),
    he('wik', 'Y Wik Kpă', [48, '03'], 'spouse', 'married', { ...ede('Y Wik'), spouse: 'mlo' }),
    she('mai', "H'Mai Mlô", [20, '12-20'], 'child', 'married', { ...ede("H'Mai"), mother: 'mlo', father: 'wik' }),
    he('soan', 'Y Soan Êban', [23, '02-03'], 'child-in-law', 'married', { ...ede('Y Soan'), spouse: 'mai' }),
    he('dam', 'Y Đam Mlô', [14, '06-30'], 'child', 'never-married', { ...ede('Y Đam'), mother: 'mlo', father: 'wik' }),
  ]),
  household('upper', '6', 'Cuối buôn', [
    he('hai', 'Hoàng Văn Hải', [37, '05-05'], 'head', 'married'),
    she('yen', 'Vi Thị Yến', [34, '11-27'], 'spouse', 'married', { spouse: 'hai', ethnicity: 'Thái' }),
    she('ngan', 'Hoàng Thị Ngân', [10, '03-03'], 'child', 'never-married', { mother: 'yen', father: 'hai' }),
    he('nam', 'Hoàng Văn Nam', [7, '09-12'], 'child', 'never-married', { mother: 'yen', father: 'hai' }),
  ]),
  household('upper', '7', 'Cuối buôn', [
    he('bon', 'Y Bôn Niê', [72], 'head', 'married', ede('Y Bôn')),
    she('dok', "H'Đok Ayŭn", [69], 'spouse', 'married', { ...ede("H'Đok"), spouse: 'bon', isBornAbout: true }),
    she('sara', "H'Sara Ayŭn", [27, '07-07'], 'child', 'never-married', { ...ede("H'Sara"), mother: 'dok', father: 'bon', presence: 'away' }),
  ]),
  household('upper', '8', 'Cuối buôn', [
    he('tam', 'Đỗ Văn Tám', [52, '01-15'], 'head', 'separated'),
    he('tuan', 'Đỗ Anh Tuấn', [22, '10-10'], 'child', 'never-married', { father: 'tam' }),
    she('ha', 'Lương Thị Hà', [24, '02-28'], 'other-relative', 'never-married', { presence: 'staying' }),
  ]),
  household('upper', '9', 'Ven suối', [
    he('quang', 'Bùi Quang', [39, '04-04'], 'head', 'married'),
    she('diem', 'Đặng Thị Diễm', [36, '09-29'], 'spouse', 'married', { spouse: 'quang' }),
    she('an', 'Bùi Bảo An', [13, '12-12'], 'child', 'never-married', { mother: 'diem', father: 'quang' }),
    he('binh', 'Bùi Gia Bình', [9, '07-19'], 'child', 'never-married', { mother: 'diem', father: 'quang' }),
  ]),
  {
    key: 'upper-10',
    area: 'upper',
    number: '10',
    kind: 'collective',
    address: ['Ven suối', 'Nhà ở công nhân nông trường'],
    representative: 'Trịnh Thị Oanh',
    people: [
      she('oanh', 'Trịnh Thị Oanh', [43, '06-06'], 'representative', 'widowed'),
      she('nga', 'Vũ Thị Nga', [25, '05-17'], 'other-relative', 'never-married'),
      he('long', 'Cao Văn Long', [28, '11-11'], 'other-relative', 'never-married', { presence: 'staying' }),
    ],
  },
];

/** Area 2, Thôn Tân Hòa. */
const LOWER: readonly DemoHousehold[] = [
  household('lower', '1', 'Ngõ 1', [
    he('minh', 'Lê Văn Minh', [63, '03-08'], 'head', 'married'),
    she('sau', 'Nguyễn Thị Sáu', [61, '08-21'], 'spouse', 'married', { spouse: 'minh' }),
    he('phuc', 'Lê Hữu Phúc', [35, '01-01'], 'child', 'married', { mother: 'sau', father: 'minh' }),
    she('trang', 'Đinh Thu Trang', [31, '06-16'], 'child-in-law', 'married', { spouse: 'phuc' }),
    he('bao', 'Lê Gia Bảo', [5, '02-14'], 'grandchild', 'never-married', { mother: 'trang', father: 'phuc' }),
  ]),
  household('lower', '2', 'Ngõ 1', [
    he('thanh', 'Phan Thành', [47, '09-09'], 'head', 'married'),
    she('kim', 'Hồ Thị Kim', [45, '12-24'], 'spouse', 'married', { spouse: 'thanh' }),
    he('tien', 'Phan Văn Tiến', [21, '04-27'], 'child', 'never-married', { mother: 'kim', father: 'thanh' }),
    she('thao', 'Phan Thị Thảo', [16, '10-31'], 'child', 'never-married', { mother: 'kim', father: 'thanh' }),
  ]),
  household('lower', '3', 'Ngõ 1', [
    she('tu', 'Ngô Thị Tư', [76], 'head', 'widowed'),
    he('hung', 'Ngô Văn Hùng', [50, '05-13'], 'child', 'never-married', { mother: 'tu' }),
  ]),
  household('lower', '4', 'Ngõ 2', [
    he('cuong', 'Tạ Mạnh Cường', [34, '02-09'], 'head', 'married'),
    she('huong', 'Mai Thị Hương', [32, '07-23'], 'spouse', 'married', { spouse: 'cuong' }),
    she('vy', 'Tạ Khánh Vy', [9, '01-18'], 'child', 'never-married', { mother: 'huong', father: 'cuong' }),
    he('kien', 'Tạ Trung Kiên', [6, '10-05'], 'child', 'never-married', { mother: 'huong', father: 'cuong' }),
  ]),
  household('lower', '5', 'Ngõ 2', [
    he('son', 'Dương Văn Sơn', [29, '03-26'], 'head', 'married'),
    she('nhung', 'Lý Thị Nhung', [27, '09-14'], 'spouse', 'married', { spouse: 'son', ethnicity: 'Tày' }),
  ]),
  household('lower', '6', 'Ngõ 2', [
    he('loc', 'Võ Tấn Lộc', [56, '08-08'], 'head', 'married'),
    she('phuong', 'Huỳnh Thị Phượng', [53, '11-03'], 'spouse', 'married', { spouse: 'loc' }),
    she('ngat', 'Võ Thị Ngát', [26, '05-29'], 'child', 'never-married', { mother: 'phuong', father: 'loc' }),
  ]),
  household('lower', '7', 'Ngõ 3', [
    he('giang', 'Chu Văn Giang', [42, '06-12'], 'head', 'married', { ethnicity: 'Nùng' }),
    she('men', 'Nông Thị Mến', [40, '04-16'], 'spouse', 'married', { spouse: 'giang', ethnicity: 'Nùng' }),
    she('tham', 'Chu Thị Thắm', [18, '08-30'], 'child', 'never-married', { mother: 'men', father: 'giang', ethnicity: 'Nùng' }),
    he('luc', 'Chu Văn Lực', [15, '02-22'], 'child', 'never-married', { mother: 'men', father: 'giang', ethnicity: 'Nùng' }),
  ]),
  household('lower', '8', 'Ngõ 3', [
    she('grandma', "H'Yar Êban", [60, '03'], 'head', 'widowed', ede("H'Yar")),
    he('kluong', 'Y Klương Êban', [33, '12-07'], 'child', 'married', { ...ede('Y Klương'), mother: 'grandma' }),
    she('nuen', "H'Nuên Byă", [30, '10-21'], 'child-in-law', 'married', { ...ede("H'Nuên"), spouse: 'kluong' }),
  ]),
  household('lower', '9', 'Ngõ 3', [
    he('tai', 'Trương Tấn Tài', [67, '07'], 'head', 'married'),
    she('lieu', 'Đoàn Thị Liễu', [66, '01'], 'spouse', 'married', { spouse: 'tai' }),
    he('vinh', 'Trương Quang Vinh', [38, '09-18'], 'child', 'divorced', { mother: 'lieu', father: 'tai' }),
    he('phat', 'Trương Tấn Phát', [11, '05-31'], 'grandchild', 'never-married', { father: 'vinh' }),
  ]),
  household('lower', '10', 'Ngõ 3', [
    he('khanh', 'Đào Duy Khánh', [36, '11-16'], 'head', 'married'),
    she('loan', 'Kiều Thị Loan', [33, '03-11'], 'spouse', 'married', { spouse: 'khanh' }),
    she('my', 'Đào Trà My', [4, '01-09'], 'child', 'never-married', { mother: 'loan', father: 'khanh' }),
  ]),
];

export const DEMO_HOUSEHOLDS: readonly DemoHousehold[] = [...UPPER, ...LOWER];
