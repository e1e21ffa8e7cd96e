import type { RefusalCode } from '../access/refused.ts';

type Words = { readonly status: number; readonly title: string; readonly detail: string };

/** Status and words of every refusal. What a collaborator reads says first what became of her notes. */
export const PROBLEMS: Readonly<Record<RefusalCode | 'too-large' | 'wrong-content-type' | 'not-ready' | 'fault', Words>> = {
  'not-signed-in': { status: 401, title: 'Cần đăng nhập', detail: 'Hãy đăng nhập lại. Những gì đã ghi vẫn nằm an toàn trong máy.' },
  'wrong-credentials': { status: 401, title: 'Tên hoặc mật khẩu không đúng', detail: 'Hãy xem lại tên đăng nhập và mật khẩu.' },
  'too-many-requests': { status: 429, title: 'Thử quá nhiều lần', detail: 'Hãy đợi một lúc rồi thử lại. Những gì đã ghi vẫn nằm an toàn trong máy.' },
  'not-allowed': { status: 403, title: 'Không thuộc phần việc của chị', detail: 'Tài khoản này không phụ trách phần được hỏi.' },
  'password-must-change': { status: 403, title: 'Cần đổi mật khẩu trước', detail: 'Hãy đặt mật khẩu mới rồi tiếp tục.' },
  'device-revoked': { status: 403, title: 'Máy này đã bị thu hồi', detail: 'Máy vẫn gửi được những gì đã ghi. Hãy liên hệ viên chức dân số xã.' },
  'device-of-another': { status: 403, title: 'Máy này đang do người khác dùng', detail: 'Mỗi máy chỉ giữ sổ của một người.' },
  'foreign-origin': { status: 403, title: 'Yêu cầu đến từ trang khác', detail: 'Hãy mở Sổ tay và làm lại từ đó.' },
  'not-found': { status: 404, title: 'Không tìm thấy', detail: 'Không có gì ở địa chỉ này.' },
  'name-taken': { status: 409, title: 'Tên đăng nhập đã có người dùng', detail: 'Hãy chọn tên đăng nhập khác.' },
  'number-taken': { status: 409, title: 'Số địa bàn đã có trong xã', detail: 'Hãy chọn số khác.' },
  'code-taken': { status: 409, title: 'Mã đã là của đơn vị khác', detail: 'Hãy tìm đơn vị có mã ấy trong danh sách rồi đưa vào sử dụng.' },
  'code-without-date': { status: 400, title: 'Mã cần kèm ngày', detail: 'Từ 01/07/2025 nhiều mã chỉ lãnh thổ khác trước. Hãy cho biết mã ấy của ngày nào (on=YYYY-MM-DD).' },
  'unit-ended': { status: 409, title: 'Đơn vị không còn', detail: 'Đơn vị này đã kết thúc. Hãy chọn đơn vị đang có hiệu lực.' },
  'dates-impossible': { status: 422, title: 'Ngày không hợp lý', detail: 'Ngày kết thúc không thể trước ngày bắt đầu.' },
  'already-responsible': { status: 409, title: 'Người này đang phụ trách địa bàn', detail: 'Khoảng ngày bị trùng với phần đã giao.' },
  'weak-password': { status: 422, title: 'Mật khẩu quá dễ đoán', detail: 'Hãy chọn mật khẩu từ 8 ký tự, không trùng tên đăng nhập.' },
  'link-used-up': { status: 410, title: 'Liên kết không còn dùng được', detail: 'Liên kết đã dùng rồi hoặc đã hết hạn. Hãy xin liên kết mới.' },
  'code-wrong': { status: 403, title: 'Mã không đúng hoặc đã hết hạn', detail: 'Hãy xem lại mã, hoặc xin viên chức dân số xã một mã mới.' },
  'no-wrapped-key': { status: 409, title: 'Máy chưa gửi khóa dự phòng', detail: 'Máy này chưa từng gửi khóa dự phòng nên không lấy lại được mã PIN.' },
  'bad-key': { status: 422, title: 'Khóa không dùng được', detail: 'Khóa của máy gửi lên không đúng dạng.' },
  conflict: { status: 409, title: 'Đã có thay đổi khác', detail: 'Hãy tải lại trang rồi làm lại.' },
  'invalid-request': { status: 400, title: 'Yêu cầu không đúng dạng', detail: 'Phần gửi lên có chỗ không đúng dạng.' },
  'too-large': { status: 413, title: 'Gửi quá nhiều một lúc', detail: 'Phần gửi lên quá lớn. Những gì đã ghi vẫn nằm an toàn trong máy.' },
  'wrong-content-type': { status: 415, title: 'Kiểu nội dung không nhận', detail: 'Chỉ nhận application/json.' },
  'not-ready': { status: 503, title: 'Máy chủ đang bận', detail: 'Phần chị vừa ghi vẫn nằm an toàn trong máy. Sẽ gửi khi máy chủ sẵn sàng.' },
  fault: { status: 500, title: 'Máy chủ gặp trục trặc', detail: 'Phần chị vừa ghi vẫn nằm an toàn trong máy. Hãy thử lại sau.' },
};

export type ProblemName = keyof typeof PROBLEMS;
