/** What later features read of what waits for people. */
export { listWaitingOfMany } from './store.ts'
