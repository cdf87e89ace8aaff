"""What a verdict on them, a lecture or a complaint looks like; a plain fact, and what the writer says of themselves, is none."""

from __future__ import annotations

_THEIRS = (
    r"(?:your|the|this|that) (?:\w+ ){0,2}(?:company|firm|organi[sz]ation|team|managers?|management|process|interview|interviewers?|panel|office|staff|recruiters?|hr|advert|ad|offer|salary|pay|wages?|rate"
    r"|test|task|questions|communication|treatment|conduct|behaviou?r|attitude|thing|experience|waiting|wait|delay|culture|response|reply|website|portal)"
)
_IS = r"(?:'s| is| are| was| were| seems?| seemed| looks?| looked| felt| sounded| came across as| has been| have been)(?: (?:so|very|too|really|quite|rather|simply|just|pretty|absolutely|utterly|totally|completely|incredibly|extremely|honestly|frankly|a bit|a little|all))*"
_BAD = (
    "aggressive|amateurish|appalling|arrogant|awful|badly|bad|behind the times|boring|careless|chaotic|cold|confused|confusing|dated"
    "|depressing|derisory|dingy|dishonest|dismissive|disorganised|disorganized|dreadful|dull|embarrassing|evil|exploitative|exploiting"
    "|greedy|hopeless|hostile|hypocritical|immoral|inappropriate|incompetent|in the wrong|insulting|laughable|lazy|mean|misleading|nasty"
    "|outdated|out of touch|pathetic|patronising|patronizing|pointless|poorly|poor|racist|ridiculous|rude|sexist|shabby|shoddy|shocking"
    "|sloppy|slow|soulless|terrible|toxic|unacceptable|underwhelming|unethical|unfair|unfriendly|unimpressive|uninspiring|unkind"
    "|unprepared|unprofessional|unwelcoming|useless|wrong|stuck in the past"
)
_SHAMEFUL = (
    "unethical|immoral|disgraceful|shameful|unprofessional|unacceptable|disrespectful|insulting|hypocritical|hypocrites|hypocrite|hypocrisy|greedy|exploitative|derisory"
    "|laughable|pathetic|amateurish|shambolic|rude|toxic|badly run|poorly run|disorganised|disorganized"
)
"""Words that are a verdict wherever they stand."""
_NOT_THEM = r"(?! (?:of|for) me\b| on my part\b| at my end\b|,? (?:and )?I(?:'m| am) sorry\b)"
_OF_MYSELF = r"(?<!be )(?<!being )(?<!seem )(?<!sound )(?<!appear )(?<!across as )(?<!not )(?<!n't )(?<!never )(?<!I was )(?<!I was so )(?<!I've been )(?<!I've been so )(?<!I felt )(?<!I feel )(?<!I'm )(?<!I am )(?<!my )"
_CLAUSE_STARTS = (
    r"(?:(?m:^)|(?<=[.!?;:,] )|(?<=\band )|(?<=\bbut )|(?<=\bthink )|(?<=\bthat )|(?<=\bmaybe )|(?<=\bperhaps ))"
)
"""Elsewhere, as in “the skills you need to run it”, they are told nothing."""
_YOU_SHOULD = "you should|you ought to|you need to|you might want to|you must|you have to|you could do with"
_WHAT_ANYBODY_MAY_SAY = (
    "all|also|already|be|both|call|come|contact|decide|feel|fill|find|get|go|have|hear|know|let|mean|meet|not think|not worry|not mind|not wait|now|reach|receive|reply|see"
    "|send|show|speak|still|thank|try|visit|wait|worry|write"
)
"""What may follow “you must” without being a lesson: you must be busy, you should get my letter tomorrow."""

