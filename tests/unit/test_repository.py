"""Facts about the repository's own files that nothing else would notice."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib

import pytest
import yaml

from tests import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted(
    {*(ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")} - {ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml"}
)


def read(name):
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", ["requirements.txt", "package-lock.json"])
def test_a_lock_file_carries_no_address(name):
    assert '"resolved"' not in read(name)
    assert [] == [
        line for line in read(name).splitlines() if "://" in line and '"url"' not in line
    ]  # of a sponsor's page


def test_every_python_package_is_pinned_with_hashes():
    pins = re.split(
        r"^(?=\S)", re.sub(r"^ *#.*\n", "", read("requirements.txt"), flags=re.MULTILINE), flags=re.MULTILINE
    )

    assert [] == [
        pin for pin in pins if pin and not re.match(r"[a-z0-9.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", pin, re.DOTALL)
    ]


def test_every_node_package_is_pinned_with_a_hash():
    packages = json.loads(read("package-lock.json"))["packages"]

    assert [] == [name for name, package in packages.items() if name and "integrity" not in package]


def test_nothing_runs_when_a_node_package_is_installed():
    assert "ignore-scripts=true" in read(".npmrc").splitlines()


def test_node_packages_are_named_by_exact_versions():
    package = json.loads(read("package.json"))
    versions = (package["dependencies"] | package["devDependencies"]).values()

    assert [] == [version for version in versions if not re.fullmatch(r"\d+\.\d+\.\d+", version)]


@pytest.mark.parametrize("name", ["pyodide"])
def test_the_version_stands_in_package_json_alone(name):
    version = json.loads(read("package.json"))["dependencies"][name]
    elsewhere = [
        path for path in _files() if path.name not in {"package.json", "package-lock.json"} and version in _text(path)
    ]

    assert [] == elsewhere


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_commit(workflow):
    uses = re.findall(r"uses: (.*)", workflow.read_text("utf-8"))

    assert uses
    assert [] == [use for use in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_do_nothing_unless_a_job_says_so(workflow):
    assert "\npermissions: {}\n" in workflow.read_text("utf-8")


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_for_an_issue_asks_for_something_and_for_no_names(form):
    asked = yaml.safe_load(form.read_text("utf-8"))
    questions = [each for each in asked["body"] if each["type"] != "markdown"]
    names = [each["id"] for each in questions]

    assert asked["name"]
    assert asked["description"]
    assert all(each["attributes"]["label"] for each in questions)
    assert any(each.get("validations", {}).get("required") for each in questions)
    assert len(names) == len({*names})
    assert re.search(r"(leave real names|change names|invented names)", form.read_text("utf-8"))


def test_every_python_that_is_supported_is_tested():
    lowest = tomllib.loads(read("pyproject.toml"))["project"]["requires-python"].removeprefix(">=")

    assert f'python: ["{lowest}", ' in read(".github/workflows/pages.yml")


def test_the_help_of_make_lists_every_target():
    targets = re.findall(r"^\.PHONY: (\w+)$", read("Makefile"), re.MULTILINE)
    help_ = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    assert targets == [line.split()[0] for line in help_.splitlines()]


def test_packages_that_are_shared_are_not_removed_by_a_folder_that_links_to_them(tmp_path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "package").touch()
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / ".venv").symlink_to(tmp_path / "shared")
    for name in ("Makefile", "requirements.txt", "package-lock.json", ".npmrc"):
        (tmp_path / "here" / name).write_text(read(name))
    done = subprocess.run(["make", "setup"], cwd=tmp_path / "here", capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "run make setup there, or remove the link." in done.stdout
    assert (tmp_path / "shared" / "package").is_file()


def _files():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is not a clone")
    return [path for name in listed.stdout.split("\0") if (path := ROOT / name).is_file()]


def _text(path):
    return path.read_text("utf-8", errors="ignore")


def test_the_readme_shows_the_letter_that_its_command_writes():
    example = re.search(r"^\$ no-with-thanks (write .*?[^\\])\n(.*?)^```", read("README.md"), re.DOTALL | re.MULTILINE)
    command = ["-m", "generator", *shlex.split(example[1].replace("\\\n", " "))]

    assert (
        example[2]
        == subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    )


MARKUP = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTML|srcdoc|document\.write|\beval\(|\bFunction\(|javascript:"
)


def test_nothing_of_ours_makes_markup_or_code_out_of_text():
    ours = sorted({*(ROOT / "overrides").rglob("*.[mh]*")} - {ROOT / "overrides" / "README.md"})

    assert {path.suffix for path in ours} == {".mjs", ".html"}
    assert [path for path in ours if MARKUP.search(path.read_text("utf-8"))] == []


def test_no_template_of_ours_lets_text_through_as_markup():
    assert [
        path.name for path in (ROOT / "overrides").rglob("*.html") if re.search(r"\|\s*safe", path.read_text("utf-8"))
    ] == []


def test_no_script_of_ours_starts_a_worker_but_from_a_blob():
    started = [
        found
        for path in sorted((ROOT / "overrides").rglob("*.mjs"))
        for found in re.findall(r"new (?:Shared)?Worker\((\w*)", path.read_text("utf-8"))
    ]

    assert started
    assert set(started) == {"blob"}


# The tests themselves

TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
FOLDERS = ("unit", "prose", "site", "browser")
WAITS = re.compile(r"wait_for_timeout|\bsleep\(|networkidle|timeout=|\.clock\.")


def test_a_test_stands_in_a_folder_and_imports_no_other_test_and_nothing_of_another_folder():
    for path in TESTS:
        imported = re.findall(r"^(?:from|import) tests(?:\.([\w.]+))?", path.read_text("utf-8"), re.MULTILINE)
        folders = {name.split(".")[0] for name in imported}

        assert path.parent.name in FOLDERS, path
        assert [name for name in imported if "test_" in name] == [], path
        assert folders & {*FOLDERS, "bench"} <= {path.parent.name}, path


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_folder_of_a_test_gives_its_marker(folder):
    assert f'item.add_marker("{folder}")' in read(f"tests/{folder}/conftest.py")


@pytest.mark.parametrize("path", [path for path in TESTS if path.parent.name == "browser"], ids=lambda path: path.name)
def test_a_test_in_a_browser_waits_for_a_state_and_never_for_a_time(path):
    allowed = {"test_canary.py": ["sleep("]}  # between two looks at what the listener has heard

    assert [*dict.fromkeys(WAITS.findall(path.read_text("utf-8")))] == allowed.get(path.name, [])


def run(*command):
    alone = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    command = [sys.executable, "-m", *command]
    return subprocess.run(command, cwd=ROOT, env=alone, capture_output=True, text=True, check=False)


def test_a_message_type_that_there_is_not_is_answered_with_the_nearest():
    asked = run("pytest", "--type", "cancel", "tests/prose")

    assert asked.returncode != 0
    assert (
        "There is no message type “cancel”; the nearest are cancel-on-the-day, cancel-agreed-interview" in asked.stderr
    )


@pytest.mark.parametrize(
    ("arguments", "said"), [([], "one message type at a time"), (["cancel"], "the nearest are cancel-on-the-day")]
)
def test_letters_are_rewritten_of_one_type_that_there_is(arguments, said):
    asked = run("tests.prose.letters", *arguments)

    assert asked.returncode != 0
    assert said in asked.stderr
