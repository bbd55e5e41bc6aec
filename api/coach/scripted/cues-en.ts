/** What English turns are about, matched on folded text (fold.ts). In doubt a pattern stays silent: plain words go on as an answer. */
import type { Cues } from './hear.ts'

export const en: Cues = {
  greeting: /^(?:hi|hello|hey|hiya|howdy|good (?:morning|afternoon|evening))(?: there| coach| again)?\W*$/u,
  thanks: /^(?:ok(?:ay)?,? )?(?:many thanks|thanks|thank you|thx|cheers|ty)\b.{0,30}$/u,
  unsure:
    /^(?:(?:well|hm+|um+|uh+|honestly),? )?(?:i (?:really |honestly |just )?(?:do not|don't|dont) (?:really )?know|(?:i have )?no (?:idea|clue)|(?:i'?m )?not sure|idk|dunno|hard to say|i (?:can't|cannot|cant) think of (?:anything|one)|nothing(?: comes to mind)?|who knows|i guess|hm+)\b[^,.;:]{0,30}[.!?…\s]*$/u,
  words:
    /\b(?:how (?:do|can|could|should|would|might) i (?:\w+ )?(?:say|tell|phrase|word|put|respond|reply|answer|explain|bring|break)|what (?:do|should|could|can|would) i (?:even )?(?:say|write|reply|answer|tell)|(?:help me|can you|could you|please) (?:to )?(?:write|phrase|word|draft|formulate)|give me (?:a |an |the |some )?(?:sentence|words|draft|wording|phrase|example (?:sentence|of what to say))|draft (?:me )?(?:a|an|the) (?:message|e-?mail|mail|note|reply|sentence)|find the (?:right )?words)\b/u,
  advice:
    /\b(?:what (?:should|can|could|do|would) (?:i|you) do\b|what (?:do|would) you (?:suggest|recommend|advise|think)|any (?:advice|ideas?|tips?|suggestions?)\b|(?:give|tell) me (?:some |an? |your )?(?:advice|ideas?|tips?|suggestions?)|(?:just )?tell me what to do|(?:got|have) (?:any|some) (?:tips|ideas|advice)|i (?:want|need) (?:some )?(?:advice|tips|ideas))/u,
  howTo:
    /^(?:and |so |but )?how (?:can|do|could|should) i (?<wish>(?!say|tell|phrase|word|put|respond|reply|answer|explain|bring|break)\w.{4,120})$/u,
  asksHuman:
    /\b(?:are you (?:a |an )?(?:\w+ )?(?:human|person|real|bot|robot|machine|ai|chatgpt|gpt|computer)|is (?:this|there) (?:a |an )?(?:real )?(?:human|person|bot|ai|machine)|who are you|what are you|am i talking to)\b/u,
  asksPrivacy:
    /\b(?:who (?:can |else |will )*(?:reads?|sees?|see|read)\b|is (?:this|it|that) (?:really )?(?:private|confidential|anonymous|secret)|(?:does|will|can) (?:my )?(?:boss|manager|hr|company|employer|it) (?:be able to )?(?:see|read|know|find)|do you (?:tell|share|report|record)|are you recording|my (?:data|privacy)\b.{0,20}\?)/u,
  asksMemory: /\b(?:do you remember|will you remember|what do you (?:know|remember) about me|you remember me)\b/u,
  asksSkills:
    /\b(?:what can you do|how (?:do|does) (?:you|this) work|what is this (?:for|about)|how can you help|what do you do|^help\W*$|can you help me\W*$)/u,
  asksWhy: /^(?:but )?why (?:do you|are you|you) (?:ask|want|need)/u,
  weather: /\b(?:weather|forecast|will it rain|how (?:hot|cold|warm) is it)\b/u,
  code: /\b(?:write|debug|fix|generate) (?:me )?(?:some |a |the |an |my |this )?(?:\w+ )?(?:code|script|function|sql|query|python|javascript|program|formula|macro)\b/u,
  joke: /\b(?:tell me a (?:joke|story|poem)|make me laugh|write (?:me )?a (?:poem|song|story)|sing)\b/u,
  trivia:
    /^(?:hey,? |and |so |by the way,? |btw,? )?(?:who (?:is|was|won|invented)|what(?:'s| is) (?:the )?(?:capital|time|date|news|score|meaning|population|price|best (?:restaurant|phone|movie))|when (?:is|was|did) (?!my|our|i )|where (?:is|can i (?:buy|eat|find))|how (?:many|far|old|tall|much) (?:is|are|does|do) (?!my|our|i )|translate|what(?:'s| is) \d)/u,
  task: /^(?:please |hey,? )?(?:can|could|will|would) you (?:please )?(?:book|fix|repair|install|print|reset|update|cancel|translate|send|call|order|schedule|e-?mail|remind|buy|set up|open|check|look up|search|google)\b/u,
  hostile:
    /\b(?:fuck(?:ing)? (?:you|off|this)|shut up|fuck|you(?:'re| are)? (?:\w+ )?(?:useless|stupid|dumb|an idiot|a joke|annoying|pathetic|worthless)|(?:this|that) is (?:\w+ )?(?:useless|stupid|bullshit|crap|pointless|nonsense|ridiculous|rubbish|a (?:joke|waste|farce))|stupid (?:bot|machine|coach|question|program)|dumb (?:bot|question)|waste of (?:my )?time|i hate (?:this|you)|bullshit|get lost|go away)\b/u,
  repair:
    /\b(?:not what i (?:said|meant|mean|asked)|you (?:don't|dont|do not|didn't|did not|just don't) (?:understand|get it|listen|get me)|you misunderstood|you got (?:me|that|it) wrong|that's wrong|i didn't say that|no,? i meant|you already asked|you keep (?:asking|repeating))\b/u,
  refuse:
    /\b(?:rather not (?:say|talk|answer|discuss)|prefer not to|none of your business|don't want to (?:talk|say|answer|discuss)|skip (?:this|it|that)|next question)\b|^(?:skip|pass)\W*$/u,
  otherTopic:
    /^(?:.{0,25})\b(?:(?:talk about )?(?:something|anything) else|(?:another|a different|new) (?:topic|thing|subject)|change (?:the )?(?:topic|subject)|start (?:over|again)|begin again)\W*$/u,
  practice:
    /\b(?:practi[cs]e|rehearse|role[- ]?play|simulate|try (?:it )?out) .*(?:conversation|talk|discussion|meeting|feedback|saying|telling|asking|with|this|it)\b|\b(?:role[- ]?play|rehearse|practi[cs]e (?:it|this|that))\b|\b(?:play|be|pretend (?:to be|you are|you're)) my (?:boss|manager|colleague|coworker|report|client|customer|lead)\b/u,
  oneToOne:
    /\b(?:prep(?:are|aring)?|plan|ready|agenda|get ready|set up|coming up|tomorrow|have)\b.*\b(?:one[- ](?:to|on)[- ]ones?|1[: -]?(?:on|to)?[: -]?1s?)|^(?:a |my )?(?:one[- ](?:to|on)[- ]one|1[: -]1)\b/u,
  kept: /^(?:yes[,!.]? )?(?:i (?:did (?:it|that)|kept (?:it|to it)|managed(?: it)?|tried (?:it|that))|(?:i'?m )?done(?: it)?|it (?:worked|happened)|it went (?:well|great|fine|ok|okay))\b.{0,80}$/u,
  missed:
    /^(?:no[,!.]? )?(?:i (?:didn't|did not|didnt|couldn't|could not|haven't|have not|forgot)(?: to)?(?: manage| get around| do| done| try| keep)?(?: to)?(?: it| that)?(?: (?:yet|this time|again))?|it (?:didn't|did not) (?:work|happen)(?: out)?|i failed|not (?:yet|this time))\W*$/u,
  insult:
    /\b(?:idiots?|assholes?|bastards?|morons?|stupid|shit(?:ty|show)?|bitch(?:es)?|jerks?|fuck\w*|crap|dumb|damn|pricks?|psycho|incompetent|clowns?|bullshit|hate (?:him|her|them|my))\b/u,
  self: /\b(?:i(?:'m| am|m) (?:\w+ )?(?:\w+ )?(?:useless|stupid|idiot|failure|fraud|impostor|imposter|loser|disaster|worthless|incompetent|bad|terrible|awful|lazy|weak|hopeless|no good|not good|the problem|not cut out|not enough|not smart|dumb)|i(?:'m| am) not (?:\w+ )?(?:good|cut out|smart|able|enough)|i suck|i always (?:fail|mess|ruin)|i never (?:manage|get anything)|i hate (?:myself|that i)|my (?:own )?fault|i(?:'m| am) (?:the one )?to blame)\b/u,
  hedge:
    /\b(?:maybe|perhaps|i guess|i suppose|probably|i could try|i might|i should|not sure|if i (?:have|find) time|possibly|i'd have to)\b/u,
  feeling:
    /\b(?:feel(?:ing)?|afraid|scared|nervous|worried|anxious|tired|exhausted|overwhelmed|frustrat\w+|angry|annoyed|sad|lonely|stuck|lost|stressed|guilty|ashamed|upset|proud|happy|excited|hate|fear|dread|avoid\w*|drain\w*)\b/u,
  wish: /\b(?:i (?:want|need|wish|hope|would like|have to|must|plan|wanna|gotta)|i'd like|my goal)\b/u,
  vagueGoal:
    /^(?:(?:i (?:have|need|want)|there is|there's) )?(?:(?:a |some |an )?(?:problem|issue|question|help|something|things?|stuff|work|everything|life|my job|the job|job|stress|it's complicated|a lot|coaching|to talk|to chat)(?: keeps? bothering me| is bothering me| at work| on my mind)?|can we talk|let's (?:talk|start|go)|start|ready|(?:not|feeling) (?:great|good|well|bad|ok)|bad|meh|so so|fine)\W*$/u,
  agrees:
    /^(?:.{0,15})\b(?:sounds? (?:good|great|right|fine)|that works|works for me|i (?:like|love) (?:it|that|this)|looks good|that'?s (?:good|great|nice|fine|perfect)|great|perfect|nice|good(?: one)?|exactly)\b.{0,20}$/u,
  first: /\b(?:first|1st|the former)\b|^(?:(?:the |number |option )?(?:one|1|a)|both(?: of them)?)\W*$/u,
  second: /\b(?:second|2nd|latter|last one|the other)\b|^(?:(?:the |number |option )?(?:two|2|b))\W*$/u,
  leaves:
    /^(?:please )?(?:(?:just )?leave me alone|i(?:'m| am) done|no more questions|i (?:have to|gotta|need to|must) (?:go|run)|i (?:don't|do not) want to (?:continue|go on|do this)(?: (?:any ?more|now))?|(?:good)?bye|see you)\b.{0,25}$/u,
  another:
    /\b(?:another (?:one|sentence|version|option|draft|way)\b|a different (?:one|sentence|version)|something (?:shorter|softer|warmer|else)|(?:shorter|softer|warmer|nicer|less (?:formal|cold|harsh|direct))(?:,? please)?\W*$|too (?:cold|long|formal|harsh|direct|soft|stiff|blunt|nice)\b|(?:doesn't|does not|don't) sound like me)/u,
  figure:
    /\b(?:(?:what|which) (?:salary|pay|wage|bonus|raise)\b|how much (?:should|can|could|do|does|would|is) .*\b(?:earn|make|paid|pay|ask(?: for)?|worth|salary|raise|cost)\b|what(?:'s| is) (?:a|the) (?:fair|normal|average|usual|right) (?:salary|pay|wage|raise))/u,
  vents:
    /\b(?:just (?:want(?:ed)?|need(?:ed)?) (?:to )?(?:vent|rant|let (?:it|that) out|get (?:it|this|that) off my chest|be heard|someone to listen)|don't (?:want|need) (?:a|any|your|another) (?:plan|advice|solution|tips?)|let me (?:just )?vent)\b/u,
  givesUp: /^(?:whatever|never ?mind|forget it|i don't care|doesn't matter|it doesn't matter|leave it)\W*$/u,
  turns:
    /^(?:.{0,20})\b(?:that(?:'s| is) not (?:really )?(?:my|the) (?:real |actual )?(?:problem|issue|point|topic)|(?:my|the) (?:real|actual|bigger) (?:problem|issue) is(?: that)?|what (?:really )?(?:bothers|worries) me (?:more|most) is(?: that)?)\b[\s,.:;–-]*/u,
  judged: /\b(?:told me|said|says|thinks|called me)\b.{0,20}\b(?:i(?:'m| am)|me)\b/u,
  enough:
    /^(?:(?:no,? )?(?:that's|that is|thats) (?:all|it|enough)|nothing (?:else|more)|(?:no,? )?that's everything|no more|just (?:that|those|these)|all good|enough|done)\W*$/u,
  moment:
    /^(?:(?:right |just |straight )?(?:after|before|during)|on|at|in|every|each|this|next|tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|first thing|end of|by|as soon as|once|when|whenever|while|if)\b/u
}
