"""The shell's side of the engine: `no-with-thanks list | show | read | write | check | preview | new`."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from generator import authors, catalogue, describe, pipeline
from generator.errors import GeneratorError
from generator.exports import PAPERS
from generator.forms import FORMS, send
from generator.invitation import read
from generator.model.invitation import FACTS, Invitation, ReaderClock, Suggestion
from generator.model.message import LENGTHS, STAGES, TONES, Composition, MessageType, Style
from generator.model.sending import Sending
from generator.routes import allows, best_channel, find_routes

WRITTEN, FINDINGS, WRONG_CALL = 0, 1, 2
"""Exit codes: all is well; findings, missing answers, or nothing to answer; a call that cannot be carried out."""

OUTPUTS = ("json", *(name for name in FORMS if name != "mailto"))

AROUND = timedelta(days=60), timedelta(days=400)
"""How far back and ahead the reader's clocks are looked at, for the days on which they change."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one call and return the exit code; None means the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")  # messages are UTF-8 wherever they are read
    options = _parser().parse_args(arguments)
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except (GeneratorError, _CallError) as error:
        print(error, file=sys.stderr)
        return WRONG_CALL
    except BrokenPipeError:  # whoever read has read enough; Python would complain once more when it closes the pipe
        sys.stdout = None
        return WRITTEN
    except OSError as error:
        print(f"The output cannot be written ({error.strerror}): write to a file with --out.", file=sys.stderr)
        sys.stdout = None
        return WRONG_CALL
    return code


class _CallError(Exception):
    """What the shell gave cannot be read."""


def list_types(options: argparse.Namespace) -> int:
    """Print every message type, by stage."""
    types = catalogue.load_catalogue()
    if options.json:
        _print_json([describe.describe_summary(message_type) for message_type in types])
        return WRITTEN
    for stage, label in STAGES.items():
        here = [message_type for message_type in types if message_type.stage == stage]
        if here:
            print(label)
        for message_type in here:
            print(f"  {message_type.slug:<26}{message_type.title} ({', '.join(message_type.channels)})")
    return WRITTEN


def show_type(options: argparse.Namespace) -> int:
    """Print one message type: what it is for, its questions and its examples."""
    message_type = authors.find(options.type)
    if options.json:
        _print_json(describe.describe_type(message_type))
        return WRITTEN
    print(f"{message_type.title}\n{message_type.summary}\n")
    print(f"channels: {', '.join(message_type.channels)}\ntones: {', '.join(TONES)}\n")
    for field in message_type.fields:
        notes = [] if field.required else ["optional"]
        notes += [f"only in: {', '.join(field.channels)}"] if field.channels != message_type.channels else []
        notes += [f"only if {field.when[0]}={field.when[1]}"] if field.when else []
        print(f"{field.name:<19}{field.label}{f' ({"; ".join(notes)})' if notes else ''}")
        if field.hint:
            print(f"{'':<19}{field.hint}")
        for option in field.options:
            print(f"{'':<21}{option.value:<15}{option.label}")
    print("\nexamples: " + "; ".join(example.name for example in message_type.examples))
    return WRITTEN


def read_invitation(options: argparse.Namespace) -> int:
    """Print what an invitation says: a mail (.eml), a calendar file (.ics), or the text of one."""
    invitation = read(_read_bytes(options.file), _clock(options.zone))
    if options.json:
        _print_json(describe.describe_invitation(invitation))
    else:
        print("\n".join(map(_visible, _tell(invitation))))
    return WRITTEN if invitation.found and invitation.status != "cancelled" else FINDINGS


