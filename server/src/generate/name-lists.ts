import type { People } from './tables/peoples.ts';

/** How people of one people are named; typed by hand. `given` empty: the lists of @faker-js/faker. */
export type Naming = {
  readonly surnames: readonly (readonly [string, number])[];
  readonly male: { readonly middles: readonly string[]; readonly given: readonly string[] };
  readonly female: { readonly middles: readonly string[]; readonly given: readonly string[] };
};

const evenly = (...names: readonly string[]): readonly (readonly [string, number])[] => names.map((name) => [name, 1]);

/**
 * Surnames of the Mông, Tày, Mường, Thái, Khmer and Chăm after `vietnamese-name-generator` (hungnguyen18, MIT); clans of the Ê Đê, surnames of the Hoa and
 * all given names of these peoples from general knowledge.
 */
export const NAMINGS: Readonly<Record<Exclude<People, 'Kinh'>, Naming>> = {
  Tày: {
    surnames: evenly('Nông', 'Hoàng', 'Ma', 'Bế', 'Vi', 'Lý', 'Chu', 'Mông', 'Mã', 'Ngân'),
    male: { middles: ['Văn', 'Đình', 'Quang', 'Hữu'], given: [] },
    female: { middles: ['Thị', 'Thị', 'Thị Kim', 'Thị Bích'], given: [] },
  },
  Thái: {
    surnames: evenly('Lò', 'Lò', 'Quàng', 'Cà', 'Lường', 'Tòng', 'Lù', 'Mè', 'Lèm', 'Ngần', 'Hoàng'),
    male: { middles: ['Văn'], given: ['Ánh', 'Pâng', 'Hặc', 'Tưởng', 'Inh', 'Thiên', 'Xôm', 'Pọm', 'Hịa', 'Yên', 'Phương', 'Chiến', 'Dung', 'Biên'] },
    female: { middles: ['Thị'], given: ['Inh', 'Pâng', 'Hương', 'Ín', 'Mai', 'Ơn', 'Xiên', 'Bun', 'Lả', 'Thiết', 'Hoa', 'Chựa', 'Ngoan', 'Piếng'] },
  },
  Mường: {
    surnames: evenly('Bùi', 'Bùi', 'Quách', 'Đinh', 'Bạch', 'Hà', 'Phạm'),
    male: { middles: ['Văn', 'Công', 'Tiến'], given: ['Ển', 'Nhỏm', 'Ỉn', 'Nẻn', 'Thắng', 'Dựng', 'Huynh', 'Khiêm', 'Chúc', 'Tình', 'Biển', 'Lực'] },
    female: { middles: ['Thị'], given: ['Bưởi', 'Ún', 'Nhìa', 'Ẻn', 'Thiện', 'Xuyến', 'Diệp', 'Nhiên', 'Hậu', 'Mến', 'Lịch', 'Duyên'] },
  },
  Mông: {
    surnames: evenly('Giàng', 'Vừ', 'Thào', 'Lầu', 'Lý', 'Sùng', 'Mùa', 'Vàng', 'Cư', 'Hàng', 'Chá', 'Phà'),
    male: { middles: ['A'], given: ['Páo', 'Chứ', 'Dính', 'Tủa', 'Sinh', 'Vảng', 'Lử', 'Chống', 'Tráng', 'Sếnh', 'Nhìa', 'Dê', 'Phừ', 'Sùng'] },
    female: { middles: ['Thị'], given: ['Mỷ', 'Dợ', 'Chía', 'Sông', 'Mai', 'Pàng', 'Ghênh', 'Xía', 'Say', 'Dở', 'Vá', 'Máy', 'Sua'] },
  },
  Hoa: {
    surnames: evenly('Lâm', 'Trần', 'Quách', 'Lý', 'Vương', 'Huỳnh', 'Mạch', 'Phù', 'Trịnh', 'Ngô'),
    male: { middles: ['Chí', 'Vĩ', 'Kiến', 'Gia', 'Quốc'], given: ['Hùng', 'Cường', 'Vinh', 'Phát', 'Hào', 'Minh', 'Khang', 'Nghiệp', 'Tài'] },
    female: { middles: ['Mỹ', 'Lệ', 'Ngọc', 'Huệ'], given: ['Linh', 'Phụng', 'Anh', 'Quyên', 'Muội', 'Châu', 'Bình', 'Trân', 'Nghi'] },
  },
  Khmer: {
    surnames: evenly('Thạch', 'Thạch', 'Sơn', 'Kim', 'Lâm', 'Danh', 'Châu', 'Trà', 'Kiên'),
    male: { middles: [''], given: ['Sa Rây', 'Phi Rum', 'Sà Vuông', 'Khêl', 'Thươne', 'Mươl', 'Sô Vanl', 'Rích', 'Sết', 'Chanh Đa', 'Ngọc Thanh', 'Hùng'] },
    female: { middles: ['Thị'], given: ['Sô Phi', 'Sa Rươne', 'Chane', 'Thu Hà', 'Rọt', 'Sa Mone', 'Đa', 'Pha Ly', 'Hiêng', 'Sa Vane', 'Hường'] },
  },
  Chăm: {
    surnames: evenly('Đàng', 'Thập', 'Bá', 'Lưu', 'Quảng', 'Châu', 'Hán', 'Kiều', 'Trượng', 'Não'),
    male: { middles: ['Năng', 'Văn', 'Ngọc', ''], given: ['Thọ', 'Trình', 'Sính', 'Quạ', 'Tỷ', 'Tiến', 'Đạm', 'Phước', 'Hoài', 'Xuân'] },
    female: { middles: ['Thị', 'Thị Mỹ', 'Nữ'], given: ['Liên', 'Phan', 'Nhuận', 'Xanh', 'Đổ', 'Hám', 'Thắm', 'Minh', 'Tuyết', 'Trưng'] },
  },
  'Ê Đê': {
    surnames: evenly('Niê', 'Niê', 'Niê Kdăm', 'Mlô', 'Mlô', 'Êban', 'Ayŭn', 'Kbuôr', 'Kpă', 'Ksơr', 'Byă', 'Hmok', 'Knul', 'Kđoh', 'Adrơng', 'Hđơk', 'Êñuôl'),
    male: { middles: [''], given: ['Bhăm', 'Bin', 'Thuột', 'Wik', 'Soan', 'Đam', 'Klương', 'Bôn', 'Khanh', 'Thắng', 'Ngọc', 'Djuang', 'Blim', 'Krông', 'Nguyên', 'Rin', 'Sen', 'Phôn', 'Jone', 'Tlam'] },
    female: { middles: [''], given: ['Hen', 'Linh', 'Juên', 'Wen', 'Mai', 'Rai', 'Đok', 'Nuên', 'Duyên', 'Lim', 'Yar', 'Bliă', 'Sara', 'Hoa', 'Nghiêm', 'Dlơ', 'Bi', 'Uyên', 'Pha', 'Jun'] },
  },
};

/** Middle names of the Kinh, after the same generator. Văn and Thị are apart: how many bear them follows the year of birth. */
export const MIDDLES = {
  male: ['Hữu', 'Đức', 'Quốc', 'Công', 'Thanh', 'Minh', 'Gia', 'Bảo', 'Hoàng'],
  female: ['Ngọc', 'Diệu', 'Khánh', 'Mỹ', 'Kim', 'Minh', 'Bảo', 'Gia', 'Thanh'],
} as const;
