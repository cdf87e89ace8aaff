"""What too much of an apology, a threat and a doubt look like: one clause for each way of saying it."""

from __future__ import annotations

_VERY = r"(?: (?:just|so|really|absolutely|truly|very|pretty|quite|such|too|incredibly|still|rather|deeply))"
_I_AM = r"\bI(?:'m| am|m)"

APOLOGY = {
    "sorry": r"(?<!not )(?<!be )(?<!feel )(?<!felt )(?<!than )(?<!a )\bsorry\b"
    r"(?! to (?:say|hear|see|learn|read|miss|lose|leave)\b| not to | (?:he|she|they)\b| for (?:your|his|her|their) loss\b)"
    r"(?! (?:that )?(?:we|I)(?:'re| are| am|'m|'ll| will| won't| can't| couldn't| didn't)(?: not| never)? (?:get to )?(?:be )?(?:work|meet|see)\w*)",
    "apolog": r"(?<!no )(?<!an )(?<!my )(?<!not )(?<!n't )(?<!needn't )(?<!need to )(?<!of )\bapolog(?:y|ies|i[sz]e|i[sz]ing)\b(?! (?:is|are) (?:needed|due))"
    r"|\bmy (?:\w+ )?apolog(?:y|ies)\b",
    "forgive me|excuse|pardon": r"(?<!you )\bforgive me\b|\b(?:please|do) (?:excuse|pardon)\b|\bexcuse me\b",
    "i regret": r"\bI regret (?:any|the|all the) (?:inconvenience|trouble|disruption|short notice|delay)\b",
}
"""An apology; what regrets a loss, such as “sorry to miss the tour”, is none, nor is “sorry to hear”."""

GROVELLING = {
    "apologies": r"\b(?:thousand|million|hundred)(?: \w+)? apologies\b|\bapologies (?:a (?:thousand|million) times|a thousandfold)"
    r"|\b(?:deepest|humblest|sincerest|heartfelt|profuse|profound|abject|most sincere)\b(?:,? [\w-]{1,20}){0,3} apologies\b",
    "apologise|apologize": r"\bapologi[sz]e (?:profusely|unreservedly|wholeheartedly|from the bottom)\b|\b(?:profusely|unreservedly) apologi[sz]e\b"
    r"|\b(?:can't|cannot|cant|can not|couldn't) (?:even |begin to )?apologi[sz]e enough\b",
    "sorry": r"\bso,? so,? sorry\b|\b(?:very,? very|really,? really),? sorry\b|\bhow (?:very |truly |deeply |incredibly )?sorry I am\b",
    "feel": rf"\bI(?:'m| am|m)? feel(?:ing)?{_VERY}{{0,3}} (?:terrible|awful|dreadful|horrible|rotten|wretched|guilty|ashamed|bad)"
    r"(?= (?:about|for|that|to|letting|leaving|having|doing|cancell?ing|messing|but)\b|[.,;!:]|\s*$)"
    r"|\bhow (?:bad|awful|terrible|guilty|ashamed) I feel\b",
    "mortified|ashamed": rf"{_I_AM}{_VERY}{{0,2}} (?:mortified|ashamed of myself)\b",
    "forgive": r"\b(?:hope|pray|trust)(?: that)? (?:you|one day you)(?:'ll| will| can| could)?(?: ever| somehow| find it in your heart to)* forgive me\b"
    r"|\bbeg (?:you to forgive|your forgiveness)\b",
    "hate me|with me|at me": r"\b(?:don't|dont|do not) (?:hate|be (?:angry|mad|cross|furious|annoyed) (?:with|at)) me\b",
    "idiot|fool|disaster|worst|nightmare": rf"{_I_AM} (?:such |being such |being )?(?:an? (?:\w+ )?(?:idiot|fool|disaster|nightmare)|the worst)\b(?! (?:of|at|person)\b)",
    "of me": r"\b(?:unforgivable|inexcusable|unpardonable) of me\b",
    "hate myself": r"\bI hate myself\b",
}

_BETTER = r"(?:match|beat|better|top|improve|increase|raise|up|double|sweeten)"
_TERMS = r"(?:it|that|this|the|their|my|your|his|her|on)"
_PAY = r"(?:salary|pay|money|offer|package|figure|price|rate|wage|terms|bonus)"

