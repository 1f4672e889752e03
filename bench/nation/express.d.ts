/** As much of Express and Nunjucks as the peer uses; their own types would bring ten packages for these lines. */
declare module 'express' {
  type Answer = {
    statusCode: number
    set(headers: Record<string, string>): Answer
    on(event: 'finish', then: () => void): void
    render(view: string, values: object, then: (fault: Error | null, html: string) => void): void
    send(body: string | Buffer): void
  }
  type Asked = { method: string; path: string; acceptsEncodings(encoding: string): string | false }
  type Door = (asked: Asked, answer: Answer, next: () => void) => unknown
  type Application = {
    use(door: Door): void
    get(path: string, door: Door): void
    set(setting: string, value: unknown): void
    listen(port: number, host: string, then: () => void): import('node:http').Server
  }
  export default function express(): Application
}
declare module 'nunjucks' {
  const nunjucks: { configure(folder: string, options: { autoescape: boolean; express: unknown }): void }
  export default nunjucks
}
