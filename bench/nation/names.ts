/** Names and jobs of people who do not exist. */
import type { Chance } from '../chance.ts'

const FIRST =
  'Odalys Tamsir Prithi Jossa Hamidou Lindis Marko Sunniva Owein Ilka Benoit Wrenna Ailbhe Cordelia Demba Eirwen Fenella Gethin Hollis Imogen Jarek Keziah Lorcan Maelle Nerys Orla Piers Quilla Rafi Solveig Tegan Ulrik Vesna Wilf Xanthe Yusra Zofia Anwen Bram Callum'.split(
    ' ',
  )
const BEGINNINGS = 'Ash Bren Calder Dray Ever Fenni Harrow Is Kes Ling Merri Oven Pether Quer Rudder Skel Tolli Under Venn Wither'.split(
  ' ',
)
const ENDINGS = 'by croft dale don field ford garth gate ham hurst ley lund marsh mere moor ridge stead thorpe wick wood'.split(' ')
const JOBS =
  'nurse|social worker|watch manager|police sergeant|policy adviser|revenues team leader|planning officer|head teacher|librarian|housing officer|digital lead|service designer|content designer|user researcher|data analyst|web developer|C# developer|database developer|procurement manager|waste services manager|environmental health officer|registrar|parks officer|highways engineer|customer service adviser|finance business partner|human resources adviser|communications officer|programme manager|product manager|delivery manager|enterprise architect|information governance officer|democratic services officer|trading standards officer|youth worker|probation officer|court clerk|volunteer coordinator|chief information officer'.split(
    '|',
  )

export function aName(chance: Chance): string {
  const last = `${chance.pick(BEGINNINGS)}${chance.pick(ENDINGS)}`
  // Every eighth has a name of two families, so that long names are among them.
  return `${chance.pick(FIRST)} ${last}${chance.is(1 / 8) ? `-${chance.pick(BEGINNINGS)}${chance.pick(ENDINGS)}` : ''}`
}

export const aJob = (chance: Chance): string => chance.pickSkewed(JOBS, 1.5)
