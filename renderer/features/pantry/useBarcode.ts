import { readScan } from '../../../shared/domain/gs1Reading.ts'
import { useScan } from '../../app/scan.ts'

/** Takes scans of suppliers’ barcodes while the screen is shown, and leaves every other code to whoever comes next. */
export function useBarcode(onCode: (code: string) => void): void {
  useScan((text) => {
    const { kind } = readScan(text)
    if (kind === 'plain') return false
    onCode(text)
    return true
  })
}
