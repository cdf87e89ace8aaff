import io
import json
import os
import subprocess
import sys

import docx
import pytest

from generator.__main__ import main

LETTER = [
    "write",
    "cancel-agreed-interview",
    "--channel=letter",
    "--tone=formal",
    "--set=recipient=Ms Varga",
    "--set=role=museum registrar",
    "--set=interview_when=11 May at 3 pm",
    "--set=today=5 May 2027",
    "--set=sender=Edda Bright",
]


def run(capfdbinary, *arguments):
    code = main(arguments)
    out, err = capfdbinary.readouterr()
    return code, out.decode(), err.decode()


def test_a_letter_is_written_as_one_would_sign_it(capfdbinary):
    code, out, err = run(capfdbinary, *LETTER)

    assert (code, err) == (0, "")
    assert out.startswith(
        "May 5, 2027\n\nRe: The museum registrar role: interview on Tuesday, May 11\n\nDear Ms. Varga:\n"
    )
    assert "to cancel the interview arranged for Tuesday, May 11, at 3 p.m." in out
    assert out.endswith("Sincerely,\n\n\n\nEdda Bright\n")


def test_a_missing_answer_stays_visible_and_is_named(capfdbinary):
    code, out, err = run(capfdbinary, *[each for each in LETTER if "role" not in each])

    assert code == 1
    assert "[role]" in out
    assert err == "Still missing: role. Add --set role=…\n"


def test_an_answer_that_cannot_be_read_is_named_with_its_right_form(capfdbinary):
    code, out, err = run(capfdbinary, "write", "pay-too-low", "--set=pay_needed=lots")

    assert code == 1
    assert err == "pay_needed: Enter one amount, such as £42,000 a year or 18.50 EUR an hour, in place of “lots”.\n"
    assert "[the least you could accept]" in out


def test_a_finding_makes_the_exit_code_one(capfdbinary):
    code, _, err = run(capfdbinary, *LETTER, "--set=thanks_for=nothing at all, you greedy people")

    assert code == 1
    assert err.startswith("no-lecture: “greedy”")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["write", "nope"], "There is no message type “nope”; the nearest are pause"),
        (["write", "pay-too-low", "--channel=letter"], "There is no channel “letter”; there is spoken, email."),
        (["write", "pay-too-low", "--tone=rude"], "There is no tone “rude”; there is plain, warm, formal."),
        (["write", "pay-too-low", "--set=zip=1"], "There is no field “zip”; there is reason, pay_needed"),
        (["write", "pay-too-low", "--set=zip"], "“zip” gives no answer: write --set zip=answer."),
        (["write", "pay-too-low", "--answers=/nowhere.json"], "/nowhere.json cannot be read"),
        (["write", "pay-too-low", "--out=/nowhere/x.txt"], "/nowhere/x.txt cannot be written"),
        (["show", "nope"], "There is no message type “nope”"),
        (["check", "/nowhere.txt"], "/nowhere.txt cannot be read"),
        (["check", "--type=nope", __file__], "There is no message type “nope”"),
        (["check", "--channel=nope", __file__], "There is no channel “nope”"),
    ],
)
def test_a_wrong_call_is_one_sentence_and_exit_code_two(capfdbinary, arguments, says):
    code, out, err = run(capfdbinary, *arguments)

    assert (code, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["sing"], ["write"], ["write", "pay-too-low", "--to=pdf"]])
def test_what_is_no_call_at_all_is_exit_code_two(capfdbinary, arguments):
    with pytest.raises(SystemExit) as caught:
        main(arguments)

    assert caught.value.code == 2


def test_the_list_names_every_type_by_stage(capfdbinary):
    code, out, _ = run(capfdbinary, "list")

    assert code == 0
    assert out.splitlines()[0] == "When you have applied"
    assert "  cancel-agreed-interview   Cancel an interview you had agreed to (email, letter, call, text)" in out


def test_the_list_is_json_too(capfdbinary):
    types = json.loads(run(capfdbinary, "list", "--json")[1])

    assert types[0] | {"type": "withdraw-application", "channels": ["email", "note"]} == types[0]


def test_a_type_is_shown_with_its_questions(capfdbinary):
    code, out, _ = run(capfdbinary, "show", "pay-too-low")

    assert code == 0
    assert "What is the least you could accept? (only if reason=pay)" in out
    assert "Who is it to? (only in: email)" in out
    assert "other_job" not in out


def test_a_type_is_json_too(capfdbinary):
    shown = json.loads(run(capfdbinary, "show", "cancel-agreed-interview", "--json")[1])

    assert shown["fields"][0]["name"] == "recipient"
    assert shown["examples"][0]["answers"]["sender"] == "Edda Bright"
    assert shown["guide"] == "after/cancel-what-you-agreed-to.md"


