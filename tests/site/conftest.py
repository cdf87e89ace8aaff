"""The built site, read as files."""


def pytest_itemcollected(item):
    item.add_marker("site")
