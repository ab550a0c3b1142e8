import { contract } from '../../shared/api/contract.ts'
import type { Contract } from '../../shared/api/operation.ts'
import { sayReading } from '../../shared/domain/reading.ts'
import { sayReason } from '../../shared/domain/reasons.ts'
import { sayDay } from '../../shared/words/day.ts'
import { changesInWords } from './changesInWords.ts'
import { say, sayWord } from '../../shared/words/say.ts'

/**
 * An audit row as a sentence. Rows written by older versions may hold fields that today's schemas do not know, so
 * they are read loosely and fall back to what the operation does.
 * @param subject what it was about, where that is known (historySubjects.ts)
 */
export function sentenceOf(op: string, input: string, output: string, subject?: string): string {
  const given = readObject(input)
  const made = readObject(output)
  const text = (key: string) => {
    const value = given[key]
    return typeof value === 'string' ? value : ''
  }
  const count = (key: string) => (Array.isArray(given[key]) ? given[key].length : 0)
  const word = (key: string) => String(made[key])
  /** Of what is known to be meant, or of something of that kind. */
  const about = (unknown: string, known: string, values: Readonly<Record<string, string>> = {}) =>
    subject === undefined ? say(unknown, values) : say(known, { ...values, subject })
  const reason = text('reason') ? `: ${sayReason(text('reason'))}` : ''
  switch (op) {
    case 'batches.record':
      return say('Recorded batch {lotNumber}, {made} made', {
        lotNumber: word('lotNumber'),
        made: String(given['made']),
      })
    case 'batches.void':
      return `${about('Voided a batch', 'Voided {subject}')}${reason}`
    case 'corrections.save':
    case 'corrections.nameLot':
      return `${say('Corrected {lotNumber}', { lotNumber: word('lotNumber') })}${reason}. ${changesInWords(made['changes'])}`
    case 'batches.discard':
      return `${discarded(Number(given['units']), subject)}${reason}`
    case 'batches.rememberLabels':
      return say('Chose whether saving a batch queues its labels')
    case 'plans.save':
      return given['planId']
        ? say('Changed the plan of {product} for {day}', { product: word('product'), day: sayDay(text('day')) })
        : say('Planned {product} for {day}', { product: word('product'), day: sayDay(text('day')) })
    case 'plans.cancel':
      return `${say('Took the plan of {product} off the list', { product: word('product') })}${reason}`
    case 'plans.reopen':
      return `${say('Put the plan of {product} back on the list', { product: word('product') })}${reason}`
    case 'blankSheets.make':
      return Array.isArray(made['sheetIds']) && made['sheetIds'].length === 1
        ? say('Made a blank sheet to print')
        : say('Made blank sheets to print')
    case 'live.start':
      return say('Started batch {lotNumber}', { lotNumber: word('lotNumber') })
    case 'live.stop':
      return `${say('Stopped batch {lotNumber}', { lotNumber: word('lotNumber') })}${reason}`
    case 'journal.addReading':
      return say('Noted a reading of a batch: {name}', { name: sayReading(text('name')) })
    case 'journal.addNote':
      return say('Noted of a batch: {text}', { text: text('text') })
    case 'journal.addPhoto':
      return say('Kept a photo of a batch')
    case 'journal.takeBack':
      return `${say('Took back a reading, note or photo')}${reason}`
    case 'crew.savePerson':
      return say('Saved the person {name}', { name: text('name') })
    case 'crew.saveEquipment':
      return say('Saved the equipment {name}', { name: text('name') })
    case 'crew.clean':
      return say('Cleaned {equipment}: {method}', { equipment: word('name'), method: text('method') })
    case 'crew.calibrate':
      return say('Calibrated {equipment}: {standard} showed {reading}', {
        equipment: word('name'),
        standard: text('standard'),
        reading: text('reading'),
      })
    case 'desk.switchTo':
      return typeof made['name'] === 'string'
        ? say('{name} is at the laptop', { name: made['name'] })
        : say('Nobody in particular is at the laptop')
    case 'desk.setPin':
      return made['hasPin'] === true
        ? say('Set the PIN of {name}', { name: word('name') })
        : say('Took away the PIN of {name}', { name: word('name') })
    case 'desk.forgetPin':
      return `${say('Took away the forgotten PIN of {name}', { name: word('name') })}${reason}`
    case 'desk.inspect':
      return say('Began inspector mode')
    case 'desk.askToLeave':
      return say('Asked to leave inspector mode without a PIN')
    case 'desk.leave':
      return leftInspection(made)
    case 'history.takeBack':
      return say('Took back: {what}', { what: subject ?? word('what') })
    case 'pantry.receive':
      return text('supplier')
        ? say('Received {n, plural, one {# lot} other {# lots}} from {supplier}', {
            n: count('lines'),
            supplier: text('supplier'),
          })
        : say('Received {n, plural, one {# lot} other {# lots}}', { n: count('lines') })
    case 'pantry.count':
      return `${about('Counted a lot, found {found}', 'Counted {subject}, found {found}', { found: text('found') })}${reason}`
    case 'pantry.correctLot':
      return `${about('Corrected where a lot came from', 'Corrected where {subject} came from')}${reason}`
    case 'pantry.hold':
      return `${about('Put a lot on hold', 'Put {subject} on hold')}${reason}`
    case 'pantry.release':
      return `${about('Ended a hold', 'Ended the hold on {subject}')}${reason}`
    case 'pantry.opening':
      return say('Wrote down an opening stock of {n, plural, one {# lot} other {# lots}}', { n: count('lines') })
    case 'pantry.countAll':
      return `${say('Counted {counted} lots, {changed} differed', { counted: word('counted'), changed: word('changed') })}${reason}`
    case 'pantry.holdAll':
      return `${say('Put everything of a kind on hold, {lots} lots', { lots: word('lots') })}${reason}`
    case 'pantry.releaseAll':
      return `${say('Ended a hold on everything of a kind')}${reason}`
    case 'bins.save':
      return say('Saved the bin {name}', { name: text('name') })
    case 'bins.pour':
      return say('Topped a bin up')
    case 'bins.takeBackPour':
      return `${say('Took back what was poured into a bin')}${reason}`
    case 'bins.empty':
      return say('Marked a bin emptied')
    case 'bins.undoEmpty':
      return `${say('Took back that a bin was emptied')}${reason}`
    case 'ingredients.save':
      return say('Saved the ingredient {name}', { name: text('name') })
    case 'ingredients.saveFactor':
      return say('Entered that {one} is {equals}', { one: text('one'), equals: text('equals') })
    case 'ingredients.endFactor':
      return say('Took a conversion away')
    case 'pantry.voidReceipt':
      return `${about('Took back a shopping trip', 'Took back {subject}')}${reason}`
    case 'shipping.send':
      return sent(text('purpose'), count('lines'), text('place'))
    case 'shipping.bringBack':
      return say('Counted a market day: {back} came back, {sold} sold', {
        back: word('back'),
        sold: word('sold'),
      })
    case 'shipping.takeReturn':
      return `${say('Took back {back} units from a place', { back: word('back') })}${reason}`
    case 'shipping.voidReturned':
      return `${say('Took back a return')}${reason}`
    case 'shipping.void':
      return `${about('Took back a shipment', 'Took back {subject}')}${reason}`
    case 'products.save':
      return say('Saved the product {name}, recipe version {recipeVersion}', {
        name: text('name'),
        recipeVersion: word('recipeVersion'),
      })
    case 'labels.print':
      return say('Printed labels {serials}', { serials: word('serials') })
    case 'imports.step':
      return say('Imported {done} records of {files}', { done: word('done'), files: filesIn(given['files']) })
    case 'imports.undo':
      return say('Took back {done} records of {files}', { done: word('done'), files: filesIn(given['files']) })
    case 'backups.restore':
      return say('Restored the backup {name}', { name: text('name') })
    case 'backups.make':
      return say('Made a backup, {name}', { name: word('name') })
    case 'backups.addFolder':
      return say('Chose one more backup folder, {folder}', { folder: word('folder') })
    case 'backups.removeFolder':
      return say('Made no more backups in {folder}', { folder: text('folder') })
    case 'backups.test':
      return say('Tested the backup {name}', { name: word('name') })
    case 'backups.seal':
      return made['sealed'] === true ? say('Sealed new backups with a passphrase') : say('Sealed new backups no longer')
    case 'backups.pack':
      return say('Wrote a file for another computer')
    case 'directory.saveSupplier':
      return say('Saved the supplier {name}', { name: text('name') })
    case 'directory.savePlace':
      return say('Saved the place {name}', { name: text('name') })
    case 'complaints.log':
      return say('Logged a complaint: {what}', { what: text('what') })
    case 'outcomes.followUp':
      return text('note')
        ? say('Noted how a batch turned out: {note}', { note: text('note') })
        : say('Noted how a batch turned out')
    case 'outcomes.rememberBest':
      return given['isBest'] === true
        ? say('Remembered {lotNumber} as the best of its product', { lotNumber: word('lotNumber') })
        : say('Remembered {lotNumber} as not the best any more', { lotNumber: word('lotNumber') })
    case 'outcomes.weigh':
      return say('Weighed {weighed} units', { weighed: word('weighed') })
    case 'outcomes.takeWeightsBack':
      return `${say('Took weights back')}${reason}`
    case 'complaints.link':
      return say('Said which batch a complaint is about')
    case 'complaints.grade':
      return say('Graded a complaint: {grade}', {
        grade: [text('symptom'), text('severity')].filter(Boolean).map(sayWord).join(', '),
      })
    case 'complaints.note':
      return say('Noted of a complaint: {text}', { text: text('text') })
    case 'complaints.addPhoto':
      return say('Kept a photo of a complaint')
    case 'complaints.replied':
      return say('Replied to a complaint')
    case 'complaints.replace':
      return say('Sent a replacement to {place}', { place: text('place') })
    case 'complaints.reopen':
      return `${say('Opened a complaint again')}${reason}`
    case 'complaints.withdraw':
      return `${say('Took back a complaint')}${reason}`
    case 'complaints.settle':
      return say('Settled a complaint: {outcome}', { outcome: sayWord(text('outcome')) })
    case 'drills.start':
      return say('Started a drill with seed {seed}', { seed: word('seed') })
    case 'drills.saveTolerances':
      return say('Changed what is asked of drills')
    case 'drills.findScope':
      return say('Found the scope of a drill: {lots} lots', { lots: word('lots') })
    case 'drills.count':
      return say('Counted the shelf for a drill')
    case 'drills.checkContacts':
      return say('Checked the contacts of a drill')
    case 'drills.sign':
      return say('Signed off a drill: {name}', { name: text('name') })
    case 'recalls.open':
      return `${opened(text('kind') || 'recall', word('held'))}${reason}`
    case 'recalls.extend':
      return say('Added {added} lots to a recall', { added: word('added') })
    case 'recalls.describe':
      return say('Described a recall')
    case 'recalls.tell':
      return told(count('placeIds'), text('means'))
    case 'recalls.respond':
      return say('Noted the answer of a place to a recall')
    case 'recalls.check':
      return say('Noted an effectiveness check: {result}', { result: sayWord(text('result')) })
    case 'recalls.end':
      return given['ended'] === true
        ? say('Ended a recall: {statement}', { statement: text('statement') })
        : say('Opened a recall again: {statement}', { statement: text('statement') })
    case 'recalls.saveTemplate':
      return say('Changed the words of the {name}', { name: sayWord(text('name')) })
    case 'rules.choose':
      return text('state')
        ? say('Said that the kitchen is in {state}', { state: text('state') })
        : say('Said that the kitchen is in no state')
    case 'rules.save':
      return say('Wrote down what {name} asks of home kitchens', { name: text('name') })
    case 'updates.chooseFolder':
      return say('Chose the folder of updates {folder}', { folder: word('folder') })
    case 'updates.turnOff':
      return say('Turned updates off')
    case 'updates.install':
      return say('Installed version {version}', { version: word('version') })
    case 'kitchen.save':
      return say('Changed the settings')
    case 'designs.remove':
      return say('Took a label design off the list')
    case 'cards.print':
      return say('Printed {title}', { title: word('title') })
    case 'designs.save':
      return say('Saved the label {name}, version {version}', {
        name: word('name'),
        version: word('version'),
      })
    case 'designs.take':
      return say('Took the label {name} from a file', { name: word('name') })
    case 'designs.bringBack':
      return say('Put the label {name} on the list again', { name: word('name') })
    case 'facts.takeToday':
      return say('Took what is known today as the words of the labels of {lotNumber}', {
        lotNumber: word('lotNumber'),
      })
    case 'labels.saveUsual':
      return say('Chose the usual label of {product}', { product: word('product') })
    case 'labels.savePrinter':
      return say('Saved the printer {name}', { name: text('name') })
    case 'labels.removePrinter':
      return say('Took a printer off the list')
    case 'labels.testPrinter':
      return say('Printed a test label')
    case 'labels.cancel':
      return say('Cancelled {dropped} labels', { dropped: word('dropped') })
    case 'labels.settle':
      return text('good')
        ? say('Said which labels came out: {good}', { good: text('good') })
        : say('Said which labels came out: none')
    case 'labels.retry':
      return say('Sent waiting labels again')
    default:
      return aboutOf(op)
  }
}