def write_message(options: argparse.Namespace) -> int:
    """Print the message, or write it to a file."""
    message_type = authors.find(options.type)
    invitation = _invitation_of(options)
    answers = _read_answers(options)
    if invitation:
        answers = _fill(answers, invitation, message_type)
    style = Style(channel=options.channel, tone=options.tone, length=options.length, locale=options.locale)
    made = pipeline.compose(message_type, answers, style)
    if options.to == "json":
        data = _json(describe.describe_composition(made)).encode()
    else:
        sending = Sending(
            message_type=message_type,
            answers=answers,
            style=style,
            also_tell=_read_also(options),
            invitation=invitation,
            you=options.you,
            stamp=f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}",
            now=_clock(options.zone).now,
            paper=options.paper or "",
        )
        data = send(options.to, made, sending).data
    if options.out is not None:
        _write_file(options.out, data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    return _report(made)


def check_text(options: argparse.Namespace) -> int:
    """Print what the checks find in a text."""
    message_type = authors.find(options.type) if options.type else None
    findings = pipeline.check_text(_read_file(options.file), message_type, options.channel)
    if options.json:
        _print_json({"findings": describe.describe_findings(findings)})
    for finding in () if options.json else findings:
        print(f"{finding.check}: {finding.message} ({finding.guide})")
    return FINDINGS if findings else WRITTEN


def scaffold_type(options: argparse.Namespace) -> int:
    """Write a file to begin a message type with, a word on every line."""
    path = authors.scaffold(options.type)
    print(
        f"{path} is a whole message type already. Change its words, and read them with: make preview TYPE={path.stem}"
    )
    return WRITTEN


def preview_type(options: argparse.Namespace) -> int:
    """Print every draft of a message type, to be read aloud, with what is wrong with each."""
    lines = list(authors.preview(authors.find(options.type)))
    print("\n".join(lines))
    return FINDINGS if any(line.startswith("!!") for line in lines) else WRITTEN


def _report(made: Composition) -> int:
    """Say on standard error what is missing, unread or found, and return the exit code."""
    lines = [f"{problem.field}: {problem.message}" for problem in made.problems]
    unread = {problem.field for problem in made.problems}
    missing = [name for name in made.draft.missing if name not in unread]
    lines += [f"Still missing: {', '.join(missing)}. Add --set {missing[0]}=…"] if missing else []
    if not lines:  # a draft with gaps is not finished, so it is not judged yet
        lines = [f"{finding.check}: {finding.message}" for finding in made.findings]
    for line in lines:
        print(line, file=sys.stderr)
    if advice := made.draft.advice:
        print(f"Before you send it: {advice.message} See {advice.leads_to}.", file=sys.stderr)
    return FINDINGS if lines else WRITTEN


def _tell(invitation: Invitation) -> Iterator[str]:
    """Yield what an invitation says, line by line."""
    for found in invitation.found:
        yield f"{found.name:<19}{found.value}"
        yield f"{'':<19}{FACTS[found.name]} ({found.certainty}; {found.source}: “{found.quote.strip()}”)"
    yield f"{'status':<19}{invitation.status}"
    if invitation.remarks:
        yield ""
        yield from invitation.remarks
    if invitation.suggestion:
        yield ""
        yield from _suggest(invitation.suggestion)


def _suggest(suggestion: Suggestion) -> Iterator[str]:
    """Yield where the reader stands and why, and the messages that the chooser has for a no there."""
    yield f"{STAGES[suggestion.where]}: {' '.join(suggestion.because)}"
    notice = None if suggestion.notice is None else catalogue.chooser().notices[suggestion.notice]
    for message_type, choice in find_routes(catalogue.load_catalogue(), suggestion.where, "no"):
        if notice and not allows(choice, notice):
            continue
        channels = [best_channel(message_type, notice)] if notice else message_type.channels
        yield f"  {message_type.slug:<26}{message_type.title} ({', '.join(channels)})"
        yield f"  {'':<26}{choice.because}"
    if notice:
        yield notice.advice


def _visible(line: str) -> str:
    """Return a line of somebody else's without what a terminal would take for a command."""
    return "".join(char if char.isprintable() else " " for char in line)


def _invitation_of(options: argparse.Namespace) -> Invitation | None:
    """Return the invitation that a message answers, and say on standard error what is to be known of it."""
    if options.you and options.invitation is None:
        raise _CallError("--you says who answers an invitation: name it with --from FILE.")
    if options.also and options.to != "pack":
        raise _CallError("--also says whom a pack tells beside: make one with --to pack.")
    if options.invitation is None:
        return None
    invitation = read(_read_bytes(options.invitation), _clock(options.zone))
    for sentence in invitation.remarks:
        print(_visible(sentence), file=sys.stderr)
    return invitation


def _fill(answers: dict[str, str], invitation: Invitation, message_type: MessageType) -> dict[str, str]:
    """Return the answers, with those of the invitation where there are none; what is a guess is named on standard error."""
    asked = {field.name for field in message_type.fields}
    if message_type.beside and message_type.beside.who not in {found.name for found in invitation.found}:
        asked -= {"recipient", "recipient_email"}  # the agency or the friend is told, and did not write this
    filled = dict(answers)
    for found in invitation.found:
        if found.name not in asked or filled.get(found.name, "").strip():
            continue
        if found.certainty == "unsure":
            hint = f"{found.name} may be “{found.value}”: add --set {found.name}=… if it is."
            print(_visible(hint), file=sys.stderr)
        else:
            filled[found.name] = found.value
    return filled


def _clock(zone: str | None) -> ReaderClock:
    """Return where and when the shell is, or what the clocks of a zone show."""
    try:
        clock = ZoneInfo(zone) if zone else None
    except (KeyError, OSError, ValueError) as error:
        raise _CallError(f"There is no time zone “{zone}”: name one as Europe/London.") from error
    now = datetime.now(UTC)
    offsets: list[tuple[str, int]] = []
    moment = (now - AROUND[0]).replace(minute=0)
    while moment < now + AROUND[1]:
        east = _east(moment, clock)
        if not offsets or offsets[-1][1] != east:
            offsets.append((f"{moment:%Y-%m-%dT%H:%M}", east))
        moment += timedelta(minutes=30)  # clocks change on the hour or the half
    return ReaderClock(zone=zone or "", offsets=tuple(offsets), now=f"{now.astimezone(clock):%Y-%m-%dT%H:%M}")


def _east(moment: datetime, clock: ZoneInfo | None) -> int:
    """Return how many minutes east of UTC the clocks are."""
    offset = moment.astimezone(clock).utcoffset()
    return 0 if offset is None else round(offset / timedelta(minutes=1))


def _read_also(options: argparse.Namespace) -> dict[str, dict[str, str]]:
    """Return who is told beside, each with the name that they are told under where one is given."""
    return {slug: {"recipient": name} for slug, _, name in (each.partition("=") for each in options.also)}


def _read_answers(options: argparse.Namespace) -> dict[str, str]:
    """Return the answers of the file, with those of `--set` in their place."""
    answers: dict[str, str] = {}
    if options.answers is not None:
        try:
            answers = json.loads(_read_file(options.answers))
        except (ValueError, RecursionError) as error:
            raise _CallError(f'{options.answers} is not JSON: write {{"role": "baker"}}.') from error
        if not isinstance(answers, dict) or not all(isinstance(answer, str) for answer in answers.values()):
            raise _CallError(f'{options.answers} is not a table of texts: write {{"role": "baker"}}.')
    for pair in options.set:
        name, equals, answer = pair.partition("=")
        if not equals:
            raise _CallError(f"“{pair}” gives no answer: write --set {name}=answer.")
        answers[name] = answer
    return answers


def _read_file(name: str) -> str:
    """Return the text of a file, or of standard input for `-`."""
    try:
        return _read_bytes(name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _CallError(f"{name} is not UTF-8 text: save it as UTF-8.") from error


def _read_bytes(name: str) -> bytes:
    """Return what is in a file, or in standard input for `-`."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise _CallError(f"{name} cannot be read ({error.strerror}): name a file, or - for standard input.") from error


def _write_file(name: str, data: bytes) -> None:
    try:
        Path(name).write_bytes(data)
    except OSError as error:
        raise _CallError(
            f"{name} cannot be written ({error.strerror}): name a file in a folder that exists."
        ) from error


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _print_json(value: Any) -> None:
    print(_json(value), end="")


def _name() -> str:
    """Return what this program was called as."""
    return "python -m generator" if Path(sys.argv[0]).suffix == ".py" else Path(sys.argv[0]).name


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=_name(), description="Write a kind, exact no to an interview.")
    commands = parser.add_subparsers(required=True, metavar="list | show | read | write | check | preview | new")

    def command(name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        added.set_defaults(run=run)
        return added

    listing = command("list", list_types)
    showing = command("show", show_type)
    reading = command("read", read_invitation)
    writing = command("write", write_message)
    checking = command("check", check_text)
    previewing = command("preview", preview_type)
    beginning = command("new", scaffold_type)
    for each in (listing, showing, reading, checking):
        each.add_argument("--json", action="store_true", help="print JSON, as the page's worker answers")
    showing.add_argument("type", help="a message type, as list prints it")
    writing.add_argument("type", help="a message type, as list prints it")
    previewing.add_argument("type", help="a message type, as list prints it")
    beginning.add_argument("type", help="the name of the new message type, in small letters and hyphens")
    writing.add_argument(
        "--set", action="append", default=[], metavar="FIELD=ANSWER", help="an answer, as show names it"
    )
    writing.add_argument("--answers", metavar="FILE.json", help="a table of answers; - for standard input")
    writing.add_argument("--to", choices=OUTPUTS, default="txt", help="the form of the message (default: txt)")
    writing.add_argument("--paper", choices=PAPERS, help="the paper of a docx (default: that of the locale)")
    writing.add_argument("--json", action="store_const", const="json", dest="to", help="the same as --to json")
    writing.add_argument("--out", metavar="FILE", help="write there instead of to standard output")
    writing.add_argument(
        "--length", default="", help=f"one of {', '.join(LENGTHS)} (default: {pipeline.DEFAULT_LENGTH})"
    )
    locales = list(catalogue.locales())
    writing.add_argument("--locale", default="", help=f"one of {', '.join(locales)} (default: {locales[0]})")
    writing.add_argument("--tone", default="", help=f"one of {', '.join(TONES)} (default: {pipeline.DEFAULT_TONE})")
    writing.add_argument(
        "--from",
        dest="invitation",
        metavar="FILE",
        help="the invitation, which answers what is not set; - for standard input",
    )
    writing.add_argument(
        "--you", default="", metavar="ADDRESS", help="your address, where the invitation has several people's"
    )
    writing.add_argument(
        "--also",
        action="append",
        default=[],
        metavar="TYPE[=NAME]",
        help="whom a pack tells beside: a message type that goes along with others, such as tell-the-agency",
    )
    for each in (reading, writing):
        each.add_argument(
            "--zone", metavar="NAME", help="your time zone, such as Europe/London (default: the machine's)"
        )
    reading.add_argument("file", metavar="FILE", help="an invitation; - for standard input")
    checking.add_argument("--type", help="a message type, for the checks that hold for it")
    for each in (writing, checking):
        each.add_argument("--channel", default="", help="one of the type's (default: its first)")
    checking.add_argument("file", metavar="FILE", help="a text file; - for standard input")
    return parser


if __name__ == "__main__":
    sys.exit(main())
