import type { contract } from '../../shared/api/contract.ts'
import type { Handlers } from '../../shared/api/operation.ts'
import { previewBackup } from '../services/backupPreview.ts'
import * as backups from '../services/backups.ts'
import { readBarcode } from '../services/barcodes.ts'
import { allocateLots, choices, propose } from '../services/batchProposal.ts'
import { recordBatch } from '../services/batchRecording.ts'
import { scanLots } from '../services/batchScan.ts'
import { getBatch, listBatches } from '../services/batchViews.ts'
import { discardUnits, voidBatch } from '../services/batchVoiding.ts'
import { correctBatch } from '../services/batchCorrecting.ts'
import { listCorrections, lotsOfThatDay, nameLot, openForCorrection } from '../services/batchCorrections.ts'
import * as complaints from '../services/complaints.ts'
import * as complaintViews from '../services/complaintViews.ts'
import * as binFilling from '../services/binFilling.ts'
import { getSheet, listOpenSheets, makeSheets, sheetsPage } from '../services/blankSheets.ts'
import * as bins from '../services/bins.ts'
import { compare, thread } from '../services/comparing.ts'
import { previewCards, printCards } from '../services/cards.ts'
import type { Context } from '../services/context.ts'
import * as costs from '../services/costs.ts'
import * as crew from '../services/crew.ts'
import { binder } from '../services/binder.ts'
import { askToLeave, deskState, inspect, leave, switchTo } from '../services/desk.ts'
import { links, saveLinks } from '../services/digitalLinks.ts'
import * as directory from '../services/directory.ts'
import * as drafts from '../services/drafts.ts'
import { epcis } from '../services/epcis.ts'
import * as factors from '../services/factors.ts'
import { ingredientFacts, productFacts, saveFacts, saveOptions } from '../services/facts.ts'
import { find } from '../services/finding.ts'
import { nextPiece, stopFile } from '../services/files.ts'
import { fsma, fsmaGaps } from '../services/fsma.ts'
import { listHistory, verify } from '../services/history.ts'
import * as journal from '../services/journal.ts'
import * as holds from '../services/holds.ts'
import * as desk from '../services/importing/desk.ts'
import * as deskViews from '../services/importing/deskViews.ts'
import { exportAll, template } from '../services/importing/exporting.ts'
import { step } from '../services/importing/importing.ts'
import { undo } from '../services/importing/undoing.ts'
import { report as importReport } from '../services/importing/report.ts'
import * as ingredients from '../services/ingredients.ts'
import { getKitchen, saveKitchen, speakLanguage } from '../services/kitchen.ts'
import { asPrinted, preview, print } from '../services/labels.ts'
import * as labelDesigns from '../services/labelDesigns.ts'
import { draw, samples, starter } from '../services/labelSamples.ts'
import { labelText } from '../services/labelText.ts'
import { labelsOnSave, rememberLabels } from '../services/labelsOnSave.ts'
import { getLive, listLive, startLive, stopLive } from '../services/liveBatches.ts'
import { correctLot } from '../services/lotCorrecting.ts'
import { previewNumbers } from '../services/lotNumbers.ts'
import { makeAgain } from '../services/makeAgain.ts'
import { readNotice } from '../services/noticeReading.ts'
import { missingFacts } from '../services/missingFacts.ts'
import * as outcomes from '../services/outcomes.ts'
import * as pantry from '../services/pantry.ts'
import * as plans from '../services/plans.ts'
import * as printers from '../services/printers.ts'
import { forgetPin, setPin } from '../services/pins.ts'
import { cancel, jobPdf, jobs, retry, settle } from '../services/printJobs.ts'
import { readLine } from '../services/receiptLines.ts'
import { getProduct, listProducts, recipeFromBatch, retireProduct, saveProduct } from '../services/products.ts'
import { compareVersions, versions } from '../services/recipes.ts'
import * as drills from '../services/drills.ts'
import { drillTolerances, saveDrillTolerances } from '../services/drillTolerances.ts'
import * as recallRecords from '../services/recallRecords.ts'
import { report, statusReport } from '../services/recallReport.ts'
import { scope } from '../services/recallScope.ts'
import * as recallTexts from '../services/recallTexts.ts'
import { getRecall, recallList } from '../services/recallViews.ts'
import { voidReceipt } from '../services/receipts.ts'
import * as returns from '../services/returns.ts'
import * as records from '../services/records.ts'
import * as rules from '../services/rules.ts'
import { gauge } from '../services/salesGauge.ts'
import * as shipping from '../services/shipping.ts'
import { shoppingList } from '../services/shoppingList.ts'
import { slip } from '../services/slips.ts'
import * as stocktake from '../services/stocktake.ts'
import * as system from '../services/system.ts'
import { takeTodaysWords, todaysWords } from '../services/todaysWords.ts'
import { lastThing, takeBackCommand } from '../services/undo.ts'
import * as updates from '../services/updates.ts'
import * as usualLabels from '../services/usualLabels.ts'
import { listTrace, openTrace, traceChildren } from '../services/trace.ts'
import { traceGraph, tracePicture } from '../services/traceGraph.ts'

