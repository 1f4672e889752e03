/** One line of JSON a thing that happened: never a name, an address, a token or free text. */
export type Line = Record<string, string | number | boolean | undefined>
export type Log = (level: 'info' | 'warn' | 'error', what: string, line?: Line) => void

export function logTo(write: (text: string) => void, now: () => Date): Log {
  return (level, what, line = {}) => write(`${JSON.stringify({ at: now().toISOString(), level, what, ...line })}\n`)
}

/** A fault for the log: its kind and where it happened. Its message may quote what people typed, so it stays out. */
export function faultLine(fault: unknown): Line {
  if (!(fault instanceof Error)) return { fault: typeof fault }
  const { code } = fault as { code?: unknown }
  const stack = fault.stack ?? ''
  // The stack begins with the message, of which a line may look like a place.
  const places = stack.slice(stack.includes(fault.message) ? stack.indexOf(fault.message) + fault.message.length : 0)
  const where = places
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
  return { fault: fault.name, ...(typeof code === 'string' ? { code } : {}), where: where.map((line) => line.trim()).join(' < ') }
}
