"""The words that people answer with, as far as their part in a sentence must be known; all in small letters."""

from __future__ import annotations


def words_of(words: str) -> frozenset[str]:
    """Return a table of words from a list of them."""
    return frozenset(words.split())


BE = words_of("am is are was were isn't aren't wasn't weren't")
MODALS = words_of(
    "can can't cannot could couldn't will won't would wouldn't shall should shouldn't may might must mustn't"
)
HAVE = words_of("have haven't has hasn't had hadn't")
DO = words_of("do don't does doesn't did didn't")
AUXILIARIES = BE | MODALS | HAVE | DO
"""Finite wherever they stand."""

PRONOUNS = words_of("i you we they he she it")
SUBJECTS = PRONOUNS | words_of("there everyone everybody someone somebody nobody people anyone")
"""Subjects whatever stands around them."""

CONTRACTED = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would", "s": "is"}
"""What follows the apostrophe of a subject → the word that it is short for."""

DETERMINERS = words_of(
    "the a an my our your their his her its this that these those some any no every each all both another such several"
    " many few more most half either neither enough plenty whichever one two three four five six seven eight nine ten twelve everything anything something nothing"
)
"""Words with which a noun begins that needs no article."""

QUESTION_WORDS = words_of("what how who when where why which whose whom what's how's who's when's where's why's")
SUBORDINATORS = QUESTION_WORDS | words_of(
    "that because as if whether although though since until till unless after before while so than once whatever whenever wherever whoever"
)
"""Words behind which a clause of its own may begin, whose verb is not that of the sentence."""

PREPOSITIONS = words_of(
    "of with at in on from about to for by into over during after before under between through around round near without"
    " within towards per until since among outside inside behind across along up than instead"
)

ADVERBS = words_of(
    "so very really always never also too just still even quite such ever already then now often actually only again"
    " currently recently soon not simply rather extremely incredibly truly especially particularly clearly kindly quickly"
    " patiently openly honestly generously politely warmly carefully thoroughly gladly calmly promptly immediately perfectly"
    " unfortunately sadly basically initially originally no-one definitely probably finally mostly mainly long almost"
    " suddenly certainly genuinely absolutely"
)
OPENERS = words_of(
    "unfortunately sadly well sorry but and so actually honestly basically frankly hi hello oh also plus yes ok okay"
)
"""What people say before the sentence that they mean."""

IRREGULAR = {
    form: base
    for base, *forms in map(
        str.split,
        (
            "be was were been am are is",
            "become became",
            "begin began begun",
            "break broke broken",
            "bring brought",
            "build built",
            "buy bought",
            "catch caught",
            "choose chose chosen",
            "come came",
            "cut",
            "deal dealt",
            "do did done",
            "draw drew drawn",
            "drive drove driven",
            "fall fell fallen",
            "feed fed",
            "feel felt",
            "find found",
            "fly flew flown",
            "forget forgot forgotten",
            "get got gotten",
            "give gave given",
            "go went gone",
            "grow grew grown",
            "have had has",
            "hear heard",
            "hold held",
            "keep kept",
            "know knew known",
            "lead led",
            "learn learnt",
            "leave left",
            "lend lent",
            "let",
            "lose lost",
            "make made",
            "mean meant",
            "meet met",
            "pay paid",
            "put",
            "read",
            "ring rang rung",
            "run ran",
            "say said",
            "see saw seen",
            "sell sold",
            "send sent",
            "set",
            "show showed shown",
            "sit sat",
            "speak spoke spoken",
            "spend spent",
            "stand stood",
            "take took taken",
            "teach taught",
            "tell told",
            "think thought",
            "throw threw thrown",
            "understand understood",
            "use used",
            "wake woke woken",
            "win won",
            "write wrote written",
        ),
    )
    for form in (base, *forms)
}
"""A form of an irregular verb → its base."""

