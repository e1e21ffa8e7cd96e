/**
 * Telephone numbers of Vietnam. Prefixes by Thông tư 22/2014/TT-BTTTT and Quyết định 2036/QĐ-BTTTT (landlines, 2017) and 798/QĐ-BTTTT (11 digits made 10,
 * from 15 September 2018), compared with the metadata of libphonenumber (region VN). A number keeps its prefix when its owner changes network
 * (since 2018), so `network` is the one it was given by.
 */
export type PhoneNumber =
  | {
      readonly kind: 'mobile'
      readonly e164: string
      readonly national: string
      readonly network: Network
      /** Told with its 11-digit prefix of before 2018, which no longer rings. */
      readonly renumbered?: { readonly from: string; readonly to: string }
    }
  | { readonly kind: 'landline'; readonly e164: string; readonly national: string; readonly province: string }
  /** 1800 and 1900: a company's, never a home's. */
  | { readonly kind: 'service'; readonly e164: string; readonly national: string }
  | { readonly kind: 'abroad'; readonly e164: string }
  | { readonly kind: 'unreadable'; readonly why: 'characters' | 'length' | 'prefix' }

export type Network = 'Viettel' | 'VinaPhone' | 'MobiFone' | 'Vietnamobile' | 'Gmobile' | 'Itel' | 'Wintel' | 'unknown'

/** The figures after the 0; 051 and 095 are given out by nobody that is told. */
const MOBILE: readonly (readonly [Network, RegExp])[] = [
  ['Viettel', /^(?:3[2-9]|86|9[678])/],
  ['VinaPhone', /^(?:8[1-58]|9[14])/],
  ['MobiFone', /^(?:7[06-9]|89|9[03])/],
  ['Vietnamobile', /^(?:5[268]|92)/],
  ['Gmobile', /^(?:59|99)/],
  ['Itel', /^87/],
  ['Wintel', /^559/],
  ['unknown', /^(?:51|95)/],
]

/** Old prefix → prefix since 2018, both after the 0; the seven figures that follow stay. */
const RENUMBERED: ReadonlyMap<string, string> = new Map(
  '120:70 121:79 122:77 126:76 128:78 123:83 124:84 125:85 127:81 129:82 162:32 163:33 164:34 165:35 166:36 167:37 168:38 169:39 186:56 188:58 199:59'
    .split(' ')
    .map((line) => [line.slice(0, 3), line.slice(4)]),
)

/** Area codes after the 02, by the 63 provinces that they were given to; seven figures follow, eight after 024 and 028. */
const AREAS: ReadonlyMap<string, string> = new Map(
  (
    '03 Quảng Ninh,04 Bắc Giang,05 Lạng Sơn,06 Cao Bằng,07 Tuyên Quang,08 Thái Nguyên,09 Bắc Kạn,10 Phú Thọ,11 Vĩnh Phúc,12 Sơn La,13 Lai Châu,' +
    '14 Lào Cai,15 Điện Biên,16 Yên Bái,18 Hòa Bình,19 Hà Giang,20 Hải Dương,21 Hưng Yên,22 Bắc Ninh,25 Hải Phòng,26 Hà Nam,27 Thái Bình,28 Nam Định,' +
    '29 Ninh Bình,32 Quảng Bình,33 Quảng Trị,34 Thừa Thiên Huế,35 Quảng Nam,36 Đà Nẵng,37 Thanh Hóa,38 Nghệ An,39 Hà Tĩnh,51 Đồng Nai,52 Bình Thuận,' +
    '54 Bà Rịa - Vũng Tàu,55 Quảng Ngãi,56 Bình Định,57 Phú Yên,58 Khánh Hòa,59 Ninh Thuận,60 Kon Tum,61 Đắk Nông,62 Đắk Lắk,63 Lâm Đồng,69 Gia Lai,' +
    '70 Vĩnh Long,71 Bình Phước,72 Long An,73 Tiền Giang,74 Bình Dương,75 Bến Tre,76 Tây Ninh,77 Đồng Tháp,90 Cà Mau,91 Bạc Liêu,92 Cần Thơ,' +
    '93 Hậu Giang,94 Trà Vinh,96 An Giang,97 Kiên Giang,99 Sóc Trăng'
  )
    .split(',')
    .map((line) => [line.slice(0, 2), line.slice(3)]),
)

/**
 * What a number is, whichever way it is written: with spaces, dots, dashes or brackets, from 0, 84, +84 or 0084, or without the 0 that a spreadsheet dropped.
 * @returns `e164` to call and compare (+84912345678), `national` to read out (0912 345 678)
 */
export function readPhoneNumber(text: string): PhoneNumber {
  const plain = text.normalize('NFKC').replace(/[\s.()-]/g, '').replace(/^00/, '+')
  if (!/^\+?\d+$/.test(plain)) return { kind: 'unreadable', why: 'characters' }
  if (plain.startsWith('+') && !plain.startsWith('+84')) return readAbroad(plain)
  const isWithCountry = plain.startsWith('+') || (plain.startsWith('84') && plain.length >= 11)
  return readSubscriber(plain.replace(/^\+/, '').slice(isWithCountry ? 2 : 0).replace(/^0/, ''))
}

/** E.164 allows 15 figures; no country has numbers of fewer than 7 with its code. A + before nothing but noughts is none. */
function readAbroad(plain: string): PhoneNumber {
  if (!/^\+[1-9]/.test(plain)) return { kind: 'unreadable', why: 'prefix' }
  return plain.length < 8 || plain.length > 16 ? { kind: 'unreadable', why: 'length' } : { kind: 'abroad', e164: plain }
}

/** @param bare the figures after +84 or 0 */
function readSubscriber(bare: string): PhoneNumber {
  const e164 = `+84${bare}`
  if (/^1[89]00/.test(bare)) {
    return bare.length >= 8 && bare.length <= 10
      ? { kind: 'service', e164, national: `${bare.slice(0, 4)} ${bare.slice(4)}` }
      : { kind: 'unreadable', why: 'length' }
  }
  const from = bare.slice(0, 3)
  const to = RENUMBERED.get(from)
  if (to !== undefined && bare.length === 10) {
    const number = readMobile(to + bare.slice(3))
    return number.kind === 'mobile' ? { ...number, renumbered: { from: `0${from}`, to: `0${to}` } } : number
  }
  return bare.startsWith('2') ? readLandline(bare) : readMobile(bare)
}

function readMobile(bare: string): PhoneNumber {
  const network = MOBILE.find(([, prefix]) => prefix.test(bare))?.[0]
  if (network === undefined) return { kind: 'unreadable', why: 'prefix' }
  if (bare.length !== 9) return { kind: 'unreadable', why: 'length' }
  return { kind: 'mobile', e164: `+84${bare}`, national: `0${bare.slice(0, 3)} ${bare.slice(3, 6)} ${bare.slice(6)}`, network }
}

function readLandline(bare: string): PhoneNumber {
  const [province, area] = /^24[2-8]/.test(bare) ? ['Hà Nội', 2] : /^28[2-9]/.test(bare) ? ['Hồ Chí Minh', 2] : [AREAS.get(bare.slice(1, 3)), 3]
  if (province === undefined) return { kind: 'unreadable', why: 'prefix' }
  if (bare.length !== 10) return { kind: 'unreadable', why: 'length' }
  const rest = bare.slice(area)
  return { kind: 'landline', e164: `+84${bare}`, national: `0${bare.slice(0, area)} ${rest.slice(0, -4)} ${rest.slice(-4)}`, province }
}