/** Who answers what: one line an operation. */
export const handlers: Handlers<typeof contract, Context> = {
  system: {
    state: system.state,
    recorded: system.recorded,
    retry: system.retry,
    opened: system.opened,
    openedSeen: system.openedSeen,
    goTo: system.goTo,
    showDataFolder: system.showDataFolder,
    startsWithComputer: system.startsWithComputer,
    startWithComputer: system.startWithComputer,
  },
  kitchen: { get: getKitchen, numbers: previewNumbers, save: saveKitchen, speak: speakLanguage },
  directory: {
    suppliers: directory.suppliers,
    places: directory.places,
    saveSupplier: directory.saveSupplier,
    savePlace: directory.savePlace,
  },
  products: {
    list: listProducts,
    get: getProduct,
    versions,
    compare: compareVersions,
    fromBatch: recipeFromBatch,
    labelText,
    save: saveProduct,
    retire: retireProduct,
  },
  facts: {
    product: productFacts,
    ingredient: ingredientFacts,
    save: saveFacts,
    today: todaysWords,
    takeToday: takeTodaysWords,
    saveOptions,
  },
  pantry: {
    ingredients: pantry.ingredients,
    lots: pantry.lots,
    attention: pantry.attention,
    expiring: pantry.expiring,
    lot: pantry.lot,
    receive: pantry.receive,
    readLine,
    opening: pantry.opening,
    readBarcode,
    stock: stocktake.stock,
    countAll: stocktake.countAll,
    holdAll: holds.holdAll,
    releaseAll: holds.releaseAll,
    holdRules: holds.holdRules,
    bagLabel: pantry.bagLabel,
    voidReceipt,
    count: stocktake.count,
    correctLot,
    hold: holds.hold,
    release: holds.release,
  },
  ingredients: {
    get: ingredients.getIngredient,
    save: ingredients.saveIngredient,
    saveFactor: factors.saveFactor,
    endFactor: factors.endFactor,
    low: ingredients.runningLow,
  },
  bins: {
    list: bins.getBins,
    get: bins.getBin,
    save: bins.saveBin,
    pour: binFilling.pour,
    takeBackPour: binFilling.takeBackPour,
    empty: binFilling.empty,
    undoEmpty: binFilling.undoEmpty,
  },
  batches: {
    propose,
    allocate: allocateLots,
    choices,
    scan: scanLots,
    again: makeAgain,
    labelsOnSave,
    rememberLabels,
    record: recordBatch,
    list: listBatches,
    get: getBatch,
    discard: discardUnits,
    void: voidBatch,
  },
  plans: {
    start: plans.planStart,
    list: plans.listPlans,
    get: plans.getPlan,
    save: plans.savePlan,
    cancel: plans.cancelPlan,
    reopen: plans.reopenPlan,
    shopping: shoppingList,
  },
  blankSheets: { make: makeSheets, page: sheetsPage, get: getSheet, open: listOpenSheets },
  live: { start: startLive, list: listLive, get: getLive, stop: stopLive },
  journal: {
    list: journal.listEntries,
    addReading: journal.addReading,
    addNote: journal.addNote,
    addPhoto: journal.addPhoto,
    takeBack: journal.takeBackEntry,
    photo: journal.getPhoto,
  },
  drafts: {
    keep: drafts.keepDraft,
    list: drafts.listDrafts,
    get: drafts.getDraft,
    discard: drafts.discardDraft,
    restore: drafts.restoreDraft,
  },
  corrections: {
    open: openForCorrection,
    lots: lotsOfThatDay,
    missing: missingFacts,
    list: listCorrections,
    save: correctBatch,
    nameLot,
  },
  crew: {
    people: crew.people,
    equipment: crew.equipment,
    used: crew.used,
    log: crew.log,
    savePerson: crew.savePerson,
    saveEquipment: crew.saveEquipment,
    clean: crew.clean,
    calibrate: crew.calibrate,
  },
  desk: { state: deskState, switchTo, setPin, forgetPin, inspect, askToLeave, leave },
  shipping: {
    stock: shipping.stock,
    send: shipping.send,
    list: shipping.listShipments,
    void: shipping.voidShipment,
    slip,
    marketDays: returns.marketDays,
    bringBack: returns.bringBack,
    atPlace: returns.atPlace,
    takeReturn: returns.takeReturn,
    voidReturned: returns.voidReturned,
  },
  trace: {
    find,
    open: openTrace,
    children: traceChildren,
    list: listTrace,
    graph: traceGraph,
    picture: tracePicture,
  },
  records: { log: records.log, save: records.saveLog, fsma, fsmaGaps, epcis, binder },
  quality: { compare, thread, product: costs.productFigures, prices: costs.prices, forecast: costs.forecast },
  outcomes: {
    get: outcomes.outcomeOf,
    best: outcomes.bestOf,
    followUp: outcomes.followUp,
    rememberBest: outcomes.rememberBest,
    weigh: outcomes.weigh,
    takeWeightsBack: outcomes.takeWeightsBack,
    oldAllergens: outcomes.oldAllergens,
  },
  rules: {
    profiles: rules.profiles,
    profile: rules.profile,
    gauge,
    choose: rules.chooseState,
    save: rules.saveRule,
    useShipped: rules.useShipped,
  },
  recall: { scope, read: readNotice, report },
  labels: {
    preview,
    print,
    jobs,
    settle,
    retry,
    cancel,
    pdf: jobPdf,
    asPrinted,
    usual: usualLabels.usualLabel,
    saveUsual: usualLabels.saveUsualLabel,
    usualPrinters: usualLabels.listUsualPrinters,
    saveUsualPrinter: usualLabels.saveUsualPrinter,
    links,
    saveLinks,
    printers: printers.printers,
    savePrinter: printers.savePrinter,
    removePrinter: printers.removePrinter,
    testPrinter: printers.testPrinter,
    printerStatus: printers.printerStatus,
    queues: printers.queues,
    discover: printers.discover,
  },
  cards: { preview: previewCards, print: printCards },
  designs: {
    list: labelDesigns.listDesigns,
    get: labelDesigns.getDesign,
    starter,
    samples,
    draw,
    save: labelDesigns.saveDesign,
    remove: labelDesigns.removeDesign,
    bringBack: labelDesigns.bringBackDesign,
    file: labelDesigns.designFile,
    take: labelDesigns.takeDesignFile,
  },
  complaints: {
    list: complaintViews.complaintList,
    open: complaintViews.openComplaints,
    get: complaintViews.getComplaint,
    shortlist: complaintViews.complaintShortlist,
    answer: complaintViews.answerFor,
    log: complaints.logComplaint,
    link: complaints.linkComplaint,
    grade: complaints.gradeComplaint,
    note: complaints.noteComplaint,
    addPhoto: complaints.addComplaintPhoto,
    replied: complaints.keepReply,
    replace: complaints.sendReplacement,
    settle: complaints.settleComplaint,
    reopen: complaints.reopenComplaint,
    withdraw: complaints.withdrawComplaint,
  },
  drills: {
    start: drills.startDrill,
    list: drills.listDrills,
    tolerances: drillTolerances,
    saveTolerances: saveDrillTolerances,
    findScope: drills.findDrillScope,
    count: drills.countDrill,
    checkContacts: drills.checkDrillContacts,
    sign: drills.signDrill,
  },
  recalls: {
    open: recallRecords.openRecall,
    list: recallList,
    get: getRecall,
    describe: recallRecords.describeRecall,
    extend: recallRecords.extendRecall,
    tell: recallRecords.tellPlaces,
    respond: recallRecords.noteResponse,
    check: recallRecords.noteCheck,
    end: recallRecords.endRecall,
    report: statusReport,
    texts: recallTexts.recallTexts,
    templates: recallTexts.recallTemplates,
    saveTemplate: recallTexts.saveTemplate,
    jarCheck: recallTexts.jarCheck,
  },
  imports: {
    list: deskViews.list,
    send: desk.send,
    get: deskViews.get,
    rows: deskViews.rows,
    change: desk.change,
    editRow: desk.editRow,
    nameAs: desk.nameAs,
    step,
    undo,
    close: desk.close,
    report: importReport,
    template,
    exportAll,
  },
  files: { next: nextPiece, stop: stopFile },
  backups: {
    list: backups.list,
    make: backups.make,
    preview: previewBackup,
    restore: backups.restore,
    test: backups.test,
    addFolder: backups.addFolder,
    removeFolder: backups.removeFolder,
    lookIn: backups.lookIn,
    schedule: backups.schedule,
    seal: backups.seal,
    pack: backups.pack,
    salvage: backups.salvage,
  },
  history: { list: listHistory, last: lastThing, takeBack: takeBackCommand, verify },
  updates: {
    look: updates.look,
    chooseFolder: updates.chooseFolder,
    turnOff: updates.turnOff,
    install: updates.install,
  },
}
