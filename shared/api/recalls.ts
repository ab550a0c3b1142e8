import { checkLevels } from '../domain/effectiveness.ts'
import { DrillOut } from './drills.ts'
import { command, query } from './operation.ts'
import { Day, Id, named, nothing, OptionalDay, optionalText, RequestId } from './fields.ts'
import { FileOut } from './files.ts'
import { RecallInput, reportFormats, Tally } from './recall.ts'
import { z } from './zod.ts'

export const recallKinds = ['recall', 'market withdrawal', 'stock recovery'] as const
export const recallClasses = ['not yet classified', 'Class I', 'Class II', 'Class III'] as const
export const recallDepths = ['consumer', 'retail', 'wholesale'] as const
export const noticeMeans = ['letter', 'e-mail', 'text message', 'telephone', 'visit', 'poster', 'press'] as const
export const checkResults = ['effective', 'not effective', 'not reached'] as const

/** What is said of a recall beside its scope; every field may wait. */
export const RecallDetail = z.strictObject({
  reason: optionalText('The reason', 500),
  hazard: optionalText('The hazard', 500),
  /** FDA assigns the class (21 CFR 7.41(b)); one's own estimate until then. */
  classification: z.enum(recallClasses).default('not yet classified'),
  isEstimate: z.boolean().default(true),
  depth: z.enum(recallDepths).default('consumer'),
  publicWarning: optionalText('The public warning', 300),
  checkLevel: z.enum(checkLevels).default('A'),
  /** Share of consignees to check at level B. */
  checkPercent: z.int().min(11, 'Level B checks more than 10 %.').max(99, 'All of them is level A.').default(50),
  /** What recipients shall do with the product. */
  instruction: optionalText('What to do', 500),
  codePlace: optionalText('Where the code is', 100),
  packaging: optionalText('The packaging', 200),
  discovered: optionalText('How it was found', 500),
  illnesses: optionalText('Illnesses', 300),
  production: optionalText('What happens with production', 300),
  contactName: optionalText('The contact’s name', 80),
  contactPhone: optionalText('The contact’s telephone', 40),
  contactHours: optionalText('The hours', 60),
  replyBy: OptionalDay,
  expectedEnd: OptionalDay,
})
export type RecallDetail = z.infer<typeof RecallDetail>

const Head = z.strictObject({
  id: Id,
  kind: z.enum([...recallKinds, 'drill']),
  title: z.string(),
  openedOn: z.string(),
  endedOn: z.string().nullable(),
  units: z.int(),
  consignees: z.int(),
  told: z.int(),
  responded: z.int(),
})

const RecallLot = z.strictObject({
  lotId: Id,
  batchId: Id.nullable(),
  label: z.string(),
  product: z.string(),
  productId: Id,
  unit: z.string(),
  madeOn: z.string().nullable(),
  bestBy: z.string().nullable(),
  column: z.enum(['affected', 'cannot tell']),
  because: z.array(z.string()),
  held: z.boolean(),
  /** Null for ingredient lots. */
  unitsThen: Tally.nullable(),
  unitsNow: Tally.nullable(),
  /** When it came into the recall. */
  addedAt: z.string(),
})

const ConsigneeLot = z.strictObject({
  lotId: Id,
  lotNumber: z.string(),
  product: z.string(),
  unit: z.string(),
  column: z.enum(['affected', 'cannot tell']),
  units: z.int(),
  /** Deliveries: day, units, serials. */
  deliveries: z.array(
    z.strictObject({ sentOn: z.string(), units: z.int(), serials: z.string(), reference: z.string() }),
  ),
  response: z
    .strictObject({
      answeredOn: z.string(),
      onHand: z.int(),
      returned: z.int(),
      destroyed: z.int(),
      note: z.string(),
    })
    .nullable(),
})

const Consignee = z.strictObject({
  placeId: Id,
  place: z.string(),
  placeKind: z.string(),
  contact: z.string(),
  /** A market's customers have no address: they are reached by a public notice. */
  isPublic: z.boolean(),
  told: z.array(z.strictObject({ means: z.string(), toldOn: z.string() })),
  lots: z.array(ConsigneeLot),
  check: z.strictObject({ checkedOn: z.string(), result: z.enum(checkResults), note: z.string() }).nullable(),
})

/** Figures of the status report (21 CFR 7.53(b)) and of the mass balance. Percentages may pass 100. */
const Figures = z.strictObject({
  made: z.int(),
  sent: z.int(),
  sentToPublic: z.int(),
  onHandThere: z.int(),
  returned: z.int(),
  destroyed: z.int(),
  accountedPercent: z.number().nullable(),
  recoveredPercent: z.number().nullable(),
  consignees: z.int(),
  reachable: z.int(),
  told: z.int(),
  responded: z.int(),
  checksNeeded: z.int(),
  checksDone: z.int(),
  checksEffective: z.int(),
})

