import { PLANNING_ROW_TEXTS } from './dsx-planning-texts.ts';

/** What the rows of 01/02/03-DSX say, as on paper; two spaces before what is part of the row above. */
export const DSX_ROW_TEXTS: Readonly<Record<string, string>> = {
  '1': 'Tổng số hộ dân cư tính đến cuối kỳ',
  '1a': '  Trong đó: số hộ gia đình',
  '2': 'Tổng số nhân khẩu thực tế thường trú (dân số) tính đến cuối kỳ',
  '3': 'Số nữ từ 15–49 tuổi có chồng tính đến cuối kỳ',
  '4': 'Tổng số trẻ sinh ra trong kỳ',
  '4a': '  Số trẻ em nam sinh ra',
  '4b': '  Số trẻ em nữ sinh ra',
  '4c': '  Số trẻ em sinh ra là con thứ 2',
  '4d': '  Số trẻ em sinh ra là con thứ 3 trở lên',
  '4e': '  Số trẻ em sinh ra của phụ nữ dưới 20 tuổi',
  '5': 'Số người chết trong kỳ',
  '6': 'Số người kết hôn trong kỳ',
  '6a': '  Số người tảo hôn',
  '6b': '  Số người kết hôn cận huyết thống',
  '7': 'Số cặp kết hôn đã được tư vấn, khám sức khỏe trước khi kết hôn',
  '8': 'Số người ly hôn trong kỳ',
  '9': 'Số người chuyển đến từ xã khác trong kỳ',
  '10': 'Số người chuyển đi khỏi xã trong kỳ',
  ...PLANNING_ROW_TEXTS,
  '18': 'Số cộng tác viên dân số tính đến cuối kỳ',
};
