import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromLegacy, type LegacyEncoding, recogniseEncoding } from './legacy-encoding.ts'

/**
 * Invented names; TCVN3 and VNI by npm vietnamese-conversion 2.0.0, the bytes of TCVN3 checked against GNU iconv's TCVN-5712
 * (shared/data/strings/vietnamese_encodings.json, all rows).
 */
const ROWS: readonly (readonly [text: string, tcvn3: string, vni: string])[] = [
  ['Nguyễn Thị Hồng Nhung', 'NguyÔn ThÞ Hång Nhung', 'Nguyeãn Thò Hoàng Nhung'],
  ['Trần Văn Đức', 'TrÇn V¨n §øc', 'Traàn Vaên Ñöùc'],
  ['Lê Thị Thuỷ', 'Lª ThÞ Thuû', 'Leâ Thò Thuë'],
  ['Lê Thị Thủy', 'Lª ThÞ Thñy', 'Leâ Thò Thuûy'],
  ['Hoàng Hữu Hoà', 'Hoµng H÷u Hoµ', 'Hoaøng Höõu Hoaø'],
  ['Hoàng Hữu Hòa', 'Hoµng H÷u Hßa', 'Hoaøng Höõu Hoøa'],
  ["H'Hen Niê", "H'Hen Niª", "H'Hen Nieâ"],
  ['Y Ê-ban Niê', 'Y £-ban Niª', 'Y EÂ-ban Nieâ'],
  ['Giàng A Páo', 'Giµng A P¸o', 'Giaøng A Paùo'],
  ['Vàng Thị Dợ', 'Vµng ThÞ Dî', 'Vaøng Thò Dôï'],
  ['Đinh Thị Ước', '§inh ThÞ ¦íc', 'Ñinh Thò Öôùc'],
  ['Nguyễn Phước Nguyên', 'NguyÔn Ph\u00adíc Nguyªn', 'Nguyeãn Phöôùc Nguyeân'],
  ['Tôn Nữ Quỳnh Ưu', 'T«n N÷ Quúnh ¦u', 'Toân Nöõ Quyønh Öu'],
  ['Lò Văn Ún', 'Lß V¨n Uón', 'Loø Vaên UÙn'],
  ["K' Brêu", "K' Brªu", "K' Breâu"],
  ['Ksor H’Lâm', 'Ksor H’L©m', 'Ksor H’Laâm'],
  ['Thạch Sô Phi', 'Th¹ch S« Phi', 'Thaïch Soâ Phi'],
  ['Quàng Văn Ơn', 'Quµng V¨n ¥n', 'Quaøng Vaên Ôn'],
  ['Ngô Đình Ỷ', 'Ng« §×nh Yû', 'Ngoâ Ñình Ë'],
  ['Phạm Ngọc Ánh Dương', 'Ph¹m Ngäc A¸nh D\u00ad¬ng', 'Phaïm Ngoïc AÙnh Döông'],
  ['Nguyễn Thị Quỳ', 'NguyÔn ThÞ Quú', 'Nguyeãn Thò Quyø'],
  ['Nguyễn Thị Quì', 'NguyÔn ThÞ Qu×', 'Nguyeãn Thò Quì'],
  ['Đặng Thị Hoè', '§Æng ThÞ HoÌ', 'Ñaëng Thò Hoeø'],
  ['Bùi Thị Nguỵ', 'Bïi ThÞ Nguþ', 'Buøi Thò Nguî'],
  ['Võ Thị Ngụy', 'Vâ ThÞ Ngôy', 'Voõ Thò Nguïy'],
  ['Xã Đắk Lắk', 'X· §¾k L¾k', 'Xaõ Ñaék Laék'],
  ['Phường Văn Miếu - Quốc Tử Giám', 'Ph\u00adêng V¨n MiÕu - Quèc Tö Gi¸m', 'Phöôøng Vaên Mieáu - Quoác Töû Giaùm'],
  ['Đặc khu Côn Đảo', '§Æc khu C«n §¶o', 'Ñaëc khu Coân Ñaûo'],
  ['Kế hoạch hóa gia đình', 'KÕ ho¹ch hãa gia ®×nh', 'Keá hoaïch hoùa gia ñình'],
  ['Đặt vòng tránh thai', '§Æt vßng tr¸nh thai', 'Ñaët voøng traùnh thai'],
  ['Tỷ số giới tính khi sinh', 'Tû sè giíi tÝnh khi sinh', 'Të soá giôùi tính khi sinh'],
  ['Người cao tuổi', 'Ng\u00adêi cao tuæi', 'Ngöôøi cao tuoåi'],
  ['Sàng lọc trước sinh, sơ sinh', 'Sµng läc tr\u00adíc sinh, s¬ sinh', 'Saøng loïc tröôùc sinh, sô sinh'],
]

