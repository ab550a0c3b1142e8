import type { AnswerOf } from '../../api/door.ts'

export type RecallRecord = AnswerOf<'recalls', 'get'>
export type Consignee = RecallRecord['consignees'][number]
export type ConsigneeLot = Consignee['lots'][number]
