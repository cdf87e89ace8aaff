"""Every mistake in a file of the catalogue stops the build, with the file, the line and the right form."""

import re

import pytest

from generator import CatalogueError, Style, UnknownNameError, catalogue, compose, find, load_catalogue
from generator.catalogue import files, parse_type
from generator.catalogue.reading import read_fields
from generator.catalogue.source import Source
from generator.catalogue.vocabularies import read_layout, read_locales, read_parts
from generator.model.message import STAGES

FILE = "generator/messages/example.txt"
TEXT = """+++
title = "Withdraw"
summary = "You want to withdraw."
stage = "after"
guide = "after/guide.md"
channels = ["email"]
fields = ["recipient", "role", "reason?", "reason_words", "sender", "sender_contact?", "recipient_email?"]
checks = ["no-gap"]
channels_hint = "It is written"
declines = "always"
[field.reason.options]
none = "No reason"
own = "My own"
[[examples]]
name = "short"
[examples.answers]
recipient = "Mr Osei"
role = "baker"
sender = "Imani"

[[choices]]
where = "booked"
wants = "no"
because = "It was agreed."
+++
[subject]
Withdrawal: {role}
[decision]
I withdraw.
if reason is own: {reason_words}
"""


def broken(old, new):
    assert TEXT.count(old) >= 1, old
    with pytest.raises(CatalogueError) as caught:
        parse_type(FILE, TEXT.replace(old, new, 1))
    return str(caught.value)


def test_a_file_is_read_into_a_message_type():
    found = parse_type(FILE, TEXT)

    assert (found.slug, found.title, found.channels) == ("example", "Withdraw", ("email",))
    assert [field.name for field in found.fields if field.required] == ["recipient", "role", "reason_words", "sender"]
    assert found.examples[0].answers["role"] == "baker"
    assert found.examples[0].line == 15


def test_an_example_has_its_style_and_its_letter():
    styled = 'name = "short"\ntone = "warm"\nenglish = "en-GB"\nletter = """\nDear Mr Osei"""'
    [example] = parse_type(FILE, TEXT.replace('name = "short"', styled)).examples

    assert example.style == Style(tone="warm", locale="en-GB")
    assert example.letter == "Dear Mr Osei"


def test_advice_is_said_to_the_reader_as_soon_as_the_answers_show_it_and_stands_in_no_draft():
    advice = "[advice]\nif reason is own: You need not say why,\n  {sender}. -> example\n"
    found = parse_type(FILE, TEXT + advice)
    plain, own = ({"sender": "Imani"} | each for each in ({}, {"reason": "own", "reason_words": "I am moving."}))

    assert compose(found, plain).draft.advice is None
    assert compose(found, own).draft.advice == ("You need not say why, Imani.", "example")
    assert "need not" not in compose(found, own).draft.text


