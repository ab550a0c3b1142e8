import type { AnswerOf } from '../../api/door.ts'

export type AtDesk = AnswerOf<'desk', 'state'>['people'][number]