THREATS = {
    "worth my while": r"\bworth my while\b",
    "offers": r"\bI(?:'ve| have|ve)?(?: (?:also|got|had|just|now|already|currently|received|am|hold|weighing up|weighing|'m))* (?:several|multiple|many|other|two|three|four|five|a few|a couple of|lots of|plenty of|competing|better|a number of|quite a few)(?: other| better| competing| more| job)? offers\b(?! of)"
    r"|\bweighing (?:up )?(?:several|multiple|other|two|three|a few|a couple of|some)(?: other)? offers\b|(?<!no )\bother offers on the table\b",
    "chasing me|over me|after me|want me|wanting me|courting me|interested in me|take me|talks|talking|negotiating": r"\b(?:other|another|several|two|three|a few|some)(?: other)? (?:compan(?:y|ies)|firms?|employers?|places) (?:(?:are|is) )?(?:chasing|fighting over|after|courting|interested in|who (?:want|would take)|want|wanting) me\b"
    rf"|{_I_AM}(?: also| still)? (?:in talks|talking|negotiating) (?:with|to) (?:several|two|three|a few|some|a couple of|other|another)(?: other)? (?:compan(?:y|ies)|firms?|employers?)\b",
}
"""Others who are said to be waiting."""

HINTS = {
    "unless": rf"\bunless (?:you(?:'re| are| can| could| were| will|'d)(?: able| willing| prepared| to)* (?:{_BETTER} {_TERMS}|go higher|offer more|pay more|do better|come up)\b"
    rf"|(?:the|your) {_PAY} (?:\w+ )?(?:goes up|is (?:raised|increased|improved|better|higher)|improves|changes|moves|can be|could be))",
    "match|beat|better|top|improve|increase|raise|sweeten|up |more|higher|right|movement|flexibility|wiggle|give": rf"\bif you(?:'re| are| can| could| were| want| would|'d)?(?: able| willing| prepared| ready| like| to)* (?:{_BETTER} (?:it|(?:the|their|my|your|that|this) (?:\w+ )?{_PAY})|(?:offer|pay|go to) (?:me )?(?:more|higher)|go higher|do better on|do better than)\b"
    rf"|\bif (?:the|your) {_PAY} (?:is|was|were|be|became|had|has|gets|improves?|improved|goes up|went up|could|can)(?: \w+){{0,3}}? (?:right|better|higher|more|increased|improved|raised|up)\b"
    rf"|\bif the (?:terms|offer|salary|pay) improves?\b|\bif there(?:'s| is| was| were) (?:any |some |more )?(?:movement|room|flexibility|wiggle room|give) (?:on|in|with) (?:the |your )?{_PAY}\b",
    "for the right|for a higher|for a better|for a bigger|for more": rf"\bfor (?:the right|a higher|a better|a bigger|more) (?:{_PAY}|sum|amount)(?=[^.?!\n]{{0,30}}\bI\b|[^.?!\n]{{0,15}}\?)"
    rf"|\bI(?: might| may| could| would|'d)\b[^.?!\n]{{0,40}}\bfor (?:the right|a higher|a better|a bigger|more) (?:{_PAY}|sum|amount)\b",
    "tempted|persuaded": r"\bI (?:might|may|could|can) (?:well |still |possibly |perhaps |just )?be (?:tempted|persuaded|talked (?:round|into))\b",
    "reconsider|think again|change my mind": rf"\bI(?:'d| would| might| may| could| will|'ll) (?:be (?:happy|willing|prepared|open) to )?(?:reconsider|think again|change my mind) (?:if|for|were|should)\b[^.?!\n]{{0,40}}\b{_PAY}\b",
    "counter": rf"(?:{_I_AM}|\bI'd be|\bI would be|\bremain)[^.?!\n]{{0,20}} (?:open to|waiting for|expecting|happy to (?:hear|consider)) (?:an? |your |any )?counter-? ?offers?\b",
    "come back to me": r"\bcome back to me with (?:a (?:better|higher|bigger)|more|another)\b",
    "raise": rf"\byou(?:'d| would) (?:have|need) to (?:raise|increase|improve|up) (?:the|your) {_PAY}\b",
}
"""More money that might change the answer, without a figure."""

_LEAVE = (
    r"(?:withdr[ae]w\w*|cancel\w*(?! my (?!interview|application|appointment))|declin(?:e|ed|ing)|bail(?:ing)?|skip(?:ping)? (?:it|this|the)"
    r"|(?:pull|dropp?|back|bow)(?:ed|ing)? out|step(?:ped|ping)? (?:back|aside|out)|turn(?:ed|ing)? (?:it|this|that|you|the \w+) down"
    r"|pass(?:ed|ing)? on (?:it|this|that|the (?:role|job|position|interview|offer|chance|opportunity))|pass(?:ed|ing)?(?=[.,;!]|$)|sa(?:y|id|ying) no|call(?:ed|ing)? (?:it|this) off|g[ia]v(?:e|ing) (?:it|this) a miss"
    r"|not (?:come|coming|go (?:on|ahead|further)|going (?:on|ahead|further)|attend|continue|proceed|take (?:it|the)|pursue))\b"
)
_COME = (
    r"(?:come|coming|attend(?:ing)?|continu(?:e|ing)|proceed(?:ing)?|pursu(?:e|ing)|ma(?:ke|king) (?:it|our|the|that|this|\w+day)|go(?:ing)? (?:on|ahead|further|forward|through with)"
    r"|mov(?:e|ing) forward|tak(?:e|ing) (?:it|the (?:job|role|position|offer))|accept(?:ing)? (?:it|the|this|your)|be there|be coming|be going)\b"
)
_PERHAPS = r"(?:maybe|perhaps|probably|possibly|likely|most likely)"
_SHALL = r"(?: (?:should|shall|will|must|would|might|may|have|need|ought|had|am|just|also|to|be|going|gonna|probably|maybe|perhaps|better|rather|have to|got|want|like)|'ll|'d|'m)"

