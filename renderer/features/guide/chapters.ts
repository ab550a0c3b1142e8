import { keySections } from '../../app/keySections.ts'
import { places } from '../../app/places.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

/** One thing that a kitchen does, on one picture. */
export interface Chapter {
  /** Names its picture, `trip` in public/guide/trip-en.webp, which tests/pictures/guideScenes.ts takes. */
  readonly picture: string
  readonly title: string
  readonly sentences: readonly string[]
  /** What the picture shows, for who does not see it. */
  readonly shows: string
  /** Keys as keySections.ts writes them, each with what it does. */
  readonly keys: readonly (readonly [key: string, does: string])[]
  readonly to: string
  readonly link: string
}

/** A jam maker’s Saturday, in the order in which it happens. */
export function chapters(): readonly Chapter[] {
  const { everywhere, form, again, market, answer } = keySections
  return [
    {
      picture: 'recipe',
      title: say('Write a recipe'),
      sentences: [
        say('A name, what one batch makes, and what goes in.'),
        say('The short code begins every lot number: you see the first one before you save.'),
        say('Everything can be changed later; batches keep the recipe they were made from.'),
      ],
      shows: say('A new recipe for plum jam with the code PJ: its first batch gets the number PJ-20260620-A.'),
      keys: [placeKey('/more'), [form.keys.save.key, say('Save')]],
      to: '/products/new',
      link: say('New product'),
    },
    {
      picture: 'trip',
      title: say('Write down a shopping trip'),
      sentences: [
        say('Where, when, and a line for each bag: the day and the supplier’s lot are what a recall asks for.'),
        say('Quantities are read as you write them: 2 lb 4 oz, 1 1/2 cup. A supplier’s barcode fills its line.'),
      ],
      shows: say('A trip to Valley Farm: strawberries, rhubarb and eggs, each line with its quantity and its price.'),
      keys: [placeKey('/pantry'), [form.keys.next.key, sayWord(form.keys.next.does)]],
      to: '/pantry/receive',
      link: say('Receive ingredients'),
    },
    {
      picture: 'batch',
      title: say('Record the batch'),
      sentences: [
        say('The page comes filled from the recipe and the pantry; what expires first is used first.'),
        say('Type only what was different, such as a jar that did not seal. A bag that you scan goes to its row.'),
        say('If nobody knows a lot, say so: a gap that is known is better than a guess.'),
      ],
      shows: say('A batch of strawberry jam: each ingredient with its lot; 36 jars made, one did not seal.'),
      keys: [
        placeKey('/make'),
        [again.keys.begin.key, sayWord(again.keys.begin.does)],
        [form.keys.save.key, say('Save')],
      ],
      to: '/make',
      link: say('Make'),
    },
    {
      picture: 'labels',
      title: say('Print the labels'),
      sentences: [
        say('What you see is what prints, dot for dot: each jar gets its own number.'),
        say('Say once which printer you have. Without one, labels become a PDF for sheets of an office printer.'),
      ],
      shows: say('A label as it will print, dot for dot, with its lot number, its two days and its bars.'),
      keys: [[form.keys.save.key, say('Print the labels')]],
      to: '/printers',
      link: say('Labels and printers'),
    },
    {
      picture: 'market',
      title: say('Send out, and count what comes back'),
      sentences: [
        say('Type how many go. The oldest go first, by their numbers: so each jar has a place where it went.'),
        say('After the market type what came back and the money taken. The rest was sold.'),
      ],
      shows: say('Back from the market: of 24 jars of strawberry jam six came back, so 18 were sold.'),
      keys: [placeKey('/send'), [market.keys.count.key, sayWord(market.keys.count.does)]],
      to: '/send',
      link: say('Send out'),
    },
    {
      picture: 'jar',
      title: say('Find the jar somebody writes about'),
      sentences: [
        say('Paste the whole message, or type any scrap of the code on the lid.'),
        say('One page says where that jar went, what is in it and what was different that day.'),
        say('From there you answer, write the complaint down, and hold what is left.'),
      ],
      shows: say('The answer for jar SJ-20260602-A-011: it went to the market, and one key each replies, logs, holds.'),
      keys: [
        [everywhere.keys.finder.key, sayWord(everywhere.keys.finder.does)],
        [answer.keys.reply.key, sayWord(answer.keys.reply.does)],
        [answer.keys.log.key, sayWord(answer.keys.log.does)],
        [answer.keys.hold.key, sayWord(answer.keys.hold.does)],
      ],
      to: '/trace',
      link: say('Trace'),
    },
    {
      picture: 'recall',
      title: say('When a supplier recalls'),
      sentences: [
        say(
          'Paste the notice. Which batches are affected, which are not and why, and which cannot be told: it is there as you type.',
        ),
        say('One button holds what is left. Letters, the poster for the stall and the report are written for you.'),
        say('Try it on any day: nothing is held and nobody is told before you say so.'),
      ],
      shows: say('A recall of strawberries: 104 of 247 jars are affected, 143 are not, and nothing is in doubt.'),
      keys: [placeKey('/recall')],
      to: '/recall',
      link: say('Recall'),
    },
    {
      picture: 'backup',
      title: say('Back up, and bring it back'),
      sentences: [
        say('Backups are made by themselves, and each is opened and checked before it counts.'),
        say('Add a stick that lies in a drawer at night: it is what saves you when the laptop is gone.'),
        say('Restore shows what is in a backup first, and keeps the present record aside.'),
      ],
      shows: say('The last backup, of today, and a list of backups, each with a button to restore it.'),
      keys: [placeKey('/more')],
      to: '/data',
      link: say('Data and backup'),
    },
    {
      picture: 'keys',
      title: say('Leave the mouse alone'),
      sentences: [
        say('Every place has its key, and Ctrl+Enter saves every form.'),
        say('The question mark shows all keys, those of the screen you are on first. Print that page and hang it up.'),
      ],
      shows: say('The map of keys: F1 to F7 for the places, Ctrl+Enter to save.'),
      keys: [
        [everywhere.keys.keys.key, sayWord(everywhere.keys.keys.does)],
        [everywhere.keys.print.key, sayWord(everywhere.keys.print.does)],
      ],
      to: '/keys',
      link: say('Keys'),
    },
  ]
}

function placeKey(path: string): readonly [key: string, does: string] {
  const place = places.find((each) => each.path === path)
  return [place?.key ?? '', sayWord(place?.name ?? '')]
}
