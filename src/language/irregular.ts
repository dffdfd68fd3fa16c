/** English words whose forms no stemming rule unites: children is child, held is hold, centre is center. */

const FORMS = `
child children|man men|woman women|foot feet|tooth teeth|mouse mice|goose geese|life lives|leaf leaves
wife wives|knife knives|half halves|wolf wolves|crisis crises|basis bases|analysis analyses|thesis theses
hypothesis hypotheses|phenomenon phenomena|criterion criteria|bacterium bacteria|nucleus nuclei
arise arose arisen|awake awoke|bear bore borne|beat beaten|become became|begin began begun|bend bent|bind bound
bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt
buy bought|catch caught|choose chose chosen|come came|creep crept|deal dealt|dig dug|draw drew drawn
dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt
fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten
forgive forgave forgiven|freeze froze frozen|give gave given|go went gone|grow grew grown
hang hung|hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|leave left
lend lent|lose lost|make made|mean meant|meet met|overcome overcame|overthrow overthrew overthrown|pay paid
ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold
send sent|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung
sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|spin spun|stand stood
steal stole stolen|stick stuck|strike struck stricken|strive strove striven|swear swore sworn|sweep swept
swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown|undergo underwent undergone|understand understood|undertake undertook undertaken
wake woke|wear wore worn|weave wove woven|win won|withdraw withdrew withdrawn|write wrote written
die dying died|lie lying|tie tying
defense defence|license licence|program programme programmes|center centre centres centred|theater theatre theatres
neighbor neighbour neighbours|neighboring neighbouring|labor labour|color colour colours|favor favour favours
honor honour honours|harbor harbour harbours|behavior behaviour|rumor rumour rumours|aging ageing|gray grey
organize organise organises organised organising|recognize recognise recognises recognised recognising
modernize modernise modernises modernised modernising|prioritize prioritise prioritises prioritised prioritising
emphasize emphasise emphasises emphasised emphasising|realize realise realises realised realising
stabilize stabilise stabilises stabilised stabilising|utilize utilise utilises utilised utilising
authorize authorise authorises authorised authorising|criticize criticise criticises criticised criticising
finalize finalise finalises finalised finalising|mobilize mobilise mobilises mobilised mobilising`;

const BASES = new Map<string, string>();
for (const [base = "", ...forms] of FORMS.trim()
  .split(/[|\n]/)
  .map((row) => row.split(" ")))
  for (const form of forms) BASES.set(form, base);

/** The word that a folded English word is an irregular form or the British spelling of, or the word itself. */
export function regular(word: string): string {
  return BASES.get(word) ?? word.replace(/isation(s?)$/, "ization$1");
}