const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const VOWELS = Array.from('aăâeêioôơuưy').flatMap((base) => TONES.map((tone) => (base + tone).normalize('NFC')))
const LETTERS = [...VOWELS, 'đ'].flatMap((letter) => [letter, letter.toUpperCase()]).filter((letter) => !/[a-z]/i.test(letter))

/** TCVN 5712:1993 as GNU iconv 2.36 gives it, letter by letter, in the order of VOWELS; capitals with a tone as converters write them ("A¸"). */
const TCVN3_VOWELS = [
  'aµ¶·¸¹', '¨»¼½¾Æ', '©ÇÈÉÊË', 'eÌÎÏÐÑ', 'ªÒÓÔÕÖ', 'i×ØÜÝÞ', 'oßáâãä', '«åæçèé', '¬êëìíî', 'uïñòóô', '\u00adõö÷øù', 'yúûüýþ',
].join('')
const TCVN3_CAPITALS: Readonly<Record<string, string>> = { Ă: '¡', Â: '¢', Ê: '£', Ô: '¤', Ơ: '¥', Ư: '¦', Đ: '§' }
function toTcvn3(text: string): string {
  return Array.from(text, (letter) => {
    const small = VOWELS.indexOf(letter)
    if (small >= 0) return TCVN3_VOWELS.charAt(small)
    if (letter === 'đ') return '®'
    const index = VOWELS.indexOf(letter.toLowerCase())
    if (index < 0) return TCVN3_CAPITALS[letter] ?? letter
    const base = VOWELS[index - (index % 6)]?.toUpperCase() ?? letter
    return (TCVN3_CAPITALS[base] ?? base) + (index % 6 > 0 ? TCVN3_VOWELS.charAt(index) : '')
  }).join('')
}

/** VNI-Windows: base and marks of each vowel, in the order of VOWELS (khiemdoan/VBKey, the Unicode column of scribd 23311958). */
const VNI_VOWELS = [
  'a aø aû aõ aù aï', 'aê aè aú aü aé aë', 'aâ aà aå aã aá aä', 'e eø eû eõ eù eï', 'eâ eà eå eã eá eä', 'i ì æ ó í ò', 'o oø oû oõ où oï', 'oâ oà oå oã oá oä',
  'ô ôø ôû ôõ ôù ôï', 'u uø uû uõ uù uï', 'ö öø öû öõ öù öï', 'y yø yû yõ yù î',
].flatMap((row) => row.split(' '))
function toVni(text: string): string {
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase()
    const written = small === 'đ' ? 'ñ' : (VNI_VOWELS[VOWELS.indexOf(small)] ?? small)
    return small === letter ? written : written.toUpperCase()
  }).join('')
}

const ENCODINGS: readonly (readonly [LegacyEncoding, (text: string) => string])[] = [['tcvn3', toTcvn3], ['vni', toVni]]
const column = (index: 0 | 1 | 2) => ROWS.map((row) => row[index])