REGULAR = words_of(
    "accept accommodate admit decide realise realize retire study marry qualify start advise allow answer apologise apologize appreciate arrange ask assist bother call care change"
    " chat check clarify collect confirm consider contact cook cover describe discuss drop email encourage enjoy escort"
    " explain fix follow greet guide handle help host include inform introduce invite join laugh like listen look love mail"
    " manage miss move need notice offer open organise organize park pass phone pick plan postpone prepare present propose"
    " provide push record refer receive relocate remember remind reply reschedule respond rush serve share smile sort spare start stay"
    " stop submit suggest support swap talk disagree agree attend expect test text thank treat trust try turn use visit wait walk want warn welcome work worry"
)
"""The bases of regular verbs; their past needs no table."""

BASES = REGULAR | frozenset(IRREGULAR.values())
STATIVE = words_of("need want prefer know like love hate believe wish own live lack agree disagree")
"""Verbs of what one does all the time, so that no -ing form says it."""

DOUBLED = words_of("begin forget admit submit refer")
"""Verbs of two syllables that double their last letter."""

PLAINLY_PAST = words_of(
    "was were did became began broke came chose drew drove fell flew forgot gave got grew had knew rang ran saw showed spoke"
    " stood threw told took went woke wrote said sat"
)
"""Forms that are the past of a verb and nothing else."""

THIRD_PERSON = words_of(
    "died happened expires runs ends arrived failed resigned crashed collapsed pays clashes involves means takes requires seems makes goes comes wants gives lets keeps says depends happens becomes"
    " finishes begins conflicts expects falls sounds suits"
)
"""Verbs that stand behind a noun, and are no plurals and no participles."""

OBJECTS = words_of(
    "me us my our you your him her his them their it the a an all every everything each everyone how what some any"
)
"""Words that follow a verb which has an object."""

KIND = words_of(
    "kind patient friendly helpful honest open generous welcoming flexible nice lovely great polite warm thoughtful considerate"
    " clear frank straight accommodating attentive supportive supporting encouraging fair gracious direct quick prompt"
    " transparent hospitable courteous respectful professional sweet good accomodating responsive relaxed upfront available"
    " interested candid reassuring positive cheerful calm gentle human approachable pleasant efficient organised organized"
)
"""What people say of those whom they thank."""

YOURS = words_of(
    "answer time patience kindness understanding honesty help support hospitality consideration flexibility advice feedback interest"
    " trust encouragement openness attention generosity effort efforts warmth frankness candour candor professionalism honest"
    " insights insight guidance confidence friendliness responsiveness words answers reply replies response email explanation"
    " explanations invitation welcome courtesy thoughtfulness enthusiasm transparency quick"
) - {"honest", "quick"}
"""What those who are thanked have given, so that it is theirs."""

ONCE = words_of(
    "tour visit chat talk call meeting interview lift note letter offer walk conversation demonstration demo introduction"
    " opportunity chance drive ride test session presentation email message degree course apprenticeship traineeship"
    " certificate licence license recording job contract role position appointment exam wedding funeral baby operation emergency"
    " deadline holiday dog car clash conflict problem flight trip engagement injury thesis wait delay illness post placement internship code copy mail deposit week month day afternoon morning evening weekend shift group"
    " tyre tire strike cut move run child change rise raise direction fit back feeling invite joke remark comment hand"
    " assessment master's bachelor's masters bachelors phd mba loss fire flood answer flat bus train test video death accident round panel task laptop book badge uniform portfolio commute commitment"
)
"""Things that are counted, and want an article where there is one of them."""

UNIQUE = words_of("team office department branch")
"""Things of which those who are spoken to know which one is meant."""

WORDS_OF_TIME = words_of("first second third fourth fifth last beginning start end middle rest same whole following")
"""Words with which a noun begins that has `the` before it."""

KNOWABLE = words_of(
    "pay salary range hours days location address date dates length number size name rate budget code policy process format"
    " schedule reason cost deadline terms timeline wage wages compensation package title pattern team length plan plans rota"
    " requirements type notice time place benefits allowance bonus"
)
"""What can be told in a word, so that one may like to know it, and not only about it."""
