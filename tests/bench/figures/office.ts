import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Figure } from '../figure.ts'
import type { BenchKitchen } from '../kitchens/kitchenOf.ts'
import type { Landmarks } from '../kitchens/tenYears.ts'
import { medianOf, p95Of, timed } from '../timing.ts'

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync)

/**
 * The same ten years as a spreadsheet keeps them, one sheet of ingredient rows and one of deliveries, and the question of
 * a recall as its lookups: how often each lot of a supplier’s ingredient was used, and how much was delivered of each batch.
 * Opened, worked out and saved by LibreOffice; against the recall’s scope through the door, start of the core included.
 */
export async function officeFigures({ kitchen, raw, marks }: BenchKitchen<Landmarks>): Promise<Figure[]> {
  if (soffice === undefined) return []
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-bench-'))
  try {
    const file = path.join(folder, 'kitchen.fods')
    const pairs = (sql: string) => raw.prepare(sql).raw().all() as [number, number][]
    const used = pairs('SELECT batch_id, lot_id FROM edge')
    const sent = pairs('SELECT lot.batch_id, units FROM shipment_line JOIN lot ON lot.id = lot_id')
    await writeFile(file, workbook(used, sent, marks.boughtLotId))
    const sheet = await timed(
      async () =>
        await promisify(execFile)(
          soffice ?? '',
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--convert-to',
            'ods',
            '--outdir',
            folder,
            file,
          ],
          { timeout: 900_000 },
        ),
    )
    const { itemId, supplierId, receivedOn } = marks
    const own: number[] = []
    for (let round = 0; round < 3; round += 1)
      own.push(
        await timed(async () => {
          await kitchen.restart()
          await kitchen.api.recall.scope({ itemId, supplierId, receivedFrom: receivedOn, receivedTo: receivedOn })
        }),
      )
    return [
      {
        work: 'Opened, and a recall’s scope worked out',
        median: medianOf(own),
        p95: p95Of(own),
        floor: { what: 'the same tables and lookups in LibreOffice', median: sheet },
        bar: { atLeastTimes: 4 },
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A flat OpenDocument workbook: the two sheets, and a third that asks for 25 lots and the batches of one of them. */
function workbook(used: readonly [number, number][], sent: readonly [number, number][], lotId: number): string {
  const cell = (value: number) => `<table:table-cell office:value-type="float" office:value="${value}"/>`
  const asked = (formula: string) => `<table:table-cell table:formula="of:=${formula}" office:value-type="float"/>`
  const sheet = (name: string, rows: readonly string[]) =>
    `<table:table table:name="${name}">${rows.map((cells) => `<table:table-row>${cells}</table:table-row>`).join('')}</table:table>`
  const row = (pair: readonly [number, number]) => pair.map(cell).join('')
  const lots = Array.from({ length: 25 }, (_, at) => lotId + at)
  const batches = used.filter(([, lot]) => lot === lotId).map(([batch]) => batch)
  const questions = [
    ...lots.map((lot) => cell(lot) + asked(`COUNTIF([Used.B1:.B${used.length}];${lot})`)),
    ...batches.map(
      (batch) => cell(batch) + asked(`SUMIF([Sent.A1:.A${sent.length}];${batch};[Sent.B1:.B${sent.length}])`),
    ),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${sheet('Used', used.map(row))}${sheet('Sent', sent.map(row))}${sheet('Asked', questions)}</office:spreadsheet></office:body></office:document>`
}