def test_an_american_says_what_a_template_has_for_americans():
    found = parse_type(FILE, TEXT.replace("I withdraw.", "I withdraw my [if american: candidacy | application]."))

    for english, said in {"en-US": "candidacy", "en-GB": "application"}.items():
        made = compose(found, found.examples[0].answers, Style(locale=english))
        assert f"I withdraw my {said}." in made.draft.text


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("+++\ntitle", "title", 1, "begin with a line +++"),
        ('title = "Withdraw"', "title = Withdraw", 2, "this is not TOML"),
        (
            'title = "Withdraw"',
            'titel = "Withdraw"',
            2,
            "unknown key “titel” in the front matter: the keys are title, summary",
        ),
        ('title = "Withdraw"\n', "", 2, "the front matter lacks “title”: add title = …"),
        ('title = "Withdraw"', "title = 3", 2, "“title” in the front matter is not a text in quotes."),
        (
            'stage = "after"',
            'stage = "later"',
            4,
            "unknown stage “later”: there is applied, invited, booked, during, after, around, answered.",
        ),
        ('["email"]', '["pigeon"]', 6, "unknown channel “pigeon”: there is call, email, letter, note, spoken, text."),
        ('["email"]', "[]", 6, "“channels” is empty: name at least one."),
        ('"role", ', '"role", "zip", ', 7, "unknown field “zip”: there is recipient, role"),
        ('["no-gap"]', '["no-gaps"]', 8, "unknown check “no-gaps”: there is names-the-role"),
        ('name = "short"', 'name = "short"\ntone = "dry"', 16, "unknown tone “dry”: there is plain, warm, formal."),
        ("[field.reason.options]", "[field.rule.options]", 11, "unknown field “rule”: there is recipient, role"),
        ('none = "No reason"\nown = "My own"', "", 7, "[field.reason] needs a kind or options"),
        ('own = "My own"', 'mine = "My own"', 7, "[field.reason_words] waits for “own”: reason has none, mine."),
        (
            'checks = ["no-gap"]',
            'short_keeps = ["dor"]\nchecks = []',
            8,
            "the short form cannot keep “dor”: there is to, subject",
        ),
        ('"always"', '"sometimes"', 10, "unknown way to decline “sometimes”: there is always, never."),
        ('"always"', "{}", 10, "“declines” is empty: write"),
        ('"always"', '{ next_move = "part" }', 10, "unknown choice “next_move”: there is reason."),
        ('"always"', '{ reason = "part" }', 10, "unknown option of reason “part”: there is none, own."),
        ('["no-gap"]', '["decision-first"]', 8, "unknown check “decision-first”: there is names-the-role"),
        ("[[examples]]", '[beside]\nwho = "agency"\n[[examples]]', 14, "[beside] lacks “label”"),
        ('wants = "no"', 'wants = "nope"', 23, "unknown wish “nope”: there is no, move, pause, ask, thank."),
        ('where = "booked"', 'where = "book"', 22, "unknown place “book”: there is applied, invited, booked"),
        ('wants = "no"', 'wants = "no"\nusual = 1', 24, "“usual” in [[choices]] is not"),
        ('[[examples]]\nname = "short"', "[[examples]]", 14, "[[examples]] lacks “name”"),
        ('role = "baker"', 'roll = "baker"', 18, "unknown field “roll”"),
        ('role = "baker"', "role = 3", 18, "the answer “role” is not a text in quotes"),
        ("{role}", "{roll}", 27, "“roll” is not declared: add it to fields, where there is recipient, "),
        ("{role}", "{role", 27, "“{role” is not closed: write {role}."),
        ("{role}", "{{ role }}", 27, "this is written in Jinja: write {role}"),
        ("I withdraw.", "{% for x in role %}", 29, "this is written in Jinja"),
        ("{role}", "{role.x}", 27, "nothing is called {role.x}: there is no option with words."),
        ("[decision]", "[decison]", 28, "no channel of this type has a part “decison”: there is to, subject"),
        ("[decision]", "[voicemail]", 28, "no channel of this type has a part “voicemail”"),
        ("[subject]", "Hello", 26, "these words stand above the first part: begin with its name, as in [decision]."),
        ("[decision]", "[subject]", 28, "this part stands above already"),
        ('"reason?", ', '"company?", "reason?", ', 7, "the field “company” is declared but changes nothing"),
        ("reason is own", "reason is owm", 30, "“reason” is never “owm”: there is none, own."),
        ("reason is own", "tone is wram", 30, "“tone” is never “wram”: there is plain, warm, formal."),
        ("reason is own", "channel is letter", 30, "“channel” is never “letter”: there is email."),
        ("reason is own", "reason = own", 30, "“reason = own” is no condition: write if thanks_for"),
        ("reason is own", "raeson is own", 30, "“raeson” is not declared"),
        (
            "reason is own",
            "role is a sentence",
            30,
            "“role” is never a sentence: ask that of a field whose kind is phrase",
        ),
        ("reason is own", "role is a poem", 30, "nothing can be a “poem”: a free answer is a phrase or a clause or a"),
        ("I withdraw.", "\ue000 withdraw.", 29, "a private-use character stands here"),
        (
            "I withdraw.",
            "plain: I withdraw.",
            29,
            "the words in warm and formal are missing: write warm: and its words",
        ),
        ("I withdraw.", "  I withdraw.", 30, "this line is as far in as none of those above"),
        ('"role", ', '"role", "role?", ', 7, "the field “role” stands there twice"),
        ('"role", ', '"role", "tone", ', 7, "the field “tone” is what a template calls something else"),
        ('none = "No reason"', "none = 3", 11, "an option in [field.reason] is not a text in quotes"),
        (
            "[field.reason.options]",
            "[field.role]\nchannels = ['fax']\n[field.reason.options]",
            12,
            "unknown channel “fax”: there is email.",
        ),
        ("[field.reason.options]", "[field]\nrole = 3\n[field.reason.options]", 7, "[field.role] is not a table"),
        (
            "[field.reason.options]",
            "[field.role]\nhints = ''\n[field.reason.options]",
            12,
            "unknown key “hints” in [field.role]",
        ),
    ],
)
def test_a_mistake_in_a_message_file_names_file_line_and_right_form(old, new, line, says):
    message = broken(old, new)

    assert says in message
    assert message.startswith(f"{FILE}, line {line}: ")


