/** Keys with one meaning: `Control+K`, several of them with a blank between, written as `aria-keyshortcuts` has them. */
interface KeyMeaning {
  readonly key: string
  readonly does: string
  /** Where it does so only at times: `after a scan that was refused`. */
  readonly when?: string
}

/** Keys that belong together; titles and meanings in English, shown through `sayWord`. */
export interface KeySection {
  readonly title: string
  /** The paths of the screens where they work; null for every screen. */
  readonly on: RegExp | null
  /** Also while an inspector looks. */
  readonly inspecting?: true
  readonly keys: Readonly<Record<string, KeyMeaning>>
}

/**
 * Every key that works, besides those of the places (places.ts): who listens takes its key from here, and so do the caps
 * on buttons and the map of keys (tests/app/keys.test.ts). Trees, graphs and the label being designed read the names of
 * keys themselves: that theirs work as they are written here is tried in a browser (tests/e2e/keyMap.spec.ts).
 */
export const keySections = {
  everywhere: {
    title: 'Everywhere',
    on: null,
    inspecting: true,
    keys: {
      finder: { key: 'Control+K /', does: 'Find a jar, a lot, a product, a place' },
      print: { key: 'Control+P', does: 'Print what is shown' },
      keys: { key: '?', does: 'Show these keys', when: 'outside fields' },
    },
  },
  work: {
    title: 'While you work',
    on: null,
    keys: {
      undo: { key: 'Control+Z', does: 'Take back the last thing', when: 'outside fields' },
      redo: { key: 'Control+Y Control+Shift+Z', does: 'Do it again', when: 'outside fields' },
      home: { key: 'Alt+B', does: 'Go back to your own kitchen', when: 'in the demo kitchen' },
      who: { key: 'F10', does: 'Say who is at the laptop', when: 'where people are written down' },
    },
  },
  inspector: {
    title: 'While an inspector looks',
    on: null,
    inspecting: true,
    keys: { leave: { key: 'F10', does: 'Leave inspector mode', when: 'while an inspector looks' } },
  },
  form: {
    title: 'In a form',
    on: null,
    keys: {
      save: { key: 'Control+Enter', does: 'Save' },
      next: { key: 'Enter', does: 'Go to the next field', when: 'in forms with rows' },
      leave: { key: 'Escape', does: 'Close without saving', when: 'in small forms' },
    },
  },
  finder: {
    title: 'In the finder and in lists to choose from',
    on: null,
    inspecting: true,
    keys: {
      up: { key: 'ArrowUp', does: 'The one above' },
      down: { key: 'ArrowDown', does: 'The one below' },
      take: { key: 'Enter', does: 'Take it' },
      close: { key: 'Escape', does: 'Close the list' },
    },
  },
  again: {
    title: 'Make again',
    on: /^\/(?:make)?$/,
    keys: { begin: { key: '1 2 3 4 5 6 7 8 9', does: 'Begin a batch of that product, filled as last time' } },
  },
  make: {
    title: 'Make',
    on: /^\/make$/,
    keys: { plans: { key: 'P', does: 'Plans' }, sheets: { key: 'B', does: 'Blank sheets' } },
  },
  plans: {
    title: 'Plans',
    on: /^\/plans$/,
    keys: {
      plan: { key: 'N', does: 'Plan a batch' },
      shopping: { key: 'S', does: 'Shopping list' },
      sheets: { key: 'B', does: 'Blank sheets' },
    },
  },
  batchPage: {
    title: 'A batch being recorded',
    on: /^\/make\/\d+$/,
    keys: {
      row: {
        key: 'Alt+1 Alt+2 Alt+3 Alt+4 Alt+5 Alt+6 Alt+7 Alt+8 Alt+9',
        does: 'Go to that ingredient',
      },
      fail: { key: 'Alt+X', does: 'It failed: everything is discarded; once more takes it back' },
      start: { key: 'F9', does: 'Start it now, to be finished later', when: 'where it is not started yet' },
      offer: { key: 'F8', does: 'Take what is offered', when: 'after a scan that was refused' },
      more: { key: 'F8', does: 'There was more in the bag than recorded', when: 'in the row of an ingredient' },
    },
  },
  outcome: {
    title: 'A batch',
    on: /^\/batch\/\d+$/,
    keys: { best: { key: 'B', does: 'Best ever: begin the next as this one; once more forgets it' } },
  },
  market: {
    title: 'Send out',
    on: /^\/send$/,
    keys: { count: { key: 'F8', does: 'Count what came back from the market', when: 'while something is out' } },
  },
  answer: {
    title: 'The trace of a jar or a batch',
    on: /^\/trace\/batch\//,
    keys: {
      reply: { key: 'R', does: 'Copy a reply' },
      log: { key: 'L', does: 'Log a complaint' },
      hold: { key: 'H', does: 'Hold what is left' },
      compare: { key: 'C', does: 'What was different this time' },
      recall: { key: 'X', does: 'Recall it' },
    },
  },
  traceView: {
    title: 'A trace',
    on: /^\/trace\/./,
    inspecting: true,
    keys: { turn: { key: 'G', does: 'Turn the list into a graph, and back' } },
  },
  tree: {
    title: 'In the list of a trace',
    on: /^\/trace\/./,
    inspecting: true,
    keys: {
      move: { key: 'ArrowUp ArrowDown PageUp PageDown Home End', does: 'Move' },
      open: { key: 'ArrowRight ArrowLeft', does: 'Open, close' },
      beside: { key: '*', does: 'Open all beside it' },
      follow: { key: 'Enter', does: 'Trace from there' },
    },
  },
  graph: {
    title: 'In the graph of a trace',
    on: /^\/trace\/./,
    inspecting: true,
    keys: {
      move: { key: 'ArrowLeft ArrowRight ArrowUp ArrowDown', does: 'Move' },
      pan: { key: 'Shift+ArrowLeft Shift+ArrowRight Shift+ArrowUp Shift+ArrowDown', does: 'Move the drawing' },
      open: { key: 'Enter', does: 'Unfold, or trace from there' },
      fold: { key: 'Backspace', does: 'Fold' },
      home: { key: 'Home', does: 'Back to what was asked' },
      larger: { key: '+', does: 'Larger' },
      smaller: { key: '-', does: 'Smaller' },
      whole: { key: '0', does: 'See the whole graph' },
    },
  },
  recall: {
    title: 'Recall',
    on: /^\/recall$/,
    keys: { start: { key: 'Control+Enter', does: 'Start the recall', when: 'when the answer is there' } },
  },
  complaint: {
    title: 'A complaint',
    on: /^\/complaints\/\d+$/,
    keys: {
      settle: { key: 'S', does: 'Close it', when: 'while it is open' },
      reopen: { key: 'O', does: 'Open it again', when: 'while it is closed' },
      note: { key: 'N', does: 'Note' },
      grade: { key: 'G', does: 'How bad' },
      link: { key: 'J', does: 'Find the jar' },
      replace: { key: 'P', does: 'Send a replacement', when: 'where there is stock' },
    },
  },
  records: {
    title: 'Reports',
    on: /^\/records$/,
    inspecting: true,
    keys: { binder: { key: 'F9', does: 'Save the inspector’s binder' } },
  },
  design: {
    title: 'A label being designed',
    on: /^\/designs\/./,
    keys: {
      undo: { key: 'Control+Z', does: 'Take back the last change of the design' },
      redo: { key: 'Control+Y Control+Shift+Z', does: 'Do it again' },
      next: { key: 'Tab', does: 'Next field' },
      move: { key: 'ArrowLeft ArrowRight ArrowUp ArrowDown', does: 'Move by 0.5 mm' },
      finely: { key: 'Control+ArrowLeft Control+ArrowRight', does: 'Move by 0.1 mm' },
      size: { key: 'Shift+ArrowRight Shift+ArrowDown', does: 'Size' },
      measures: { key: 'Enter', does: 'Its measures' },
      all: { key: 'Control+A', does: 'Choose everything', when: 'on the label' },
      remove: { key: 'Delete Backspace', does: 'Take it off' },
    },
  },
  map: {
    title: 'Keys',
    on: /^\/keys$/,
    keys: { guide: { key: 'G', does: 'Read the guide' } },
  },
  who: {
    title: 'Who is at the laptop',
    on: null,
    keys: {
      person: { key: '1 2 3 4 5 6 7 8 9', does: 'That person', when: 'while the list is open' },
      nobody: { key: '0', does: 'Nobody in particular', when: 'while the list is open' },
    },
  },
} as const satisfies Readonly<Record<string, KeySection>>

export type KeySections = typeof keySections
