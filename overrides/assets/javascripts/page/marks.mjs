// The marks by which scripts find their places in the markup: `data-…` attributes. No script imports this list: a test holds the
// templates and the scripts to it, each to every name.

/** What the markup bears and the scripts look for, each with what it marks. */
export const MARKS = {
  // The form
  field: "a question, with the name of its field",
  gap: "the question's name, as it stands in a gap",
  channels: "the channels that a question is asked for",
  when: "the field on whose answer a question depends",
  "when-value": "the answer that the question depends on",
  "only-in": "a choice that only these channels have",
  sheet: "the paper that goes with an English",
  regions: "the countries whose English it is",
  problems: "the summary of problems",
  jump: "the link from the form to the message",
  "share-choices": "the button that copies a link to the choices",

  // The writer and its engine
  state: "the state of the engine, on the writer",
  parts: "the parts that can be left out, on the writer",
  engine: "what is shown while the engine is not ready",
  loading: "the sentence that it loads",
  progress: "the bar",
  "progress-text": "the bytes so far",
  consent: "the question of a reader who saves data",
  load: "the button that answers it",
  failure: "the sentence that it could not be loaded",
  retry: "the button that tries again",

  // The message
  paper: "the place of the message",
  example: "an example of the page, with its channel and tone",
  beforehand: "what is wiser than to send the message",
  draft: "the text of the message",
  subject: "the subject of the message",
  label: "what the text is called while it is edited; what a thing in an invitation is called",
  part: "a part of the text, with its name",
  showing: "what is shown with an example only, or with one's own message only",
  tools: "everything under the message",
  length: "how long it is",
  update: "what is spoken when it has changed",
  gaps: "the list of what is missing",
  advice: "the section of what the checks found",
  findings: "the list in it",

  // Editing
  edit: "the button that opens the text",
  undo: "the button that takes a step back",
  redo: "the button that takes it again",
  changes: "the list of what the reader changed",
  change: "the template of a line of it",
  is: "the words for some states of a change",
  name: "the name of a changed part; the field that a tick fills in",
  fresh: "the button for the words from the answers, with its part",
  "fresh-all": "the button that undoes every change",

  // Why a part is there
  why: "the explanation",
  asked: "what is shown of a part that was asked about",
  unasked: "what is shown where none was",
  "why-label": "the name of the part",
  "why-text": "what it does",
  "why-answers": "the answers that made it",
  "why-guide": "the link to the handbook",
  "why-fresh": "the words from the answers",
  "leave-out": "the button that leaves the part out",
  step: "the buttons to the next part and the one before",

  // Delivery
  status: "what came of it",
  copy: "a button that copies, with what it copies",
  mailto: "the link to the mail program",
  share: "the button that shares",
  clear: "the button that clears everything",
  export: "a button that saves a file, with its form",
  print: "the button that prints",
  reply: "a button that saves what goes back to an invitation, with its form",
  also: "the name of somebody else to tell, with the message type of the note",
  answerable: "what is shown where a calendar waits for a reply",
  unanswerable: "what is shown where none does",
  undecided: "what is shown where the message declines nothing",
  dated: "what is shown where a reminder can be made",

  // The invitation
  limit: "the bytes that are read at most",
  told: "who is told by the message that did not send the invitation",
  file: "the file that is chosen",
  text: "the text that is pasted",
  forget: "the button that puts the invitation away",
  reading: "what came of reading it",
  result: "everything that was read",
  said: "the list of remarks",
  way: "the way to the chooser",
  choose: "the link to the chooser",
  who: "the question which of the invited the reader is",
  you: "the list of the invited",
  list: "the list of what was found",
  thing: "the template of a line of it",
  value: "what was found; what a tick fills in",
  source: "where it stands",
  take: "the button that fills in what is ticked",

  // The chooser
  where: "the answers for a place",
  wants: "the answers for a wish",
  notice: "what is for some notices only",
  "asks-notice": "the question for the notice",
  wait: "what is shown until the questions are answered",
  found: "what is spoken when there is an answer",

  // Every page
  release: "the bar of a newer release",
};

/** What scripts alone put on what they make, and look for. */
export const MADE = {
  to: "a link to a question, with its field",
  strike: "a button that takes out a sentence, with the sentence",
};

/** What is the theme's: it gives these their meaning. */
export const THEMES = {
  "md-component": "a part of the theme",
  "search-exclude": "what the search passes over",
};
