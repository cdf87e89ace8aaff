from __future__ import annotations

from functools import partial
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from generator.site import server


@pytest.fixture
def site(tmp_path):
    for name in ("index.html", "404.html", "write/index.html", "run.mjs", "run.wasm", "assets/style.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"<p>{name}", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "media_type"),
    [("", "text/html"), ("write/", "text/html"), ("run.mjs", "text/javascript"), ("run.wasm", "application/wasm")],
)
@pytest.mark.parametrize("base", ["/", "/repo/"])
def test_a_file_comes_with_its_media_type(site, base, path, media_type):
    with server.serving(site, base) as address, urlopen(address + path) as answer:
        assert media_type == answer.headers["Content-Type"]


@pytest.mark.parametrize("path", ["missing/", "assets/", "../pyproject.toml", "%2e%2e/pyproject.toml"])
def test_what_is_missing_is_answered_with_the_sites_own_page(site, path):
    with server.serving(site, "/repo/") as address, pytest.raises(HTTPError) as missing:
        urlopen(address + path)

    assert missing.value.code == 404
    assert missing.value.read() == b"<p>404.html"


def test_nothing_stands_outside_of_the_base(site):
    with server.serving(site, "/repo/") as address, pytest.raises(HTTPError, match="404"):
        urlopen(address.removesuffix("repo/"))


def test_the_next_free_port_is_taken(site):
    with (
        server.open_server(site) as taken,
        server.listen_near(partial(server.open_server, site, "/"), taken.server_port) as other,
    ):
        assert taken.server_port < other.server_port


def test_a_folder_without_a_site_is_named_with_what_to_run(tmp_path):
    with pytest.raises(FileNotFoundError, match="holds no built site: run `make build`"):
        server.open_server(tmp_path)


@pytest.mark.parametrize("text", ["repo", "/repo", "repo/", "/repo/"])
def test_a_base_is_taken_with_or_without_slashes(text):
    assert server._base(text) == "/repo/"
