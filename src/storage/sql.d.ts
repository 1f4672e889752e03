/** The bundler brings .sql files in as text. */
declare module '*.sql' {
  const text: string
  export default text
}
