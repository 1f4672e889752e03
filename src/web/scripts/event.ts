/** On pages of an event, on its day: news as they come, and an agenda that opens without a network. Every page works without it. */
import { hearNews } from './hear-news.ts'
import { keepForOffline } from './keep-for-offline.ts'

hearNews()
keepForOffline()
