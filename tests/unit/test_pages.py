"""What the handbook's pages may hold: a link that carries choices carries only those that there are."""

from __future__ import annotations

import pytest

from generator.site.pages import PageError, require_choices

TARGET = "write/cancel-agreed-interview.md"


@pytest.mark.parametrize(
    "fragment",
    ["v1&channel=text", "v1&tone=warm&reason=other_job&future_contact=yes", "v1&length=short&without=door,wish", "v1&"],
)
def test_a_link_may_carry_what_its_writer_offers(fragment):
    require_choices(fragment, page="index.md", target=TARGET)


@pytest.mark.parametrize(
    ("fragment", "target", "says"),
    [
        ("v1&channel=fax", TARGET, r"has channel=fax, and there is email, letter, call, text\."),
        ("v1&reason=bored", TARGET, r"has reason=bored, and there is none, other_job, "),
        ("v1&role=baker", TARGET, r"has role=baker, and there is channel, tone, length, locale, "),
        ("v1&future_contact=no", TARGET, r"and there is yes\."),
        ("v1&without=dor", TARGET, r"has without=dor, and there is to, subject, "),
        ("v1&channel=text", "choose.md", r"but choose\.md is no page of a message\."),
    ],
)
def test_a_link_that_carries_something_else_stops_the_build(fragment, target, says):
    with pytest.raises(PageError, match=f"^docs/index.md: .*{says}"):
        require_choices(fragment, page="index.md", target=target)
