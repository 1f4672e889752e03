/** The only script in the browser. Every page works without it: it saves what is typed, begins where work goes on, drags sessions, looks again where something is awaited, and stops double sending. */
import { beginAtField } from './begin-at-field.ts'
import { dragSessions } from './drag-sessions.ts'
import { lookAgain } from './look-again.ts'
import { saveWhileTyping } from './save-while-typing.ts'
import { sendOnce } from './send-once.ts'
import { writeTogether } from './write-together.ts'

saveWhileTyping()
beginAtField()
dragSessions()
lookAgain()
sendOnce()
writeTogether()
