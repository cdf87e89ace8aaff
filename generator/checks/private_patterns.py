"""What health, family, money, papers and age look like where they are the writer's own: work in a hospital is none of it."""

from __future__ import annotations

_I_AM = r"\bI(?:'m| am|m)"
_I_HAVE = r"\bI(?:'ve| have|ve)?"
_QUITE = r"(?: (?:just|now|also|still|currently|already|only|really|rather|quite|very|too|so|a bit|a little|at the moment|recently|completely|totally|absolutely|nearly|almost|about))"
_AS_WORK = (
    r"(?! (?:research|nurs\w+|care\b|patients?|unit|ward|charity|experience|services?|studies|team|clinic|work|training|trust|drugs?|trials?|screening|project"
    r"|qualifications?|background|certificate|course|job|role|career|advice|advis\w+|industry|sector|exams?|law|lawyer|card|debit|manager|side|about)\b)"
)
"""Words after which a trouble is somebody's trade: cancer research, mortgage advice."""

_DISEASE = r"(?:cancer|a tumou?r|depression|anxiety|adhd|autism|dyslexia|epilepsy|diabetes|bipolar|ptsd|ocd|endometriosis|arthritis|pneumonia|norovirus|shingles|long covid|the flu|flu|food poisoning)"
_BONE = r"(?:leg|arm|ankle|wrist|foot|collarbone|hip|rib|ribs|knee|shoulder|back|hand|finger|toe|nose|jaw|neck)"

_SIGNS_OF_HEALTH = (
    "cancer|chemo|tumo|diagnos|depress|anxi|bipolar|autis|adhd|dyslex|epilep|diabet|endomet|ptsd|burn|breakdown|miscarr|pregnan"
    "|maternity|surgery|operation|biopsy|hernia|migraine|arthrit|medication|ivf|mental|disab|doctor|gp|therapist|psychiatrist|midwife"
)
_SIGNS_OF_DISEASE = "ocd|pneumonia|norovirus|shingles|covid|flu|poisoning|bug|heart|infection|chronic"
HEALTH = {
    _SIGNS_OF_HEALTH: r"\bmy (?:recent |severe |old |bad )?(?:cancer|chemo(?:therapy)?|tumou?r|diagnosis|depression|anxiety|bipolar|autism|adhd|dyslexia|epilepsy|diabetes|endometriosis|ptsd|burn-?out|breakdown|miscarriage"
    rf"|pregnancy|maternity leave|surgery|operation|biopsy|hernia|migraines?|arthritis|medication|ivf|mental health|disability|(?:doctor|gp|therapist|psychiatrist|midwife)(?= (?:says|said|has|told|thinks|wants|advise)))\b{_AS_WORK}",
    f"{_SIGNS_OF_HEALTH}|{_SIGNS_OF_DISEASE}": rf"{_I_HAVE}{_QUITE}{{0,2}}(?: have| got| had)? {_DISEASE}\b{_AS_WORK}"
    rf"|{_I_HAVE}(?: got| had)? an? (?:\w+ )?(?:stomach bug|tummy bug|migraine|hernia|heart condition|chest infection|chronic \w+|mental health \w+|disability)\b{_AS_WORK}",
    "diagnosed": r"\bI(?:'ve| have|ve)?(?: was| been| got| just| recently)* diagnosed with\b",
    "suffer|recover": rf"(?:{_I_AM}|{_I_HAVE} been) (?:suffering from|recovering from)\b|\bI suffer (?:from|with)\b",
    "off sick|signed off": rf"(?:{_I_AM}|{_I_HAVE} been)(?: been)? (?:off sick|signed off)\b",
    "surgery|operation|chemo|ivf|rehab|hospital|panic attacks|breakdown": rf"(?:{_I_AM}|{_I_HAVE} been|\bI'll be|\bI will be|\bI had|\bI need)(?: having| undergoing| going into| been| in| admitted to| to have| rushed to| about to have)* (?:an? )?(?:\w+ )?(?:surgery|operation|chemo(?:therapy)?|ivf|rehab|hospital|panic attacks|breakdown)\b{_AS_WORK}(?! (?:every|each|by|in mind))",
    "pregnant|expecting|having a baby": rf"(?:{_I_AM}|\bwe're|\bwe are)(?: \w+){{0,3}} pregnant\b|(?:{_I_AM}|\bwe're|\bwe are){_QUITE}{{0,2}} (?:expecting (?:a (?:baby|child)|twins|our)|having a baby\b(?! grand))",
    "broke|fractured|torn|tore|sprained|dislocated": rf"{_I_HAVE}{_QUITE}{{0,2}} (?:broken?|fractured|torn|tore|sprained|dislocated) my (?:\w+ )?{_BONE}\b",
    "mental health": r"\bfor mental health reasons\b",
    "throwing up|vomit|diarr": r"\b(?:throwing up|vomiting|diarrh?oea)\b",
}

