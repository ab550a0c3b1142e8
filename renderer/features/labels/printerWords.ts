import type { Printer } from '../../../shared/api/printers.ts'

export const transportChoices = [
  { value: 'tcp', label: 'On the network, by its address' },
  { value: 'queue', label: 'A printer of this computer' },
  { value: 'device', label: 'On a USB cable, by its device file' },
  { value: 'ipp', label: 'On the network, by IPP' },
  { value: 'file', label: 'None: make a PDF' },
] as const

export const languageChoices = [
  { value: 'zpl', label: 'ZPL (Zebra and many others)' },
  { value: 'tspl', label: 'TSPL (TSC, Rollo, Munbyn, Xprinter)' },
  { value: 'epl', label: 'EPL2 (older Zebra and Eltron)' },
  { value: 'escpos', label: 'ESC/POS (receipt printers)' },
  { value: 'brother', label: 'Brother QL' },
  { value: 'pdf', label: 'PDF (printers with a driver)' },
] as const

export const mediaChoices = [
  { value: 'printer', label: 'As the printer has it' },
  { value: 'gap', label: 'Labels with gaps' },
  { value: 'mark', label: 'Black marks' },
  { value: 'continuous', label: 'Endless' },
] as const

export const confirmationChoices = [
  { value: 'none', label: 'Nothing: only “sent”' },
  { value: 'status', label: 'Its status' },
  { value: 'counter', label: 'Its status and label counter' },
] as const

/** What stands under “Address” for each way. */
export const addressHints: Readonly<Record<Printer['transport'], string>> = {
  tcp: 'From its settings sheet',
  queue: 'The queue’s name',
  device: 'For example /dev/usb/lp0',
  ipp: 'For example ipp://192.168.1.50/ipp/print',
  file: '',
}

/** How a printer is reached, in words. */
export function wayWords({ transport, address, port, language }: Printer): string {
  const name = languageChoices.find((each) => each.value === language)?.label.split(' (')[0] ?? language
  switch (transport) {
    case 'tcp':
      return `${address}, port ${port}, ${name}`
    case 'queue':
      return `Queue ${address} of this computer, ${name}`
    case 'device':
    case 'ipp':
      return `${address}, ${name}`
    case 'file':
      return 'Makes PDF files'
  }
}
