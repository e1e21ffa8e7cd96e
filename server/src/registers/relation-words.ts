import type { Relation, Sex } from '@sotay/domain/packs/tt01-2022/code-lists';

import { Words } from './folded-word.ts';

/** A relation to the head of the household, and the sex that the word itself tells. */
export type RelationRead = { readonly relation: Relation; readonly sex?: Sex };

const male = (relation: Relation): RelationRead => ({ relation, sex: 'male' });
const female = (relation: Relation): RelationRead => ({ relation, sex: 'female' });
const either = (relation: Relation): RelationRead => ({ relation });

/** What registers write for the relations of the pack. "Con riêng" is a child of the other only, hence "quan hệ khác". */
const WORDS = new Words<RelationRead>([
  [either('head'), 'chủ hộ|CH|chủ|chủ hộ gia đình'],
  [female('spouse'), 'vợ|vợ chủ hộ'],
  [male('spouse'), 'chồng|chồng chủ hộ'],
  [either('spouse'), 'vợ/chồng|vợ chồng|vợ hoặc chồng|V/C|VC'],
  [male('child'), 'con trai|con đẻ trai|trai'],
  [female('child'), 'con gái|con đẻ gái|gái'],
  [either('child'), 'con đẻ|con|con ruột|con đầu|con đầu lòng|con cả|con út|con thứ|con chung'],
  [either('adopted-child'), 'con nuôi'],
  [female('child-in-law'), 'con dâu|dâu|nàng dâu'],
  [male('child-in-law'), 'con rể|rể|con rễ'],
  [either('child-in-law'), 'con dâu/rể|con dâu rể|dâu/rể|dâu rể|con dâu con rể'],
  [male('parent'), 'bố|cha|bố đẻ|cha đẻ|ba|tía|bố ruột|cha ruột|bố chủ hộ'],
  [female('parent'), 'mẹ|má|mẹ đẻ|u|bu|mẹ ruột|mẹ chủ hộ'],
  [either('parent'), 'bố/mẹ|bố mẹ|cha mẹ|cha/mẹ|bố mẹ đẻ|cha mẹ đẻ|ba má'],
  [male('parent-in-law'), 'bố vợ|bố chồng|cha vợ|cha chồng|ba vợ|ba chồng'],
  [female('parent-in-law'), 'mẹ vợ|mẹ chồng|má vợ|má chồng'],
  [either('parent-in-law'), 'bố/mẹ vợ/chồng|bố mẹ vợ chồng|cha mẹ vợ chồng|bố mẹ vợ|bố mẹ chồng'],
  [either('grandchild'), 'cháu nội/ngoại|cháu nội|cháu ngoại|cháu nội ngoại|cháu|cháu trai|cháu gái|cháu đích tôn'],
  [
    either('other-relative'),
    'quan hệ khác|khác|họ hàng|người thân|người nhà|anh|chị|em|anh trai|chị gái|em trai|em gái|anh ruột|chị ruột|em ruột|anh em|chị em|anh rể|em rể|chị dâu|em dâu|' +
      'ông|bà|ông nội|bà nội|ông ngoại|bà ngoại|cụ|cố|bá|bác|chú|cô|dì|cậu|mợ|thím|dượng|cô ruột|chú ruột|bác ruột|dì ruột|cậu ruột|cháu ruột|cháu họ|cháu dâu|cháu rể|chắt|' +
      'con riêng|con riêng của vợ|con riêng của chồng|con riêng vợ|con riêng chồng|ở nhờ|người ở nhờ|ở trọ|giúp việc|người giúp việc|bạn|bạn bè|cùng ở|người cùng ở',
  ],
  [either('representative'), 'người đại diện|đại diện|người đại diện hộ tập thể|quản lý'],
  [either('unknown'), 'chưa rõ|không rõ|không biết'],
]);

const NTH_CHILD = /^con (?:thứ )?(?:\d{1,2}|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|nhất|nhì)$/u;

/** @returns undefined for a word that stands in no list */
export function findRelation(text: string): RelationRead | undefined {
  return NTH_CHILD.test(text.normalize('NFC').toLowerCase().trim()) ? either('child') : WORDS.find(text);
}