HEDGING = {
    "i might|i may": rf"\bI (?:might|may)(?: well| just| actually| possibly| still| also| even| sadly)* (?:(?:have|need|want|decide) to |be forced to |end up )?(?:{_LEAVE}|reschedule\b|postpone\b)"
    rf"|\bI (?:might|may) (?:well |possibly |still |actually )?not (?:make it|attend\b|come\b|be (?:coming|there|available|free)\b|be able(?: to (?:be there|join|do it|{_COME})|\s*(?=[.,;…!]|$)))"
    r"|\bI (?:might|may) no longer be (?:available|interested|able)\b",
    "think|guess|suppose|reckon": rf"\b(?:think|guess|suppose|reckon)(?: that)?(?: maybe| perhaps| probably)? I(?:m\b)?{_SHALL}{{0,5}} ?{_LEAVE}",
    "probably|perhaps|maybe|possibly|likely": rf"\bI(?:'m|'ll|'d| should| will| would| must| am| have| need| ought)? {_PERHAPS}{_SHALL}{{0,3}} {_LEAVE}"
    rf"|\bI(?:'ll| will)? {_PERHAPS} (?:won't|wont|can't|cannot|cant|shouldn't|will not|not)(?: be able to| be)? {_COME}"
    rf"|\b{_PERHAPS}(?: it(?:'s| is| would be|'d be))?(?: best| better| for the best| wise| wiser)?(?: if| that| to)? (?:I{_SHALL}{{0,3}} )?{_LEAVE}"
    rf"|\b(?:would|'d) like to {_PERHAPS} {_LEAVE}",
    "be best|be better|be wise|for the best": rf"\bit (?:might|may|could|would probably) be (?:best|better|wise|wiser|for the best)(?: if| that| to| for me to)? (?:I{_SHALL}{{0,3}} )?{_LEAVE}",
    "sure|certain": rf"(?:{_I_AM}(?: still)? not|\bI'?m un|^not|(?<=[.!?\n] )not|\bI am un)(?: really| too| quite| entirely| 100%| totally| at all| yet| so)? ?(?:sure|certain)(?: if| whether| that)?(?: I(?:'ll| will| can| could| should| want| would|'d| am|'m|m)?)?(?: still| really| to| be able to| be)* {_COME}",
    "leaning|inclined|minded|two minds|fence|tempted": rf"{_I_AM}(?: \w+)? (?:leaning (?:towards?|away)|(?:inclined|minded|tempted) (?:to|not to) (?:{_LEAVE}|say)|in two minds|on the fence)",
    "second thoughts|cold feet": rf"{_I_AM}(?: \w+)? (?:having|getting) (?:some |serious )?(?:second thoughts|cold feet)\b",
    "thinking|considering|contemplating|debating": rf"(?:{_I_AM}|\bI've been|\bI have been)(?: \w+)?(?: of| kind)? (?:thinking|considering|contemplating|debating)(?: about| of| whether to| that)?(?: maybe| perhaps)? (?:I{_SHALL}{{0,4}} )?(?:maybe )?(?:{_SHALL}{{0,3}} )?{_LEAVE}",
    "look|seem|appear": rf"\b(?:looks|seems|looking|appears)(?: very much)?(?: like| as if| as though| that)? I(?:'ll| will| won't| wont| may| might| can't| cannot| cant|'m not|'m| am)(?: not| going| gonna| have| need| be able| to)* (?:{_COME}|{_LEAVE})",
    "don't think|dont think|do not think": rf"\bI (?:don't|dont|do not) (?:really )?think (?:that )?I(?:'ll| will| can| could| want|'d| would| should|'m| am)(?: still| be able| want| going| to| be)* {_COME}",
    "for now|time being|for the moment": rf"{_I_AM} (?:withdrawing|declining|saying no|pulling out|stepping back)\b[^.?!\n]{{0,50}}\b(?:for now|for the time being|for the moment)\b",
    "wondering|would it be|is it ok|is it possible|is it al|is it fine|to ask if|to ask whether": rf"\b(?:wondering|to ask) (?:if|whether) (?:I|we) (?:could|can|might|may) (?:please |possibly |still |just )?{_LEAVE}"
    rf"|\b(?:would|is) it (?:be )?(?:ok|okay|possible|alright|all right|fine)(?: with you)? (?:if I|for me to|to) {_LEAVE}",
}
