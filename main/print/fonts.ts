import { readFileSync } from 'node:fs'
import { type LabelFonts, openFont } from '../../shared/labels/font.ts'

/** Opens the label fonts the first time a label is drawn, and keeps them. Source and licence: fonts/README.md. */
export function lazyLabelFonts(): () => LabelFonts {
  let fonts: LabelFonts | undefined
  return () => (fonts ??= { regular: read('IBMPlexSans-Medium.ttf'), bold: read('IBMPlexSans-Bold.ttf') })
}

function read(name: string) {
  return openFont(readFileSync(new URL(`./fonts/${name}`, import.meta.url)))
}