export const RecallOut = z.strictObject({
  id: Id,
  kind: z.enum([...recallKinds, 'drill']),
  title: z.string(),
  seed: z.int().nullable(),
  openedOn: z.string(),
  openedAt: z.string(),
  criteria: RecallInput,
  detail: RecallDetail,
  end: z.strictObject({ endedOn: z.string(), statement: z.string() }).nullable(),
  lots: z.array(RecallLot),
  /** What a drill found; null for what is no drill. */
  drill: DrillOut.nullable(),
  /** What the grown record would add to the snapshot, and which of it the record no longer supports. */
  since: z.strictObject({ added: z.array(z.string()), gone: z.array(z.string()) }),
  consignees: z.array(Consignee),
  publicTold: z.array(z.strictObject({ means: z.string(), toldOn: z.string() })),
  figures: Figures,
  auditHash: z.string(),
  at: z.string(),
})
export type RecallOut = z.infer<typeof RecallOut>

export const templateNames = ['letter', 'e-mail', 'text message', 'phone script', 'poster', 'press notice'] as const
const TemplateName = z.enum(templateNames)

const Done = z.strictObject({ recallId: Id })
const Units = z.int('Type a whole number.').min(0, 'Type 0 or more.').max(1_000_000)

export const recalls = {
  open: command(
    'Opens a recall: its scope is kept as it is now, and affected stock goes on hold.',
    RecallInput.extend({
      requestId: RequestId,
      kind: z.enum(recallKinds).default('recall'),
      reason: optionalText('The reason', 500),
    }),
    z.strictObject({ recallId: Id, held: z.int() }),
  ),
  list: query('Recalls, newest first; drills are apart.', nothing, z.array(Head)),
  get: query('One recall with everything that was done about it.', z.strictObject({ recallId: Id }), RecallOut),
  describe: command(
    'Writes down class, reason, strategy, contact; the former words stay in the history.',
    RecallDetail.extend({ requestId: RequestId, recallId: Id }),
    Done,
  ),
  extend: command(
    'Adds to a recall what the record, as it has grown, shows to belong to it. Nothing is taken out.',
    z.strictObject({ requestId: RequestId, recallId: Id }),
    z.strictObject({ recallId: Id, added: z.int(), held: z.int() }),
  ),
  tell: command(
    'Notes that places, or the public, were told.',
    z.strictObject({
      requestId: RequestId,
      recallId: Id,
      /** Empty for the public. */
      placeIds: z.array(Id).max(1000),
      means: z.enum(noticeMeans),
      toldOn: Day,
    }),
    Done,
  ),
  respond: command(
    'Notes what a place answered about one lot; the totals so far, which may pass what it received.',
    z.strictObject({
      requestId: RequestId,
      recallId: Id,
      placeId: Id,
      lotId: Id,
      answeredOn: Day,
      onHand: Units,
      returned: Units,
      destroyed: Units,
      note: optionalText('The note', 300),
    }),
    Done,
  ),
  check: command(
    'Notes an effectiveness check at a place.',
    z.strictObject({
      requestId: RequestId,
      recallId: Id,
      placeId: Id,
      checkedOn: Day,
      result: z.enum(checkResults),
      note: optionalText('The note', 300),
    }),
    Done,
  ),
  end: command(
    'Ends a recall with a statement of what became of the product, or opens it again.',
    z.strictObject({ requestId: RequestId, recallId: Id, ended: z.boolean(), statement: named('The statement', 1000) }),
    Done,
  ),
  report: query(
    'The status report of a recall (21 CFR 7.53) as a PDF, one self-contained HTML file, CSV, or an Excel workbook.',
    z.strictObject({ recallId: Id, format: z.enum(reportFormats) }),
    FileOut,
  ),
  texts: query(
    'The notices of a recall, filled in; for one place where given.',
    z.strictObject({ recallId: Id, placeId: Id.nullish() }),
    z.array(
      z.strictObject({
        name: TemplateName,
        text: z.string(),
        /** Fields that the template asks and nobody has entered. */
        missing: z.array(z.string()),
      }),
    ),
  ),
  templates: query(
    'The words of the notices.',
    nothing,
    z.array(z.strictObject({ name: TemplateName, text: z.string(), isOwn: z.boolean() })),
  ),
  saveTemplate: command(
    'Changes the words of a notice; empty for those that came with Traceberry.',
    z.strictObject({ requestId: RequestId, name: TemplateName, text: optionalText('The notice', 6000) }),
    z.strictObject({ name: TemplateName }),
  ),
  jarCheck: query(
    'A page that tells anyone whether a jar is affected, with nothing in it but the affected codes.',
    z.strictObject({ recallId: Id }),
    FileOut,
  ),
}
