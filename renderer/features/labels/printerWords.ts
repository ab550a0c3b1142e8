import type { Printer } from '../../../shared/api/printers.ts'
import { say } from '../../../shared/words/say.ts'

export const transportChoices = () =>
  [
    { value: 'tcp', label: say('On the network, by its address') },
    { value: 'queue', label: say('A printer of this computer') },
    { value: 'device', label: say('On a USB cable, by its device file') },
    { value: 'ipp', label: say('On the network, by IPP') },
    { value: 'file', label: say('None: make a PDF') },
  ] as const

export const languageChoices = () =>
  [
    { value: 'zpl', label: say('ZPL (Zebra and many others)') },
    { value: 'tspl', label: say('TSPL (TSC, Rollo, Munbyn, Xprinter)') },
    { value: 'epl', label: say('EPL2 (older Zebra and Eltron)') },
    { value: 'escpos', label: say('ESC/POS (receipt printers)') },
    { value: 'brother', label: 'Brother QL' },
    { value: 'pdf', label: say('PDF (printers with a driver)') },
  ] as const

export const mediaChoices = () =>
  [
    { value: 'printer', label: say('As the printer has it') },
    { value: 'gap', label: say('Labels with gaps') },
    { value: 'mark', label: say('Black marks') },
    { value: 'continuous', label: say('Endless') },
  ] as const

export const confirmationChoices = () =>
  [
    { value: 'none', label: say('Nothing: only “sent”') },
    { value: 'status', label: say('Its status') },
    { value: 'counter', label: say('Its status and label counter') },
  ] as const

/** What stands under “Address” for each way. */
export const addressHints: Readonly<Record<Printer['transport'], string>> = {
  tcp: 'From its settings sheet',
  queue: 'The queue’s name',
  device: 'For example /dev/usb/lp0',
  ipp: 'For example ipp://192.168.1.50/ipp/print',
  file: '',
}

const languageNames: Readonly<Record<Printer['language'], string>> = {
  zpl: 'ZPL',
  tspl: 'TSPL',
  epl: 'EPL2',
  escpos: 'ESC/POS',
  brother: 'Brother QL',
  pdf: 'PDF',
}

/** How a printer is reached, in words. */
export function wayWords({ transport, address, port, language }: Printer): string {
  const name = languageNames[language]
  switch (transport) {
    case 'tcp':
      return say('{address}, port {port}, {language}', { address, port: String(port), language: name })
    case 'queue':
      return say('Queue {queue} of this computer, {language}', { queue: address, language: name })
    case 'device':
    case 'ipp':
      return `${address}, ${name}`
    case 'file':
      return say('Makes PDF files')
  }
}
