import { backups } from './backups.ts'
import { batches } from './batches.ts'
import { corrections } from './corrections.ts'
import { crew } from './crew.ts'
import { complaints } from './complaints.ts'
import { bins } from './bins.ts'
import { blankSheets } from './blankSheets.ts'
import { desk } from './desk.ts'
import { cards } from './cards.ts'
import { designs } from './designs.ts'
import { directory } from './directory.ts'
import { drafts } from './drafts.ts'
import { drills } from './drills.ts'
import { facts } from './facts.ts'
import { files } from './files.ts'
import { history } from './history.ts'
import { journal } from './journal.ts'
import { imports } from './imports.ts'
import { ingredients } from './ingredients.ts'
import { kitchen } from './kitchen.ts'
import { labels } from './labels.ts'
import { live } from './live.ts'
import type { Client } from './operation.ts'
import { outcomes } from './outcomes.ts'
import { pantry } from './pantry.ts'
import { plans } from './plans.ts'
import { products } from './products.ts'
import { quality } from './quality.ts'
import { recall } from './recall.ts'
import { records } from './records.ts'
import { recalls } from './recalls.ts'
import { rules } from './rules.ts'
import { shipping } from './shipping.ts'
import { system } from './system.ts'
import { trace } from './trace.ts'
import { updates } from './updates.ts'

/** The whole surface of the core: what the renderer can ask and main must answer. */
export const contract = {
  system,
  kitchen,
  directory,
  products,
  facts,
  pantry,
  ingredients,
  bins,
  batches,
  live,
  plans,
  blankSheets,
  journal,
  drafts,
  corrections,
  crew,
  desk,
  shipping,
  trace,
  recall,
  records,
  recalls,
  drills,
  complaints,
  quality,
  outcomes,
  rules,
  labels,
  imports,
  cards,
  designs,
  files,
  backups,
  history,
  updates,
} as const

export type Api = Client<typeof contract>
