/** Every sentence people read about watching. */
import { count } from '../../basics/text.ts'
import type { WatchRefusal } from './watcher.ts'

export const WATCH_REFUSALS: Record<WatchRefusal, string> = {
  'not a member': 'You can watch a project as soon as you are a member: once we know your organisation.',
  'own project': 'This is your own project: you hear everything anyway.',
  'in it already': 'You are in this project: you hear everything anyway.',
}

export const sayWatchers = (watchers: number): string => count(watchers, 'person watches this.', 'people watch this.')
export const WHAT_WATCHERS_HEAR = 'You get a letter when there is an update, when it is ready, when it starts and when it ends.'