CRITICISM = {
    _YOU_SHOULD: rf"{_CLAUSE_STARTS}(?:{_YOU_SHOULD}) (?!(?:really |all |now )?(?:{_WHAT_ANYBODY_MAY_SAY})\b)\w+",
    "you people|you lied|you misled": r"\byou (?:people|lied|misled)\b",
    "do well to": r"\byou(?:'d| would) do well to\b",
    _BAD: rf"\b{_THEIRS}{_IS} (?:{_BAD})\b{_NOT_THEM}",
    "should|ought|exploits|treats|rethink|overhaul|improv|sorting out|good look": r"\byour (?:company|firm|organi[sz]ation|team|manager) (?:should|ought to|exploits|treats people|treats (?:its|your))\b"
    r"|\byour (?:\w+ ){0,3}needs? (?:a |an |some )?(?:\w+ )?(?:rethink|overhaul|improvement|improving|sorting out|a good look)\b",
    _SHAMEFUL: rf"{_OF_MYSELF}\b(?:{_SHAMEFUL})\b(?! (?:waste|substance|material|chemical)){_NOT_THEM}",
    "joke|shambles|farce|disgrace|insult|sham": r"(?:'s| is| was| were| are)(?: just| frankly| honestly| basically)?(?: an?)?(?: absolute| complete| total| utter| bit of a| real)? (?:joke(?! (?:about|I|that|we|between))|shambles|farce|disgrace|insult|sham)\b",
    "wast": r"\bwast(?:e|ed|ing) (?:of )?my (?:\w+ )?(?:time|day|afternoon|morning|evening|week|money)\b",
    "waiting|hanging|in the dark": r"\bI was (?:kept|left) (?:waiting|hanging|in the dark)\b|\b(?:you|they) (?:kept|left) me (?:waiting|hanging|in the dark)\b",
    "bother": r"\b(?:nobody|no one|no-one) (?:even |has |had |ever )*bothered\b|\b(?:you|they|he|she|interviewers?|panel|manager) (?:didn't|didnt|did not|hadn't|haven't|couldn't be|never) (?:even )?bother(?:ed)?\b",
    "my cv|my resume|my résumé|my application|my email": r"(?:n't|nt|\bnot|\bnever|\bwithout)(?: have| having)? (?:even|actually) (?:read|reading|look\w*|open\w*|seen) (?:at )?my (?:cv|resume|résumé|application|emails?)\b",
    "expected": r"\bI(?:'d| had)? expected (?:better|more|a bit more|rather more)(?= (?:of|from) (?!my)|[.,;!]|$)",
    "mislead|misled|bait|pretences|pretenses": r"\b(?:is|was|were|are|been|felt|very|rather|quite) (?:misleading|misled)\b|\bbait[ -]and[ -]switch\b|\bfalse preten[cs]es\b",
    "ghosted": r"\bghosted me\b|\b(?:been|being|was|got) ghosted\b",
    "next time": r"\bnext time,? (?:please |maybe |perhaps |just )*(?:read|check|tell (?:people|candidates)|answer|make sure|be (?:more|honest|on)|reply|respond|train|pay|do your)\b",
    "advice|feedback|criticism": r"(?<!for )(?<!with )\ba word of advice\b|\b(?:some|a bit of|a little|a piece of) (?:friendly |free |honest )?(?:advice|feedback) for (?:you|your)\b|\bif I (?:may|might|can) (?:offer|give) (?:you )?(?:some|any|an?) (?:\w+ ){0,2}(?:advice|feedback|criticism)\b",
    "suggest|advise|recommend|urge": r"\b(?:suggest|advise|recommend|urge) (?:that )?you (?:to )?(?:look at how|rethink|review|train|improve|change|treat|pay|work on)\b",
    "red flag": r"\bred flags?\b",
    "lack|absence|poor": r"(?<!my )\b(?:lack|absence) of (?:\w+ )?(?:communication|professionalism|organi[sz]ation|respect|preparation|courtesy|clarity|transparency|styles)\b(?! on my part)|(?<!my )\bpoor communication\b",
    "no idea|no clue": r"\b(?:you|they|interviewer|manager|panel|hr)(?: clearly| obviously| really| just)* (?:have|has|had) no (?:idea|clue)\b(?! how)",
    "impressed": r"(?<!think )\bI(?:'m not| am not| wasn't| was not|m not| wasnt)(?: \w+)? impressed\b|\bunimpressed\b",
    "disappoint": r"\bI(?:'m| am| was| have been|'ve been| felt|m)(?: (?:very|so|really|quite|rather|bitterly|deeply|a bit|somewhat|also|just|honestly))* disappointed(?! (?:not to|that I\b|that we\b|to (?:have|be|miss|say|leave)|in myself|for you|myself))"
    rf"|\b{_THEIRS}{_IS} disappointing\b",
    "shame on": r"\bshame on\b",
    "how can|how could|how dare": r"\bhow (?:can|could|dare) you (?!have known|know|be (?:reached|sure))",
    "day and age": r"\bin this day and age\b",
    "know": r"\bas (?:everyone|everybody|anyone|anybody) (?:well )?knows?\b|(?<!soon )(?<!long )(?<!far )\bas you (?:well )?know\b(?!,? (?:I|I'm|I've|im|ive|we|my|our|the|it|this|from|there)\b)",
    "peanuts|slave|pittance": r"\bpeanuts\b|\bslave labou?r\b|\ba pittance\b",
    " late": r"\b(?:interviewer|manager|panel|recruiter)s? (?:was|were|turned up|arrived|showed up|joined) (?:[\w-]+ ){0,3}late\b",
    "took|taken": r"\bit(?:'s| has)? (?:took|taken) (?:you|them|your \w+) (?:\w+ ){0,3}(?:weeks?|months?|ages|forever)\b|\bit took (?:ages|forever|(?:\w+ )?(?:weeks|months)) (?:for you |for anyone )?to (?:hear|get an answer|reply|answer)\b|\btook you long enough\b",
}
