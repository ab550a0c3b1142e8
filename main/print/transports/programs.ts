import { spawn } from 'node:child_process'

interface ProgramOrder {
  readonly command: string
  readonly args: readonly string[]
  readonly input?: Uint8Array
  /** Beside this process's own environment. */
  readonly env?: Readonly<Record<string, string>>
  /** It is ended after this long. */
  readonly ms: number
}

interface ProgramEnd {
  /** Null where it could not be started or was ended. */
  readonly code: number | null
  /** False where there is no such program. */
  readonly started: boolean
  readonly output: string
  readonly error: string
}

/** The most that is kept of what a program says. */
const MOST = 256 * 1024

/** Runs a program of the system without a shell, with what it reads. It never rejects. */
export async function runProgram({ command, args, input, env = {}, ms }: ProgramOrder): Promise<ProgramEnd> {
  return await new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'pipe', env: { ...process.env, LC_ALL: 'C', ...env } })
    let [output, error] = ['', '']
    const timer = setTimeout(() => child.kill('SIGKILL'), ms)
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(0, MOST)))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error = (error + text).slice(0, MOST)))
    child.stdin.on('error', () => undefined)
    child.once('error', () => end(null))
    child.once('close', (code) => end(code))
    child.stdin.end(input)

    function end(code: number | null): void {
      clearTimeout(timer)
      resolve({ code, started: child.pid !== undefined, output, error })
    }
  })
}
