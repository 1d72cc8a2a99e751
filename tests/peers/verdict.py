"""Prints the results of the checks."""


class Verdict:
    """Prints each check as ok or failed, and counts the failures."""

    def __init__(self):
        self.failures = 0

    def __call__(self, what, mistakes):
        self.failures += bool(mistakes)
        print(f"{'FAILED ' if mistakes else 'ok     '} {what}")
        for mistake in mistakes[:10]:
            print(f"        {str(mistake)[:400]}")