_KIN = (
    r"(?:husband|wife|partner|boyfriend|girlfriend|fianc[eé]e?|mum|mom|mother|dad|father|parents?|son|daughter|kids?|child|children|baby|toddler|twins|brother|sister"
    r"|grand(?:mother|father|ma|pa|son|daughter|parents?|dad|mum)|nan|gran|granny|aunt|uncle|ex|mother-in-law|father-in-law)"
)
_TROUBLE = (
    r"(?:ill|sick|unwell|poorly|dying|died|dead|passed away|pass away|in hospital|hospitali[sz]ed|diagnosed|cancer|dementia|alzheimer'?s|a stroke|stroke|heart attack|surgery|an operation|depress(?:ed|ion)"
    r"|pregnant|expecting(?! (?:me|you|a call))|miscarriage|disabled|autis(?:m|tic)|adhd|special needs|lost (?:his|her|their) jobs?|made redundant|out of work|unemployed|left me|leaving me|divorc(?:ed|ing)|separat(?:ed|ing)"
    r"|an addict|in prison|arrested|in a care home|in care|needs? (?:\w+ )?(?:care|looking after)|being deported)"
)

_SIGNS_OF_FAMILY = (
    " ill|sick|unwell|poorly|dying|died|dead|pass|hospital|diagnos|cancer|dementia|alzheimer|stroke|heart|surgery|operation|depress"
    "|pregnan|expecting|miscarr|disab|autis|adhd|special|lost |redundan|out of work|unemployed|left me|leaving me|divorc|separat|addict"
    "|prison|arrest|care|needs|deport|custody|break|bereave|marriage|funeral|death|school|nursery"
)
FAMILY = {
    _SIGNS_OF_FAMILY: rf"\b(?:my|our) (?:\w+ )?{_KIN}(?:'s|'ve)?(?: (?:is|was|are|were|has|had|have|just|been|be|got|now|also|very|really|seriously|too|still|going|about|to|both))* {_TROUBLE}\b{_AS_WORK}"
    rf"|\bmy (?:\w+ )?(?:divorce|separation|custody|break-?up|bereavement|marriage (?:is|has|broke)|childcare|{_KIN}'s (?:funeral|illness|death|cancer|dementia|care|health|operation|surgery|childcare|school|nursery))\b{_AS_WORK}",
    "divorc|separation|break|custody": r"\b(?:going through|in the middle of) (?:an?|my|the|our) (?:\w+ ){0,2}(?:divorce|separation|break-?up|custody)\b"
    rf"|(?:{_I_AM}|{_I_HAVE}) (?:getting|been|got|just|recently)(?: getting| got)? (?:divorced|separated)\b",
    "after|car|nurs": rf"(?:\bI |{_I_AM} |\bto )(?:look(?:ing)? after|car(?:e|ing) for|nurs(?:e|ing)) (?:my|our) (?:\w+ ){{0,2}}{_KIN}\b",
    "childcare|child care": rf"\b(?:no|find|finding|sort out|get|afford|without|enough|have) (?:any |the |decent |reliable |affordable )?child ?care\b{_AS_WORK}",
    "school run": r"\b(?:do|doing|because of) the school run\b",
    "single|new m|new d|working": r"\b(?:as|I'm|I am|Im) an? (?:single|new|working) (?:mum|mom|mother|dad|father|parent)\b",
    "kids|child|baby|toddler|daughter| son": rf"{_I_HAVE}(?: have| got)* (?:two|three|four|five|small|young|little|a young|a small|a newborn|a new)(?: \w+)? (?:kids|children|baby|child|toddlers?|daughters?|sons?)\b",
    "lost": rf"\b(?:I|we)(?:'ve| have)?{_QUITE}? lost (?:(?:my|our) (?:\w+ )?{_KIN}|the baby|a baby)\b",
    "abusive": r"\bmy abusive\b",
}

