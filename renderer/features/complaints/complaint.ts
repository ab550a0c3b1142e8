import type { AnswerOf } from '../../api/door.ts'

/** A complaint with everything that was done about it. */
export type Complaint = AnswerOf<'complaints', 'get'>