describe('text of an old encoding', () => {
  it('is read, every row of the examples', () => {
    expect(ROWS).toHaveLength(33)
    for (const [text, tcvn3, vni] of ROWS) expect([fromLegacy(tcvn3, 'tcvn3'), fromLegacy(vni, 'vni')]).toEqual([text, text])
  })
  it('is read, every letter with a mark', () => {
    expect(LETTERS).toHaveLength(134)
    for (const [encoding, encode] of ENCODINGS) for (const letter of LETTERS) expect([letter, fromLegacy(encode(letter), encoding)]).toEqual([letter, letter])
  })
  it('of VNI keeps ư and ơ apart from their tones', () => {
    expect(fromLegacy('Ñöùc Phöôùc ngöôøi tröôûng Döông ÑÖÔØNG', 'vni')).toBe('Đức Phước người trưởng Dương ĐƯỜNG')
    expect(fromLegacy('Aùnh AÙnh Uùn', 'vni')).toBe('Ánh Ánh Ún')
    expect(fromLegacy('Tyû Të taëng', 'vni')).toBe('Tỷ Tỷ tặng')
  })
  it('of TCVN3 has its capitals raised where the rest of a word is in capitals', () => {
    expect(fromLegacy('NGUYÔN V¡N ¸I', 'tcvn3')).toBe('NGUYỄN VĂN ÁI')
    expect(fromLegacy('§ç THÞ LAN', 'tcvn3')).toBe('ĐỖ THỊ LAN')
    expect(fromLegacy('Hé «ng NGUYÔN V¨n Ba', 'tcvn3')).toBe('Hộ ông NGUYỄN Văn Ba')
    expect(fromLegacy('Uû ban, §ç ThÞ Lý', 'tcvn3')).toBe('Uỷ ban, Đỗ Thị Lý')
    expect(fromLegacy('Vâ Hç', 'tcvn3')).toBe('Võ Hỗ')
    expect(fromLegacy('TOA¸N HOßA', 'tcvn3')).toBe('TOÁN HÒA')
    expect(fromLegacy('nguyÔn v¨n ¸i', 'tcvn3').toUpperCase()).toBe('NGUYỄN VĂN ÁI')
  })
  it('leaves ASCII as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        for (const [encoding] of ENCODINGS) expect(fromLegacy(text, encoding)).toBe(text)
        expect(recogniseEncoding([text])).toBe('unicode')
      }),
    )
  })
  it('leaves a cell alone that only Unicode can write', () => {
    for (const [encoding] of ENCODINGS) {
      expect(fromLegacy('Nguyễn Văn Hoàng', encoding)).toBe('Nguyễn Văn Hoàng')
      expect(fromLegacy('Trần Thị Quà'.normalize('NFD'), encoding)).toBe('Trần Thị Quà')
    }
    expect(fromLegacy('Hoàng'.normalize('NFD'), 'unicode')).toBe('Hoàng')
    expect(fromLegacy('ThÞ', 'unclear')).toBe('ThÞ')
  })
})

