import { foldedWords, Words } from './folded-word.ts';

/**
 * The 54 peoples of Vietnam by the list of Quyết định 121-TCTK/PPCĐ (1979) as public systems spell it, with what registers write for them.
 * Told as written there; who is not in the list is kept as written.
 */
const PEOPLES = new Words<string>([
  ['Kinh', 'Kinh|Việt|Kinh Việt'], ['Tày', 'Tày'], ['Thái', 'Thái|Thái đen|Thái trắng'], ['Hoa', 'Hoa|Hán'], ['Khmer', 'Khmer|Khơ me|Khơme|Miên'], ['Mường', 'Mường'], ['Nùng', 'Nùng'],
  ['HMông', "HMông|H'Mông|Hơ Mông|Mông|Mèo|Mông hoa|Mông trắng|Mông đen"], ['Dao', 'Dao|Mán'], ['Gia-rai', 'Gia-rai|Gia Rai|Jrai|Jarai|Giarai'], ['Ngái', 'Ngái'],
  ['Ê-đê', 'Ê-đê|Ê Đê|Êđê|Ede|Rhade'], ['Ba-na', 'Ba-na|Ba Na|Bana|Bahnar'], ['Xơ-đăng', 'Xơ-đăng|Xơ Đăng|Xêđăng|Sê Đăng'], ['Sán Chay', 'Sán Chay|Cao Lan|Sán Chí|Cao Lan Sán Chí'],
  ['Cơ-ho', "Cơ-ho|Cơ Ho|K'Ho|Cơho|Kơho"], ['Chăm', 'Chăm|Chàm'], ['Sán Dìu', 'Sán Dìu'], ['Hrê', "Hrê|H'rê|Hre"], ['Mnông', "Mnông|M'Nông|M'nông"], ['Ra-glai', 'Ra-glai|RaGlay|Raglai|Ra Glai'],
  ['Xtiêng', "Xtiêng|Stiêng|X'tiêng|S'tiêng"], ['Bru-Vân Kiều', 'Bru-Vân Kiều|Vân Kiều|Bru|Bru Vân Kiều'], ['Thổ', 'Thổ'], ['Giáy', 'Giáy|Nhắng'], ['Cơ-tu', 'Cơ-tu|Cơ Tu|Cơtu|Katu|Ca Tu'],
  ['Gié-Triêng', 'Gié-Triêng|Giẻ Triêng|Gié Triêng|Dẻ'], ['Mạ', 'Mạ'], ['Khơ-mú', 'Khơ-mú|Khơ Mú|Khơmú'], ['Co', 'Co|Cor|Cua'], ['Ta-ôi', 'Ta-ôi|Tà Ôi|Tà-ôi|Pa Cô|Pa Kô'],
  ['Chơ-ro', 'Chơ-ro|Chơ Ro|Châu Ro|Chơro'], ['Kháng', 'Kháng'], ['Xinh-mun', 'Xinh-mun|Xinh Mun|Xinhmun'], ['Hà Nhì', 'Hà Nhì'], ['Chu-ru', 'Chu-ru|Chu Ru|Churu'], ['Lào', 'Lào'], ['La Chi', 'La Chi|La Chí'],
  ['La Ha', 'La Ha'], ['Phù Lá', 'Phù Lá|Xá Phó'], ['La Hủ', 'La Hủ'], ['Lự', 'Lự'], ['Lô Lô', 'Lô Lô'], ['Chứt', 'Chứt'], ['Mảng', 'Mảng'], ['Pà Thẻn', 'Pà Thẻn'], ['Cơ Lao', 'Cơ Lao'], ['Cống', 'Cống'],
  ['Bố Y', 'Bố Y'], ['Si La', 'Si La'], ['Pu Péo', 'Pu Péo'], ['Brâu', 'Brâu'], ['Ơ Đu', 'Ơ Đu'], ['Rơ-măm', 'Rơ-măm|Rơ Măm'],
]);

export type EthnicityRead = { readonly told: string | undefined; readonly isListed: boolean };

/** The people as the list spells it, or as written where the list has none like it; nothing for "chưa rõ". */
export function readEthnicity(text: string): EthnicityRead {
  if (/^(?:chưa rõ|không rõ|không biết|chưa biết)$/u.test(foldedWords(text))) return { told: undefined, isListed: true };
  const listed = PEOPLES.find(text);
  return { told: listed ?? text, isListed: listed !== undefined };
}