function leftInspection(made: Readonly<Record<string, unknown>>): string {
  if (made['with'] === 'a PIN') return say('Left inspector mode with the PIN of {name}', { name: String(made['name']) })
  return made['with'] === 'a wait'
    ? say('Left inspector mode without a PIN, after the wait')
    : say('Left inspector mode; nobody had a PIN')
}

function discarded(n: number, subject: string | undefined): string {
  return subject === undefined
    ? say('Discarded {n, plural, one {# unit} other {# units}}', { n })
    : say('Discarded {n, plural, one {# unit} other {# units}} of {subject}', { n, subject })
}

function filesIn(files: unknown): string {
  const names = Array.isArray(files)
    ? files.flatMap((file: unknown) =>
        typeof file === 'object' && file !== null && 'name' in file ? String(file.name) : [],
      )
    : []
  return names.length === 0 ? say('a spreadsheet') : names.join(` ${say('and')} `)
}

function sent(purpose: string, n: number, place: string): string {
  switch (purpose) {
    case 'own use':
      return place
        ? say('Used units of {n, plural, one {# lot} other {# lots}} to {place}', { n, place })
        : say('Used units of {n, plural, one {# lot} other {# lots}}', { n })
    case 'destroyed':
      return place
        ? say('Destroyed units of {n, plural, one {# lot} other {# lots}} to {place}', { n, place })
        : say('Destroyed units of {n, plural, one {# lot} other {# lots}}', { n })
    case 'sample':
      return place
        ? say('Gave samples of {n, plural, one {# lot} other {# lots}} to {place}', { n, place })
        : say('Gave samples of {n, plural, one {# lot} other {# lots}}', { n })
    default:
      return place
        ? say('Sent {n, plural, one {# lot} other {# lots}} to {place}', { n, place })
        : say('Sent {n, plural, one {# lot} other {# lots}}', { n })
  }
}

function opened(kind: string, held: string): string {
  switch (kind) {
    case 'market withdrawal':
      return say('Opened a market withdrawal, {held} lots put on hold', { held })
    case 'stock recovery':
      return say('Opened a stock recovery, {held} lots put on hold', { held })
    default:
      return say('Opened a recall, {held} lots put on hold', { held })
  }
}

function told(places: number, by: string): string {
  const means = sayWord(by)
  if (places === 0) return say('Noted that the public was told of a recall by {means}', { means })
  return say('Noted that {places, plural, one {a place was} other {# places were}} told of a recall by {means}', {
    places,
    means,
  })
}

function aboutOf(op: string): string {
  const [domain = '', name = ''] = op.split('.')
  const all: Contract = contract
  return sayWord(all[domain]?.[name]?.about.replace(/\.$/, '') ?? op)
}

function readObject(json: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(json)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
