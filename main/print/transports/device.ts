import { runProgram } from './programs.ts'
import { say } from '../../../shared/words/say.ts'

/**
 * Writes bytes to a device file in a process of its own: a printer that takes none blocks that process and not this one
 * (four stuck printers froze all file access of a process for 5.7 s).
 * @returns whether all of it was taken in time, or why not
 */
export async function writeDevice(
  file: string,
  bytes: Uint8Array,
  ms: number,
): Promise<{ readonly taken: true } | { readonly taken: false; readonly begun: boolean; readonly problem: string }> {
  const args = [`of=${file}`, 'bs=4096', 'conv=notrunc,nocreat', 'status=none']
  const { code, started, error } = await runProgram({ command: 'dd', args, input: bytes, ms })
  if (code === 0) return { taken: true }
  if (!started)
    return {
      taken: false,
      begun: false,
      problem: say('This computer has no device files for printers. Reach the printer another way.'),
    }
  if (/Permission denied/.test(error))
    return {
      taken: false,
      begun: false,
      problem: say('This account may not write to {file}. Add it to the group lp, log in again, and try again.', {
        file,
      }),
    }
  if (/failed to open|No such/.test(error))
    return {
      taken: false,
      begun: false,
      problem: say('There is no printer at {file}. Plug it in and switch it on, then try again.', { file }),
    }
  return { taken: false, begun: true, problem: say('The printer at {file} stopped taking data.', { file }) }
}
