/** The words for what stands in the audit chain; an action that has none here is shown by its code. */
import type { Language } from '../../text/useText';

const WORDS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  'case.read': ['Đọc hồ sơ', 'Read the case'],
  'case.start': ['Lập hồ sơ', 'Started the case'],
  'case.event': ['Ghi sự kiện', 'Entered an event'],
  'case.link': ['Liên kết hồ sơ', 'Linked a case'],
  'case.unlink': ['Gỡ liên kết hồ sơ', 'Ended a link'],
  'case.askMerge': ['Đề nghị nhập hồ sơ', 'Asked for a merge'],
  'case.merge': ['Nhập vào hồ sơ khác', 'Merged into another case'],
  'case.takeIn': ['Nhận hồ sơ khác nhập vào', 'Took another case in'],
  'case.refuseMerge': ['Không chấp thuận hoặc rút đề nghị nhập', 'Refused or took back a merge'],
  'case.undoMerge': ['Hủy nhập hồ sơ', 'Undid a merge'],
  'case.askCorrection': ['Đề nghị đính chính', 'Asked for a correction'],
  'case.correctEvent': ['Đính chính có hiệu lực', 'Put a correction in force'],
  'case.refuseCorrection': ['Không chấp thuận hoặc rút đính chính', 'Refused or took back a correction'],
  'case.split': ['Tách thành hồ sơ mới', 'Split into a new case'],
  'case.reference': ['Ghi mã của hệ thống khác', 'Set the number of another system'],
  'caseAudit.read': ['Xem nhật ký của hồ sơ', 'Looked at who read the case'],
  'custody.taken': ['Ghi tiếp nhận vật chứng', 'Entered a taking into custody'],
  'custody.handed_over': ['Ghi giao nhận vật chứng', 'Entered a hand-over'],
  'custody.confirmed': ['Xác nhận đã nhận vật chứng', 'Confirmed a hand-over'],
  'custody.corrected': ['Đính chính chuỗi bảo quản', 'Corrected the chain of custody'],
  'attachment.add': ['Thêm tệp', 'Added a file'],
  'attachment.read': ['Mở tệp', 'Opened a file'],
  'attachment.withdraw': ['Rút tệp', 'Withdrew a file'],
  'document.drawUp': ['Lập văn bản', 'Drew up a document'],
  'document.dropDraft': ['Bỏ dự thảo văn bản', 'Dropped a draft'],
  'document.issue': ['Ban hành văn bản', 'Issued a document'],
  'document.read': ['Xem văn bản', 'Read a document'],
  'dossier.export': ['Xuất hồ sơ PDF', 'Exported the dossier'],
  'identity.request': ['Đề nghị mở danh tính', 'Asked to open an identity'],
  'identity.approve': ['Chấp thuận mở danh tính', 'Approved the opening of an identity'],
  'identity.refuse': ['Không chấp thuận mở danh tính', 'Refused to open an identity'],
  'identity.read': ['Đọc danh tính đã niêm phong', 'Read a sealed identity'],
  'identity.seal': ['Niêm phong danh tính', 'Sealed an identity'],
  'note.withdraw': ['Rút ghi chú', 'Withdrew a note'],
  'question.ask': ['Hỏi đơn vị khác', 'Asked another unit'],
  'questions.read': ['Đọc các câu hỏi của hồ sơ', 'Read the questions of the case'],
  'question.read': ['Đọc câu hỏi của đơn vị', 'Read a question'],
  'question.claim': ['Nhận trả lời câu hỏi', 'Took a question to answer'],
  'question.answer': ['Trả lời câu hỏi', 'Answered a question'],
  'question.return': ['Trả lại câu hỏi', 'Sent a question back'],
  'question.withdraw': ['Rút câu hỏi', 'Withdrew a question'],
  'task.read': ['Đọc công việc', 'Read a task'],
  'task.complete': ['Hoàn thành công việc', 'Completed a task'],
  'task.assign': ['Giao việc', 'Assigned a task'],
  'task.handOver': ['Bàn giao việc', 'Handed a task over'],
  'task.remind': ['Đôn đốc', 'Reminded'],
  'task.return': ['Trả việc về nhóm', 'Returned a task'],
  'receipt.read': ['Tra cứu bằng mã', 'Looked up by receipt code'],
};

export function actionWords(action: string, language: Language): string {
  const words = WORDS[action];
  if (words) return words[language === 'vi' ? 0 : 1];
  if (action.startsWith('event.')) return `${language === 'vi' ? 'Sự kiện' : 'Event'} ${action.slice('event.'.length)}`;
  return action;
}
