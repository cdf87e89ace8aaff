from __future__ import annotations

import base64
import hashlib

import pytest

from generator.site import policy

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8">'


@pytest.fixture
def site(tmp_path):
    def write(**pages):
        for name, body in pages.items():
            (tmp_path / f"{name}.html").write_text(f"{HEAD}</head><body>{body}</body></html>", "utf-8")
        return tmp_path

    return write


def hash_of(script):
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_a_site_without_inline_scripts_runs_its_own_files_and_nothing_else(site):
    expected = (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )

    assert expected == policy.apply(site(index=""))


def test_every_page_allows_the_inline_scripts_of_all_pages(site):
    folder = site(a="<script>one()</script>", b="<script>\n two('&amp;<b>')</script>")
    made = policy.apply(folder)

    assert {hash_of("one()"), hash_of("\n two('&amp;<b>')")} <= set(made.replace(";", "").split())
    for page in folder.glob("*.html"):
        assert f'content="{made}"' in page.read_text("utf-8")


@pytest.mark.parametrize("kind", ["", ' type="module"', ' type="text/javascript"', ' type="importmap"'])
def test_a_script_that_runs_is_hashed(site, kind):
    assert hash_of("run()") in policy.apply(site(index=f"<script{kind}>run()</script>"))


@pytest.mark.parametrize("kind", [' type="application/json"', ' type="text/plain"', ' src="run.js"'])
def test_a_script_that_is_data_or_a_file_is_not_hashed(site, kind):
    assert "sha256" not in policy.apply(site(index=f"<script{kind}>run()</script>"))


def test_the_policy_stands_right_after_the_character_set(site):
    folder = site(index="")
    made = policy.apply(folder)
    metas = f'<meta http-equiv="Content-Security-Policy" content="{made}"><meta name="referrer" content="no-referrer">'

    assert f"{HEAD}{metas}</head><body></body></html>" == (folder / "index.html").read_text("utf-8")


def test_a_second_call_changes_nothing(site):
    folder = site(index="\u2028<script>one()</script>\n")
    policy.apply(folder)
    first = (folder / "index.html").read_text("utf-8")
    policy.apply(folder)

    assert first == (folder / "index.html").read_text("utf-8")


def test_a_changed_script_changes_the_policy_in_place(site):
    folder = site(index="<script>one()</script>")
    policy.apply(folder)
    page = folder / "index.html"
    page.write_text(page.read_text("utf-8").replace("one()", "two()"), "utf-8")
    made = policy.apply(folder)

    assert hash_of("one()") not in made
    assert page.read_text("utf-8").count("Content-Security-Policy") == 1


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<p style="color:red">', "a style attribute"),
        ("<style>p { color: red }</style>", "a <style> element"),
        ('<button onclick="go()">', "an event handler"),
        ('<a href="javascript:go()">', "a javascript: link"),
        ('<img src="https://example.org/a.png">', "a file of another site"),
        ('<script src="//example.org/a.js"></script>', "a file of another site"),
    ],
)
def test_what_the_policy_would_block_stops_the_build_with_page_and_line(site, body, fault):
    with pytest.raises(policy.PolicyError, match=rf"^index\.html, line 2: the policy blocks {fault}"):
        policy.apply(site(index=f"\n{body}"))


def test_a_page_without_a_character_set_stops_the_build(tmp_path):
    (tmp_path / "index.html").write_text("<title>A page</title>", "utf-8")

    with pytest.raises(policy.PolicyError, match='add <meta charset="utf-8">'):
        policy.apply(tmp_path)


def test_a_script_in_words_is_no_script(site):
    assert "sha256" not in policy.apply(site(index="<p>&lt;script&gt;run()&lt;/script&gt;</p>"))