MONEY = {
    "debt|overdraft|rent|mortgage|bills|loan|finances|bankruptcy|universal credit": rf"\bmy (?:\w+ )?(?:debts?|overdraft|rent\b|mortgage|bills(?! of)|student loans?|finances|bankruptcy|universal credit)\b{_AS_WORK}",
    "broke|skint|bankrupt|debt|arrears|behind|hard up|cash|penniless|benefits|struggling": rf"{_I_AM}{_QUITE}{{0,2}} (?:broke\b|skint|bankrupt|in (?:serious |a lot of |so much )?debt|in arrears|behind (?:on|with) (?:my |the )?(?:rent|mortgage|bills|payments)"
    r"|hard up|strapped for cash|short of (?:money|cash)|penniless|on benefits|struggling (?:financially|for money|with money|to (?:pay|make ends meet|get by)))\b",
    "afford": r"\b(?:can't|cannot|cant|can not|couldn't|can (?:barely|hardly)) (?:really |even )?afford (?:to (?:live|travel|commute|run|rent|move|pay|get there|feed|heat)"
    r"|(?:the |my |our |a |any )?(?:train|bus|fares?|travel|petrol|parking|rent|mortgage|bills|child ?care|car|flights?|tickets?|season ticket|deposit))\b",
    "ends meet": r"\bmak(?:e|ing) ends meet\b",
    "pay |cover ": r"\b(?:can't|cannot|cant|can't even|barely) (?:pay|cover) (?:my|the|our) (?:\w+ )?(?:rent|bills|mortgage|fares?|travel)\b",
    "problems|trouble|difficult|worries|hardship|crisis": rf"(?:\bmy|\bour|{_I_AM} in|{_I_AM} having|\bI have|\bI've got)(?: some| serious| a few)? (?:money|financial|cash) (?:problems|troubles?|difficult(?:y|ies)|worries|hardship|crisis)\b",
    "evicted": rf"{_I_HAVE} (?:been|got) evicted\b",
    "need the": r"\bI (?:really |badly |do |desperately )?need the (?:money|cash)\b",
}

IMMIGRATION = {
    "visa|permit|green card|immigration|asylum|leave to remain|settled status|citizenship|h1b|h-1": rf"\b(?:my|our) (?:\w+ ){{0,2}}?(?:visa|work permit|residence permit|green card|immigration (?:status|case|lawyer)|asylum (?:claim|application|case)|leave to remain|settled status|citizenship|h-?1-?b)\b{_AS_WORK}",
    "visa": rf"(?:{_I_AM}|\bhere)(?: here| in the uk| in the us)? on an? (?:\w+ ){{0,2}}visa\b|\b(?:refused|denied|rejected|revoked)(?: me)? (?:a|my|the) (?:\w+ )?visa\b|\b(?:don't|dont|do not) (?:yet )?have a (?:\w+ )?visa\b",
    "asylum|refugee|undocumented": rf"{_I_AM} (?:an asylum seeker|a refugee|undocumented)\b",
    "deported": r"\bI\b[^.?!\n]{0,25}\bdeported\b",
    "work permit": r"\b(?:don't|dont|do not) (?:yet )?have a work permit\b",
}

_YEARS = r"(?:1[5-9]|[2-8]\d)"

AGE = {
    "my age| age": r"\b(?:at|because of|given|due to|despite|with) my (?:\w+ )?age\b|\bmy age\b(?! group)",
    "old|young": rf"{_I_AM}{_QUITE}{{0,2}} (?:too|getting|getting too) (?:old|young)\b(?!-)|\bas an? [\w-]{{1,12}}[ -]year[ -]old\b",
    "i'm |i am |im ": rf"{_I_AM}{_QUITE}{{0,2}} {_YEARS}(?: years?[ -]old| years of age| yrs? old| ?y/?o\b|(?=\s*(?:[.;!](?!\d)|$)|, (?!\d)| and (?!\d)| now\b| so\b| next (?:year|month|week|birthday)\b| this (?:year|month)\b))"
    rf"|{_I_AM} (?:in my (?:late |early |mid-?)?(?:\w+ties|twenties|\d0'?s)|(?:pushing|nearly|over|past) (?:{_YEARS}(?=[.,;!]|$| and\b| now\b)|(?:thir|for|fif|six|seven)ty))\b",
    "turn": rf"\bI(?:'ll|'ve| will)? (?:turn|turned|be turning) {_YEARS}\b(?! (?:minutes|people|pages))",
    "retirement": r"\b(?:nearing|near|close to|approaching|past|at) retirement\b(?: age)?",
}
