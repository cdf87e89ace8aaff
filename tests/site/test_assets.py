"""One script and one stylesheet for every page, and what is fetched for it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import generator
from generator.site import assets

THEME_ALONE = (
    8  # requests of the same page in plain Material: page, two styles, script, search and its index, sitemap, icon
)
WRITER = f"write/{generator.load_catalogue()[0].slug}/"

PAGE = """<head><link rel="stylesheet" href="{root}assets/theme.min.css">
<link rel="stylesheet" href="{root}assets/ours.css">
</head><body class="used">{body}<script src="{root}assets/javascripts/site/site.mjs" type="module"></script>"""

MODULES = {
    "site/site.mjs": 'import { word } from "../text/word.mjs"; export const page = () => import("../site/page.mjs"); console.log(word);',
    "site/page.mjs": 'import { run } from "../run/run.mjs"; import { word } from "../text/word.mjs"; run(word);',
    "run/run.mjs": "export const run = (name) => new Worker(new URL(`../run/run.worker.mjs#1`, import.meta.url), { name });",
    "run/run.worker.mjs": 'import { LIST } from "../../runtime/list.mjs"; console.log(LIST);',
    "text/word.mjs": '/** @typedef {import("../text/word.mjs").Word} Word */ export const word = "a word";',
    "service-worker/sw.mjs": "addEventListener('fetch', () => {});",
    "service-worker/remove.mjs": "addEventListener('activate', () => {});",
}


@pytest.fixture
def site(tmp_path):
    (tmp_path / "about").mkdir()
    for name, source in MODULES.items():
        module = tmp_path / "assets" / "javascripts" / name
        module.parent.mkdir(parents=True, exist_ok=True)
        module.write_text(source, "utf-8")
    (tmp_path / "assets" / "theme.min.css").write_text(".used{color:red}.unused{color:red}", "utf-8")
    (tmp_path / "assets" / "ours.css").write_text(":focus-visible{color:blue}.made-later{color:blue}", "utf-8")
    (tmp_path / "index.html").write_text(PAGE.format(root="", body=""), "utf-8")
    (tmp_path / "about" / "index.html").write_text(PAGE.format(root="../", body="<message-writer>"), "utf-8")
    return tmp_path


def test_a_page_links_one_stylesheet_and_one_script_from_a_folder_named_after_their_content(site):
    folder = assets.put_together(site)

    assert re.fullmatch(r"assets/[0-9a-f]{12}/", folder)
    for page, root in (("index.html", ""), ("about/index.html", "../")):
        text = (site / page).read_text("utf-8")
        assert re.findall(r'rel="stylesheet" href="([^"]*)"', text) == [f"{root}{folder}site.css"]
        assert re.findall(r'script src="([^"]*)"', text) == [f"{root}{folder}site/site.mjs"]


def test_what_is_imported_at_once_is_put_in_and_what_is_fetched_later_keeps_its_place(site):
    folder = site / assets.put_together(site)

    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
    assert files == {"site/site.mjs", "site/page.mjs", "run/run.worker.mjs", "site.css"}
    assert "a word" in (folder / "site" / "site.mjs").read_text("utf-8")
    assert 'import("../site/page.mjs")' in (folder / "site" / "site.mjs").read_text("utf-8")
    assert 'new URL("../run/run.worker.mjs#1",import.meta.url)' in (folder / "site" / "page.mjs").read_text("utf-8")
    assert '"../../runtime/list.mjs"' in (folder / "run" / "run.worker.mjs").read_text("utf-8")


def test_what_has_been_put_together_is_gone_from_its_old_place(site):
    assets.put_together(site)

    assert not [*site.glob("assets/*.css"), *site.glob("assets/javascripts/*")]


def test_the_themes_rules_go_where_nothing_uses_them_and_ours_stay(site):
    style = (site / assets.put_together(site) / "site.css").read_text("utf-8")

    assert ".used" in style
    assert ".unused" not in style
    assert ":focus-visible" in style
    assert ".made-later" in style


def test_the_module_of_a_writer_is_fetched_beside_the_entry_where_a_writer_stands(site):
    folder = assets.put_together(site)

    assert f'<link rel="modulepreload" href="../{folder}writer/writer-entry.mjs">' in (
        site / "about/index.html"
    ).read_text("utf-8")
    assert "modulepreload" not in (site / "index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["javascripts/text/word.mjs", "ours.css"])
def test_another_byte_in_a_source_is_another_folder(site, tmp_path_factory, name):
    other = Path(shutil.copytree(site, tmp_path_factory.mktemp("other") / "site"))
    source = other / "assets" / name
    source.write_text(source.read_text("utf-8").replace("a word", "another word").replace("blue", "green"), "utf-8")

    assert assets.put_together(site) != assets.put_together(other)


def test_the_same_sources_make_the_same_bytes(site, tmp_path_factory):
    other = Path(shutil.copytree(site, tmp_path_factory.mktemp("other") / "site"))
    assets.put_together(site)
    assets.put_together(other)

    assert {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()} == {
        path.relative_to(other): path.read_bytes() for path in other.rglob("*") if path.is_file()
    }


def test_a_page_with_other_stylesheets_stops_the_build(site):
    (site / "about" / "index.html").write_text("<head></head>", "utf-8")

    with pytest.raises(assets.AssetError, match="has other stylesheets than the first page"):
        assets.put_together(site)


def test_a_script_that_cannot_be_read_stops_the_build_with_its_place(site):
    (site / "assets" / "javascripts" / "text" / "word.mjs").write_text("export const = 1;", "utf-8")

    with pytest.raises(assets.AssetError, match=r"word\.mjs:1:13"):
        assets.put_together(site)
