"""Python on CPython, and the files of the repository."""


def pytest_itemcollected(item):
    item.add_marker("unit")