def test_a_type_may_change_a_shared_question_but_not_its_kind():
    with pytest.raises(CatalogueError, match="changes the kind of a shared question"):
        parse_type(FILE, TEXT.replace("[field.reason.options]", '[field.role]\nkind = "name"\n[field.reason.options]'))


def test_a_question_of_its_own_needs_every_key():
    own = TEXT.replace('"role", ', '"role", "zip?", ').replace(
        "[field.reason.options]", '[field.zip]\nkind = "name"\n[field.reason.options]'
    )

    with pytest.raises(CatalogueError, match=r"line 11: \[field.zip\] lacks “label”"):
        parse_type(FILE, own)


def test_a_question_waits_for_one_choice():
    own = TEXT.replace(
        "[field.reason.options]", '[field.role]\nwhen = { reason = "own", sender = "x" }\n[field.reason.options]'
    )

    with pytest.raises(CatalogueError, match="names 2 choices: name one"):
        parse_type(FILE, own)


def test_a_vocabulary_takes_declared_keys_only():
    with pytest.raises(CatalogueError, match="parts.toml, line 2: unknown key “lable” in door"):
        read_parts(Source("parts.toml", '[door]\nlable = "Door"\n'))
    with pytest.raises(CatalogueError, match="fields.toml, line 1: role lacks “changes”"):
        read_fields(Source("fields.toml", '[role]\nlabel = "Role"\n'))


def test_a_layout_names_parts_that_exist():
    text = '+++\nlabel = "Email"\nheaders = []\nparagraphs = [["gretting"]]\n+++\n'

    with pytest.raises(CatalogueError, match="email.txt, line 4: unknown part “gretting”"):
        read_layout(Source("email.txt", text), "email", catalogue.parts(), catalogue.locales())


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('label = "American English"', "", "lacks “label”"),
        ('paper = "letter"', 'paper = "foolscap"', "unknown paper “foolscap”: there is a4, letter."),
        ('heading = "Re: "', 'headings = "Re: "', "unknown part “headings”"),
        ("regions = []", 'region = ""', "unknown key “region”"),
    ],
)
def test_a_locale_has_what_every_locale_has(old, new, says):
    text = (files.ROOT / "locales.toml").read_text("utf-8")
    assert old in text

    with pytest.raises(CatalogueError, match=f"locales.toml, line \\d+: .*{re.escape(says)}"):
        read_locales(Source("locales.toml", text.replace(old, new, 1)), catalogue.parts())