def test_the_message_is_json_as_the_worker_answers(capfdbinary):
    code, out, _ = run(capfdbinary, *LETTER, "--json")

    assert code == 0
    assert json.loads(out)["draft"]["channel"] == "letter"


def test_answers_come_from_a_file_and_a_set_comes_after(capfdbinary, tmp_path):
    file = tmp_path / "answers.json"
    file.write_text('{"pay_needed": "£30k", "thanks_for": "the tea"}')

    out = run(capfdbinary, "write", "pay-too-low", f"--answers={file}", "--set=pay_needed=£40k")[1]

    assert "£40,000" in out
    assert "Thank you for the tea." in out


@pytest.mark.parametrize("text", ["{", "[]", '{"a": 1}'])
def test_a_file_of_answers_is_a_table_of_texts(capfdbinary, tmp_path, text):
    file = tmp_path / "answers.json"
    file.write_text(text)

    code, _, err = run(capfdbinary, "write", "pay-too-low", f"--answers={file}")

    assert code == 2
    assert 'write {"role": "baker"}' in err


def test_a_message_is_written_to_a_file(capfdbinary, tmp_path):
    file = tmp_path / "letter.docx"

    assert run(capfdbinary, *LETTER, "--to=docx", f"--out={file}")[:2] == (0, "")
    assert file.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(("paper", "width"), [("a4", 210), ("letter", 216)])
def test_a_document_is_on_the_paper_that_is_named(capfdbinary, tmp_path, paper, width):
    file = tmp_path / "letter.docx"
    run(capfdbinary, *LETTER, "--to=docx", f"--paper={paper}", f"--out={file}")

    assert round(docx.Document(str(file)).sections[0].page_width.mm) == width


def test_a_text_from_standard_input_is_checked(capfdbinary, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Dear [name],\n\nYour company is greedy.")))

    code, out, _ = run(capfdbinary, "check", "-")

    assert code == 1
    assert "no-gap: “[name]” still waits to be filled. (anatomy.md#gaps)" in out


def test_what_is_written_passes_the_check(capfdbinary, tmp_path):
    file = tmp_path / "letter.txt"
    run(capfdbinary, *LETTER, f"--out={file}")

    assert run(capfdbinary, "check", "--type=cancel-agreed-interview", "--channel=letter", str(file)) == (0, "", "")


def test_findings_are_json_too(capfdbinary, tmp_path):
    file = tmp_path / "x.txt"
    file.write_text("No.")

    assert (
        json.loads(run(capfdbinary, "check", "--json", str(file))[1])["findings"][0]["guide"] == "anatomy.md#decision"
    )


def test_a_file_that_is_not_text_is_refused(capfdbinary, tmp_path):
    file = tmp_path / "x.bin"
    file.write_bytes(b"\xff\xfe\x00")

    code, _, err = run(capfdbinary, "check", str(file))

    assert code == 2
    assert "is not UTF-8 text: save it as UTF-8." in err


def test_the_module_runs_as_a_program():
    done = subprocess.run([sys.executable, "-m", "generator", "list"], capture_output=True, text=True, check=True)

    assert "stay-in-touch" in done.stdout


def shell(command, **environment):
    """Run a line of shell in which $G is the program; return its exit code and what it wrote to both streams."""
    settings = os.environ | {"G": f"{sys.executable} -m generator"} | environment
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False, env=settings)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_terminal_without_unicode_is_written_to_all_the_same():
    code, out, err = shell("$G show pay-too-low", PYTHONIOENCODING="ascii", LC_ALL="C")

    assert (code, err) == (0, "")
    assert "£35,000" in out


def test_a_reader_that_has_read_enough_is_no_error():
    assert shell("$G list --json | head -c 1") == (0, "[", "")


def test_a_full_disk_is_a_sentence():
    code, _, err = shell("$G list > /dev/full")

    assert code == 2
    assert err == "The output cannot be written (No space left on device): write to a file with --out.\n"


def test_answers_may_begin_with_a_byte_order_mark(capfdbinary, tmp_path):
    file = tmp_path / "answers.json"
    file.write_bytes(b'\xef\xbb\xbf{"pay_needed": "45k"}')

    assert run(capfdbinary, "write", "pay-too-low", f"--answers={file}")[0] == 0


def test_answers_nested_beyond_measure_are_no_json(capfdbinary, tmp_path):
    file = tmp_path / "answers.json"
    file.write_text("[" * 200_000)

    assert run(capfdbinary, "write", "pay-too-low", f"--answers={file}")[0] == 2
