"""`python -m tests.prose.letters SLUG`: see the package."""

import sys

from generator import authors
from generator.errors import GeneratorError
from tests.prose import letters


def main(arguments: list[str]) -> str:
    """Write the letters of one message type anew; return the difference, and raise SystemExit with a sentence where that cannot be."""
    if len(arguments) != 1 or not arguments[0]:
        sys.exit("Letters are rewritten one message type at a time: make letters TYPE=decline-invitation")
    try:
        message_type = authors.find(arguments[0])
    except GeneratorError as error:
        sys.exit(str(error))
    return letters.rewrite(message_type) or "They are as they were."


if __name__ == "__main__":
    print(main(sys.argv[1:]))