def test_a_layout_orders_its_parts_for_locales_that_exist():
    text = '+++\nlabel = "Email"\nheaders = []\nparagraphs = [["greeting"]]\n[paragraphs_in]\nen-AU = [["greeting"]]\n+++\n'

    with pytest.raises(CatalogueError, match="unknown locale “en-AU”: there is en-US, en-GB."):
        read_layout(Source("email.txt", text), "email", catalogue.parts(), catalogue.locales())


def test_a_layouts_body_keeps_to_the_same_rules():
    text = '+++\nlabel = "Email"\nheaders = []\nparagraphs = [["closing"]]\n+++\n[closing]\nwarm: Cheers,\n'

    with pytest.raises(CatalogueError, match="email.txt, line 7: the words in plain and formal are missing"):
        read_layout(Source("email.txt", text), "email", catalogue.parts(), catalogue.locales())


def test_all_that_is_wrong_in_a_body_is_said_at_once():
    text = TEXT.replace("{role}", "{roll}").replace("I withdraw.", "I withdraw {").replace("is own", "is")

    with pytest.raises(CatalogueError) as caught:
        parse_type(FILE, text)
    assert [line.partition(": ")[0] for line in str(caught.value).splitlines()] == [
        f"{FILE}, line {number}" for number in (27, 29, 30)
    ]


def test_a_file_registers_itself_by_its_place():
    slugs = {path.stem for path in (files.ROOT / "messages").glob("*.txt")}

    assert {found.slug for found in load_catalogue()} == slugs


def test_types_come_by_stage_and_then_by_name():
    found = load_catalogue()

    assert [each.slug for each in found] == [
        each.slug for each in sorted(found, key=lambda each: (list(STAGES).index(each.stage), each.slug))
    ]


def test_an_unknown_type_names_those_that_exist():
    with pytest.raises(UnknownNameError, match="There is no message type “nope”; there is .*cancel-agreed-interview, "):
        find("nope")


def test_every_shared_question_is_asked_by_some_type():
    asked = {field.name for found in load_catalogue() for field in found.fields}

    assert set(catalogue._shared_fields()) <= asked


def test_no_reason_is_a_choice_everywhere():
    for found in load_catalogue():
        reason = next((field for field in found.fields if field.name == "reason"), None)
        if reason is None:
            continue

        assert "none" in [option.value for option in reason.options], found.slug
        assert not reason.required


def test_hints_and_labels_keep_the_form_they_promise():
    for found in load_catalogue():
        for field in found.fields:
            assert not field.hint.endswith("."), field.hint
            assert not field.label.endswith(":"), field.label
            assert len(field.hint) <= 100, field.hint


def test_an_example_is_named_by_its_own_line():
    second = TEXT.replace("+++\n[sub", '[[examples]]\nname = "baker"\n[examples.answers]\nroll = "x"\n+++\n[sub')

    with pytest.raises(CatalogueError, match="line 28: unknown field “roll”"):
        parse_type(FILE, second)
    assert parse_type(FILE, second.replace("roll", "role")).examples[1].line == 26


def test_a_list_of_examples_that_are_no_tables_is_named():
    text = TEXT.replace("[[examples]]\n", "").replace('name = "short"\n[examples.answers]\n', "")
    text = text.replace('recipient = "Mr Osei"\nrole = "baker"\nsender = "Imani"\n', "").replace(
        "checks", 'examples = ["x"]\nchecks'
    )

    with pytest.raises(CatalogueError, match=r"line 8: \[\[examples\]\] is not a table"):
        parse_type(FILE, text)


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('where = "booked"', 'where = "nowhere"', 22, "unknown place “nowhere”: there is applied, invited, booked"),
        ('wants = "no"', 'wants = "everything"', 23, "unknown wish “everything”: there is no, move"),
        ('because = "It was agreed."', "", 21, "lacks “because”"),
    ],
)
def test_a_choice_that_leads_nowhere_is_named(old, new, line, says):
    message = broken(old, new)

    assert f"line {line}:" in message
    assert says in message
