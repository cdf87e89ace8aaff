// Made of generator/protocol.py by python -m generator.site.declarations: change it there.

/** Where and when the reader is, as their device says: the engine has no clock and no list of zones. */
export interface ReaderClock {
  /** An IANA name such as `Europe/Lisbon`; empty where it is not known. */
  zone?: string;
  /** Moments in UTC (`2027-03-28T01:00`) from which on the reader's clocks are so many minutes east of UTC, in order. */
  offsets?: Array<[string, number]>;
  /** The reader's own date and hour as `2026-11-24T23:57`; empty where it is not known. */
  now?: string;
}

/** What says which message is meant. */
export interface MessageRequest {
  /** The slug of the message type. */
  type: string;
  /** Empty for the first of the type. */
  channel?: string;
  tone?: string;
  length?: string;
  locale?: string;
  /** What the reader typed or chose, by field. */
  answers?: Record<string, string>;
  /** The reader's own words by part; empty words leave a part out. */
  edits?: Record<string, string>;
}

/** Asks for a message. */
export interface ComposeRequest extends MessageRequest {
  request: "compose";
}

/** Asks what the checks find in a text that was made from the message. */
export interface CheckRequest extends MessageRequest {
  request: "check";
  text?: string;
}

/** Asks for a file of the message, or of what goes with it. */
export interface ExportRequest extends MessageRequest {
  request: "export";
  /** The form: `txt`, `docx`, `eml`, `ics`, `pack` and so on. */
  to: string;
  /** `a4` or `letter`. */
  paper?: string;
  /** The file of the invitation that is replied to, in base64. */
  invitation?: string;
  /** The address of the one of the invited who replies. */
  you?: string;
  clock?: ReaderClock;
  /** This moment as calendars write it: `20270503T090000Z`. */
  stamp?: string;
  /** Whom to tell besides: answers by the message type of each note. */
  also?: Record<string, Record<string, string>>;
}

/** Asks what an invitation says. */
export interface ReadRequest {
  request: "read";
  /** The file: a mail, a calendar file or a text. */
  base64: string;
  clock?: ReaderClock;
}

export type Request = ComposeRequest | CheckRequest | ExportRequest | ReadRequest;

/** A run of words that come from one place. */
export interface Segment {
  text: string;
  /** The field whose answer it is; empty for words of the template. */
  field: string;
  /** Whether the answer is missing, and its name stands here in square brackets. */
  gap: boolean;
}

/** A part of the text that has a purpose of its own. */
export interface Part {
  name: string;
  label: string;
  /** What stands between it and the part before. */
  before: string;
  segments: Array<Segment>;
  /** The fields whose answers made it. */
  uses: Array<string>;
  /** What it does, in a sentence to the reader. */
  why: string;
  /** The page of the handbook that says more, as its source path. */
  guide: string;
  /** Whether the message cannot do without it. */
  essential: boolean;
}

/** A part that the reader has edited, with the words that the answers would make now. */
export interface RevisedPart {
  name: string;
  label: string;
  text: string;
}

/** How many characters a message takes, and how many it may take where it goes. */
export interface Room {
  taken: number;
  given: number;
}

/** A message. */
export interface Draft {
  type: string;
  channel: string;
  tone: string;
  length: string;
  locale: string;
  /** None where the channel has none. */
  subject: string | null;
  subject_segments: Array<Segment>;
  text: string;
  /** Whether it says no to the interview, so that it can free the slot in their calendar. */
  declines: boolean;
  /** In their order; the text is theirs, to the letter. */
  parts: Array<Part>;
  revised: Array<RevisedPart>;
  words: number;
  room: Room | null;
  /** How many text messages it is sent as, where it is one. */
  texts: number | null;
  /** How long it takes to say, where it is spoken. */
  seconds: number | null;
}

/** An answer that the message needs and does not have. */
export interface Missing {
  field: string;
  /** What stands in the brackets. */
  gap: string;
  label: string;
}

/** A sentence to the reader about one answer: what is wrong with it, or how it was read. */
export interface FieldMessage {
  /** Empty where it is about no single one. */
  field: string;
  message: string;
}

/** Advice of a check. */
export interface Finding {
  check: string;
  message: string;
  guide: string;
  /** The sentence that can be taken out; empty where that is not the remedy. */
  strike: string;
}

/** What is kinder or wiser than to send the message. */
export interface Advice {
  message: string;
  guide: string;
  /** The title of the message that it leads to; empty where it leads to a page of the handbook. */
  label: string;
}

/** The link that opens the mail program. */
export interface Mailto {
  url: string;
  /** Whether the text is in it; one that is too long has to be copied. */
  whole: boolean;
}

/** What answers led to. */
export interface Composition {
  draft: Draft;
  missing: Array<Missing>;
  problems: Array<FieldMessage>;
  notes: Array<FieldMessage>;
  findings: Array<Finding>;
  /** None where nothing is wiser than to send it. */
  advice: Advice | null;
  /** None for what is not sent by email. */
  mailto: Mailto | null;
}

/** What the checks found in a text. */
export interface CheckedText {
  findings: Array<Finding>;
}

/** A file that was made. */
export interface File {
  name: string;
  media_type: string;
  base64: string;
}

/** Something that an invitation says. */
export interface Fact {
  /** The field that asks for it. */
  name: string;
  label: string;
  /** As it would be typed. */
  value: string;
  quote: string;
  source: string;
  certainty: "sure" | "likely" | "unsure";
}

/** One of the invited. */
export interface Person {
  name: string;
  address: string;
}

/** Where the reader stands, in the chooser's words, and why. */
export interface Suggestion {
  where: string;
  label: string;
  /** How long it is until the interview, as a place in the chooser's list; None where that has no bearing. */
  notice: number | null;
  because: Array<string>;
}

/** What an invitation says. */
export interface Invitation {
  kind: "calendar" | "mail" | "text";
  status: string;
  found: Array<Fact>;
  /** Those of the invited who may be the reader. */
  you: Array<Person>;
  /** Whether a calendar waits for a reply. */
  answerable: boolean;
  /** Sentences to the reader: what could not be read, and what can be done. */
  said: Array<string>;
  suggestion: Suggestion | null;
}

/** Name of a request → its result. */
export interface Results {
  compose: Composition;
  check: CheckedText;
  export: File;
  read: Invitation;
}

/** Why a request was refused: the class of the error, and one sentence for the reader. */
export interface ErrorDescription {
  name: string;
  message: string;
}

/** The response to a request that was carried out. */
export interface Success {
  ok: true;
  result: Composition | CheckedText | File | Invitation;
}

/** The response to a request that was refused. */
export interface Failure {
  ok: false;
  error: ErrorDescription;
}

export type Response = Success | Failure;