describe('an encoding', () => {
  it('is recognised in a column', () => {
    expect([recogniseEncoding(column(0)), recogniseEncoding(column(1)), recogniseEncoding(column(2))]).toEqual(['unicode', 'tcvn3', 'vni'])
  })
  it('is recognised in most single names, and never taken for another', () => {
    const names = ROWS.map(([text, tcvn3, vni]) => [text, tcvn3, vni].map((one) => recogniseEncoding([one])))
    expect(names.map(([text]) => text)).toEqual(ROWS.map(() => 'unicode'))
    expect(names.filter(([, tcvn3]) => tcvn3 === 'vni' || tcvn3 === 'unicode')).toEqual([])
    expect(names.filter(([, , vni]) => vni === 'tcvn3' || vni === 'unicode')).toEqual([])
    expect(names.flat().filter((one) => one === 'unclear').length).toBeLessThan(10)
  })
  it('of decomposed text is Unicode', () => expect(recogniseEncoding(column(0).map((text) => text.normalize('NFD')))).toBe('unicode'))
  it('survives a Mac, which decomposes whatever it is given', () => {
    const parted = column(2).map((text) => text.normalize('NFD'))
    expect(recogniseEncoding(parted)).toBe('vni')
    expect(parted.map((text) => fromLegacy(text, 'vni'))).toEqual(column(0))
  })
  it('of words with gi and qu', () => {
    for (const one of ['gi\u00adêng', 'quÌ']) expect([one, recogniseEncoding([one])]).toEqual([one, 'tcvn3'])
    for (const one of ['giöôøng', 'queø']) expect([one, recogniseEncoding([one])]).toEqual([one, 'vni'])
  })
  it('of a word with a capital inside is not Unicode', () => expect(recogniseEncoding(['HoÌ'])).toBe('tcvn3'))
  it('of text in capitals', () => {
    expect(recogniseEncoding(['NGUYÔN V¡N ¸I', 'TRÇN THÞ MAI'])).toBe('tcvn3')
    expect(recogniseEncoding(['NGUYEÃN VAÊN AÙI', 'TRAÀN THÒ MAI'])).toBe('vni')
    expect(recogniseEncoding(['LÊ THỊ Ô', 'HOÀNG BÁ'])).toBe('unicode')
  })
  it('is Unicode where every word is good as it stands, though VNI would read others', () => {
    expect(recogniseEncoding(['Hoàng', 'Toàn', 'Hoà'])).toBe('unicode')
    expect(recogniseEncoding([])).toBe('unicode')
  })
  it('is Unicode where there is nothing Vietnamese', () => {
    expect(recogniseEncoding(['100 m²', '© 2024', '£5', '30°C', '½', 'Müller', 'Zürich', 'Noël', 'José', 'São Paulo', 'Đ/c', '«Hồng»'])).toBe('unicode')
    expect(recogniseEncoding(['Ayŭn', 'Čư', 'Mŭk', 'ThÞ'])).toBe('unicode')
    expect(recogniseEncoding(['Êban', 'Adrêng', 'Aléo', 'ThÞ'])).toBe('unicode')
    expect(recogniseEncoding(['Ayŭn', 'Kpă Hyiăn', 'Krông Búk', 'Êñuôl', "H'Blêh", 'Siu Phơ'])).toBe('unicode')
  })
  it('of a few strangers follows the many', () => {
    expect(recogniseEncoding([...column(1), 'Nguyễn Văn Ổn', 'Müller'])).toBe('tcvn3')
    expect(recogniseEncoding([...column(2), 'Nguyễn Văn Ổn', 'Müller'])).toBe('vni')
    expect(recogniseEncoding([...column(0), 'ThÞ', 'Leâ'])).toBe('unicode')
  })
  it('of a mixture is unclear', () => {
    expect(recogniseEncoding([...column(0), ...column(1)])).toBe('unclear')
    expect(recogniseEncoding([...column(1), ...column(2)])).toBe('unclear')
    expect(recogniseEncoding([...column(0), ...column(2)])).toBe('unclear')
  })
  it('is recognised in any text, and what is read is what was written', () => {
    const onset = fc.constantFrom(...'b c ch d đ g gh h k kh l m n ng ngh nh p ph r s t th tr v x'.split(' '))
    const coda = fc.constantFrom('', '', 'n', 'ng', 'm', 't', 'c', 'p')
    const first = fc.tuple(onset, fc.nat(VOWELS.length - 1), coda).map(([start, vowel, end]) => start + (VOWELS[vowel] ?? '') + end)
    const diphthong = fc.constantFrom('iê', 'uô', 'ươ', 'uyê', 'oa', 'uâ', 'oă', 'uy', 'ưa', 'ia', 'ươi', 'iêu', 'oai')
    const second = fc.tuple(onset, diphthong, fc.constantFrom(...TONES), coda).map(([start, vowels, tone, end]) => {
      const at = vowels.length > 2 ? 2 : 1
      return start + (vowels.slice(0, at + 1) + tone).normalize('NFC') + vowels.slice(at + 1) + (vowels.length === 3 && !vowels.endsWith('ê') ? '' : end)
    })
    const word = fc.tuple(fc.oneof(first, second), fc.boolean()).map(([text, isName]) => (isName ? text.charAt(0).toUpperCase() + text.slice(1) : text))
    const cells = fc.array(fc.array(word, { minLength: 2, maxLength: 5 }).map((words) => words.join(' ')), { minLength: 12, maxLength: 30 })
    fc.assert(
      fc.property(cells, (texts) => {
        expect(recogniseEncoding(texts)).toBe('unicode')
        for (const [encoding, encode] of ENCODINGS) {
          const written = texts.map(encode)
          expect(recogniseEncoding(written)).toBe(encoding)
          expect(written.map((text) => fromLegacy(text, encoding))).toEqual(texts)
        }
      }),
    )
  })
})
