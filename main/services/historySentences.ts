import { contract } from '../../shared/api/contract.ts'
import type { Contract } from '../../shared/api/operation.ts'
import { changesInWords } from './changesInWords.ts'

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
  const reason = text('reason') ? `: ${text('reason')}` : ''
  switch (op) {
    case 'batches.record':
      return `Recorded batch ${String(made['lotNumber'])}, ${String(given['made'])} made`
    case 'batches.void':
      return `Voided ${subject ?? 'a batch'}${reason}`
    case 'corrections.save':
    case 'corrections.nameLot':
      return `Corrected ${String(made['lotNumber'])}${reason}. ${changesInWords(made['changes'])}`
    case 'batches.discard':
      return `Discarded ${String(given['units'])} ${given['units'] === 1 ? 'unit' : 'units'}${subject ? ` of ${subject}` : ''}${reason}`
    case 'batches.rememberLabels':
      return 'Chose whether saving a batch queues its labels'
    case 'plans.save':
      return `${given['planId'] ? 'Changed the plan of' : 'Planned'} ${String(made['product'])} for ${text('day')}`
    case 'plans.cancel':
      return `Took the plan of ${String(made['product'])} off the list${reason}`
    case 'plans.reopen':
      return `Put the plan of ${String(made['product'])} back on the list${reason}`
    case 'blankSheets.make':
      return `Made ${Array.isArray(made['sheetIds']) && made['sheetIds'].length === 1 ? 'a blank sheet' : 'blank sheets'} to print`
    case 'live.start':
      return `Started batch ${String(made['lotNumber'])}`
    case 'live.stop':
      return `Stopped batch ${String(made['lotNumber'])}${reason}`
    case 'journal.addReading':
      return `Noted a reading of a batch: ${text('name')}`
    case 'journal.addNote':
      return `Noted of a batch: ${text('text')}`
    case 'journal.addPhoto':
      return 'Kept a photo of a batch'
    case 'journal.takeBack':
      return `Took back a reading, note or photo${reason}`
    case 'crew.savePerson':
      return `Saved the person ${text('name')}`
    case 'crew.saveEquipment':
      return `Saved the equipment ${text('name')}`
    case 'crew.clean':
      return `Cleaned ${String(made['name'])}: ${text('method')}`
    case 'crew.calibrate':
      return `Calibrated ${String(made['name'])}: ${text('standard')} showed ${text('reading')}`
    case 'desk.switchTo':
      return `${typeof made['name'] === 'string' ? made['name'] : 'Nobody in particular'} is at the laptop`
    case 'desk.setPin':
      return `${made['hasPin'] === true ? 'Set' : 'Took away'} the PIN of ${String(made['name'])}`
    case 'desk.forgetPin':
      return `Took away the forgotten PIN of ${String(made['name'])}${reason}`
    case 'desk.inspect':
      return 'Began inspector mode'
    case 'desk.askToLeave':
      return 'Asked to leave inspector mode without a PIN'
    case 'desk.leave':
      return `Left inspector mode${leftWith(made)}`
    case 'history.takeBack':
      return `Took back: ${String(made['what'])}`
    case 'pantry.receive':
      return `Received ${count('lines')} ${count('lines') === 1 ? 'lot' : 'lots'}${text('supplier') ? ` from ${text('supplier')}` : ''}`
    case 'pantry.count':
      return `Counted ${subject ?? 'a lot'}, found ${text('found')}${reason}`
    case 'pantry.correctLot':
      return `Corrected where ${subject ?? 'a lot'} came from${reason}`
    case 'pantry.hold':
      return `Put ${subject ?? 'a lot'} on hold${reason}`
    case 'pantry.release':
      return `Ended ${subject ? `the hold on ${subject}` : 'a hold'}${reason}`
    case 'pantry.opening':
      return `Wrote down an opening stock of ${count('lines')} ${count('lines') === 1 ? 'lot' : 'lots'}`
    case 'pantry.countAll':
      return `Counted ${String(made['counted'])} lots, ${String(made['changed'])} differed${reason}`
    case 'pantry.holdAll':
      return `Put everything of a kind on hold, ${String(made['lots'])} lots${reason}`
    case 'pantry.releaseAll':
      return `Ended a hold on everything of a kind${reason}`
    case 'bins.save':
      return `Saved the bin ${text('name')}`
    case 'bins.pour':
      return 'Topped a bin up'
    case 'bins.takeBackPour':
      return `Took back what was poured into a bin${reason}`
    case 'bins.empty':
      return 'Marked a bin emptied'
    case 'bins.undoEmpty':
      return `Took back that a bin was emptied${reason}`
    case 'ingredients.save':
      return `Saved the ingredient ${text('name')}`
    case 'ingredients.saveFactor':
      return `Entered that ${text('one')} is ${text('equals')}`
    case 'ingredients.endFactor':
      return 'Took a conversion away'
    case 'pantry.voidReceipt':
      return `Took back ${subject ?? 'a shopping trip'}${reason}`
    case 'shipping.send':
      return `${sentAs(text('purpose'))} ${count('lines')} ${count('lines') === 1 ? 'lot' : 'lots'}${text('place') ? ` to ${text('place')}` : ''}`
    case 'shipping.bringBack':
      return `Counted a market day: ${String(made['back'])} came back, ${String(made['sold'])} sold`
    case 'shipping.takeReturn':
      return `Took back ${String(made['back'])} units from a place${reason}`
    case 'shipping.voidReturned':
      return `Took back a return${reason}`
    case 'shipping.void':
      return `Took back ${subject ?? 'a shipment'}${reason}`
    case 'products.save':
      return `Saved the product ${text('name')}, recipe version ${String(made['recipeVersion'])}`
    case 'labels.print':
      return `Printed labels ${String(made['serials'])}`
    case 'imports.step':
      return `Imported ${String(made['done'])} records of ${filesIn(given['files'])}`
    case 'imports.undo':
      return `Took back ${String(made['done'])} records of ${filesIn(given['files'])}`
    case 'backups.restore':
      return `Restored the backup ${text('name')}`
    case 'backups.make':
      return `Made a backup, ${String(made['name'])}`
    case 'backups.addFolder':
      return `Chose one more backup folder, ${String(made['folder'])}`
    case 'backups.removeFolder':
      return `Made no more backups in ${text('folder')}`
    case 'backups.test':
      return `Tested the backup ${String(made['name'])}`
    case 'backups.seal':
      return made['sealed'] === true ? 'Sealed new backups with a passphrase' : 'Sealed new backups no longer'
    case 'backups.pack':
      return 'Wrote a file for another computer'
    case 'directory.saveSupplier':
      return `Saved the supplier ${text('name')}`
    case 'directory.savePlace':
      return `Saved the place ${text('name')}`
    case 'complaints.log':
      return `Logged a complaint: ${text('what')}`
    case 'outcomes.followUp':
      return `Noted how a batch turned out${text('note') ? `: ${text('note')}` : ''}`
    case 'outcomes.rememberBest':
      return `Remembered ${String(made['lotNumber'])} as ${given['isBest'] === true ? 'the best of its product' : 'not the best any more'}`
    case 'outcomes.weigh':
      return `Weighed ${String(made['weighed'])} units`
    case 'outcomes.takeWeightsBack':
      return `Took weights back${reason}`
    case 'complaints.link':
      return 'Said which batch a complaint is about'
    case 'complaints.grade':
      return `Graded a complaint: ${[text('symptom'), text('severity')].filter(Boolean).join(', ')}`
    case 'complaints.note':
      return `Noted of a complaint: ${text('text')}`
    case 'complaints.addPhoto':
      return 'Kept a photo of a complaint'
    case 'complaints.replied':
      return 'Replied to a complaint'
    case 'complaints.replace':
      return `Sent a replacement to ${text('place')}`
    case 'complaints.reopen':
      return `Opened a complaint again${reason}`
    case 'complaints.withdraw':
      return `Took back a complaint${reason}`
    case 'complaints.settle':
      return `Settled a complaint: ${text('outcome')}`
    case 'drills.start':
      return `Started a drill with seed ${String(made['seed'])}`
    case 'drills.saveTolerances':
      return 'Changed what is asked of drills'
    case 'drills.findScope':
      return `Found the scope of a drill: ${String(made['lots'])} lots`
    case 'drills.count':
      return 'Counted the shelf for a drill'
    case 'drills.checkContacts':
      return 'Checked the contacts of a drill'
    case 'drills.sign':
      return `Signed off a drill: ${text('name')}`
    case 'recalls.open':
      return `Opened a ${text('kind') || 'recall'}, ${String(made['held'])} lots put on hold${reason}`
    case 'recalls.extend':
      return `Added ${String(made['added'])} lots to a recall`
    case 'recalls.describe':
      return 'Described a recall'
    case 'recalls.tell':
      return `Noted that ${count('placeIds') === 0 ? 'the public was' : count('placeIds') === 1 ? 'a place was' : `${count('placeIds')} places were`} told of a recall by ${text('means')}`
    case 'recalls.respond':
      return 'Noted the answer of a place to a recall'
    case 'recalls.check':
      return `Noted an effectiveness check: ${text('result')}`
    case 'recalls.end':
      return given['ended'] === true
        ? `Ended a recall: ${text('statement')}`
        : `Opened a recall again: ${text('statement')}`
    case 'recalls.saveTemplate':
      return `Changed the words of the ${text('name')}`
    case 'rules.choose':
      return `Said that the kitchen is in ${text('state') || 'no state'}`
    case 'rules.save':
      return `Wrote down what ${text('name')} asks of home kitchens`
    case 'updates.chooseFolder':
      return `Chose the folder of updates ${String(made['folder'])}`
    case 'updates.turnOff':
      return 'Turned updates off'
    case 'updates.install':
      return `Installed version ${String(made['version'])}`
    case 'kitchen.save':
      return 'Changed the settings'
    case 'designs.remove':
      return 'Took a label design off the list'
    case 'cards.print':
      return `Printed ${String(made['title'])}`
    case 'designs.save':
      return `Saved the label ${String(made['name'])}, version ${String(made['version'])}`
    case 'designs.take':
      return `Took the label ${String(made['name'])} from a file`
    case 'designs.bringBack':
      return `Put the label ${String(made['name'])} on the list again`
    case 'facts.takeToday':
      return `Took what is known today as the words of the labels of ${String(made['lotNumber'])}`
    case 'labels.saveUsual':
      return `Chose the usual label of ${String(made['product'])}`
    case 'labels.savePrinter':
      return `Saved the printer ${text('name')}`
    case 'labels.removePrinter':
      return 'Took a printer off the list'
    case 'labels.testPrinter':
      return 'Printed a test label'
    case 'labels.cancel':
      return `Cancelled ${String(made['dropped'])} labels`
    case 'labels.settle':
      return `Said which labels came out${text('good') ? `: ${text('good')}` : ': none'}`
    case 'labels.retry':
      return 'Sent waiting labels again'
    default:
      return aboutOf(op)
  }
}

function leftWith(made: Readonly<Record<string, unknown>>): string {
  if (made['with'] === 'a PIN') return ` with the PIN of ${String(made['name'])}`
  return made['with'] === 'a wait' ? ' without a PIN, after the wait' : '; nobody had a PIN'
}

function filesIn(files: unknown): string {
  const names = Array.isArray(files)
    ? files.flatMap((file: unknown) =>
        typeof file === 'object' && file !== null && 'name' in file ? String(file.name) : [],
      )
    : []
  return names.length === 0 ? 'a spreadsheet' : names.join(' and ')
}

function sentAs(purpose: string): string {
  if (purpose === 'own use') return 'Used units of'
  if (purpose === 'destroyed') return 'Destroyed units of'
  return purpose === 'sample' ? 'Gave samples of' : 'Sent'
}

function aboutOf(op: string): string {
  const [domain = '', name = ''] = op.split('.')
  const all: Contract = contract
  return all[domain]?.[name]?.about.replace(/\.$/, '') ?? op
}

function readObject(json: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(json)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
